#include "lytes/foods/rescale.hpp"

#include <catch2/catch.hpp>

#include "lytes/errors.hpp"
#include "lytes/foods/catalogue.hpp"
#include "lytes/storage/read_only_file.hpp"

using namespace lytes;
using namespace lytes::foods;
using Catch::Contains;
using Catch::WithinRel;
using quantity::MeasureSystem;
using quantity::Nutrient;

namespace {

struct Kitchen {
  storage::ReadOnlyFile file =
      storage::ReadOnlyFile::open(LYTES_CATALOGUE, storage::catalogue_application_id, Catalogue::version);
  Catalogue catalogue{file};
  Food bread{"own:1",      "Bread", FoodKind::Food, {100, "g"}, {}, {{"slice", 40}, {"loaf", 800}}, std::nullopt,
             std::nullopt, {}};

  /// Logged when a slice still weighed 30 g and held 9 mg.
  Serving logged{"own:1", "Bread", FoodKind::Food, "2 slices", 60, {}, {}};

  Kitchen() {
    bread.per_basis[Nutrient::Magnesium] = 50;
    logged.nutrients[Nutrient::Magnesium] = 18;
  }

  Serving as(const std::string& amount, bool known = true) const {
    return rescale(logged, amount, known ? &bread : nullptr, catalogue, MeasureSystem::Us);
  }
};

}  // namespace

TEST_CASE_METHOD(Kitchen, "an amount of the same unit scales what was logged, not what the food is now") {
  const Serving three = as("3 slices");
  CHECK(three.amount == "3 slices");
  CHECK(three.grams == 90.0);
  CHECK(three.nutrients[Nutrient::Magnesium] == 27.0);
  CHECK_FALSE(three.nutrients[Nutrient::Potassium]);
  CHECK(as("3").grams == 90.0);
  CHECK(as("1 slice", false).grams == 30.0);
}

TEST_CASE_METHOD(Kitchen, "a weight scales by the weight that was logged") {
  const Serving weighed = as("120 g", false);
  CHECK(weighed.grams == 120.0);
  CHECK(weighed.nutrients[Nutrient::Magnesium] == 36.0);
}

TEST_CASE_METHOD(Kitchen, "another unit is weighed by the food, and the figures go by the weight") {
  const Serving loaf = as("1 loaf");
  CHECK(loaf.grams == 800.0);
  CHECK_THAT(*loaf.nutrients[Nutrient::Magnesium], WithinRel(240.0, 1e-12));
}

TEST_CASE_METHOD(Kitchen, "a volume goes by volume, without the food") {
  logged = {"", "Juice", FoodKind::Drink, "2 cups", std::nullopt, {}, {}};
  logged.nutrients[Nutrient::Water] = 480;
  const Serving half = rescale(logged, "1 cup", nullptr, catalogue, MeasureSystem::Us);
  CHECK(half.nutrients[Nutrient::Water] == 240.0);
  CHECK(half.amount == "1 cup");
  CHECK_FALSE(half.grams);
}

TEST_CASE_METHOD(Kitchen, "figures are taken anew only where nothing can be compared, and that is said") {
  logged.grams.reset();
  logged.amount = "1 plate";
  const Serving anew = as("2 slices");
  CHECK(anew.nutrients[Nutrient::Magnesium] == 40.0);
  REQUIRE(anew.remarks.size() == 1);
  CHECK(anew.remarks[0].code == "figures_anew");
}

TEST_CASE_METHOD(Kitchen, "an amount that cannot be compared with anything is refused") {
  CHECK_THROWS_WITH(as("1 loaf", false), Contains("no longer known"));
  CHECK_THROWS_AS(as("2 wheelbarrows"), InputError);
  CHECK_THROWS_AS(as("-2 slices"), InputError);
  CHECK_THROWS_AS(as(""), InputError);
}

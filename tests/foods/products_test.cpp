#include <catch2/catch.hpp>

#include "lytes/foods/catalogue.hpp"
#include "lytes/foods/finder.hpp"
#include "lytes/foods/serving.hpp"
#include "lytes/storage/read_only_file.hpp"

using namespace lytes;
using namespace lytes::foods;
using Catch::Contains;
using Catch::WithinAbs;
using Catch::WithinRel;
using quantity::Measure;
using quantity::MeasureSystem;
using quantity::Nutrient;

namespace {

// Grams in a mole, by IUPAC's abridged weights of 2021.
constexpr double magnesium = 24.305;
constexpr double potassium = 39.098;
constexpr double sodium = 22.990;
constexpr double potassium_chloride = 74.548;
constexpr double sodium_chloride = 58.440;
constexpr double potassium_bicarbonate = 100.114;
constexpr double potassium_citrate = 324.408;  // monohydrate, three potassium
constexpr double sodium_citrate = 294.097;     // trisodium, dihydrate
constexpr double magnesium_oxide = 40.304;
constexpr double magnesium_hydroxide = 58.319;
constexpr double magnesium_lactate = 238.475;  // dihydrate
constexpr double magnesium_orotate = 370.513;  // dihydrate

struct Shop {
  storage::ReadOnlyFile file =
      storage::ReadOnlyFile::open(LYTES_CATALOGUE, storage::catalogue_application_id, Catalogue::version);
  Catalogue catalogue{file};
  Finder finder{catalogue, nullptr, nullptr};

  Food called(const std::string& name) const {
    const auto candidate = finder.called(name);
    INFO(name);
    REQUIRE(candidate);
    return finder.food(*candidate);
  }

  Serving had(const std::string& name, double number, std::vector<std::string> unit) const {
    quantity::Amount amount;
    amount.number = number;
    amount.number_given = true;
    const std::string typed = unit.empty() ? "" : unit.front();
    return measure_out(called(name), {amount, std::move(unit), typed}, catalogue, MeasureSystem::Us);
  }

  Serving poured(const std::string& name, double number, Measure measure) const {
    quantity::Amount amount;
    amount.number = number;
    amount.number_given = true;
    amount.measure = measure;
    return measure_out(called(name), {amount, {}, {}}, catalogue, MeasureSystem::Us);
  }
};

struct Dose {
  const char* name;
  const char* unit;
  Nutrient nutrient;
  double mg;
};

struct Litre {
  const char* name;
  double magnesium_mg;
  double potassium_mg;
};

}  // namespace

TEST_CASE_METHOD(Shop, "a product holds what its salts hold by their formulas") {
  const std::vector<Dose> doses = {
      {"klor-con m10", "tablet", Nutrient::Potassium, 750 * potassium / potassium_chloride},
      {"klor-con m15", "tablet", Nutrient::Potassium, 1125 * potassium / potassium_chloride},
      {"klor-con m20", "tablet", Nutrient::Potassium, 1500 * potassium / potassium_chloride},
      {"klor con 8", "tablet", Nutrient::Potassium, 600 * potassium / potassium_chloride},
      {"k-dur 20", "tablet", Nutrient::Potassium, 20 * potassium},
      {"k-tab", "tablet", Nutrient::Potassium, 10 * potassium},
      {"micro-k", "capsule", Nutrient::Potassium, 10 * potassium},
      {"slow-k", "tablet", Nutrient::Potassium, 600 * potassium / potassium_chloride},
      {"kcl retard", "tablet", Nutrient::Potassium, 8 * potassium},
      {"kalium durules", "tablet", Nutrient::Potassium, 750 * potassium / potassium_chloride},
      {"sando-k", "tablet", Nutrient::Potassium,
       600 * potassium / potassium_chloride + 400 * potassium / potassium_bicarbonate},
      {"kalinor", "effervescent", Nutrient::Potassium, 40 * potassium},
      {"kalium hausmann", "tablet", Nutrient::Potassium, 30 * potassium},
      {"effer-k 25", "tablet", Nutrient::Potassium, 25 * potassium},
      {"urocit-k 5", "tablet", Nutrient::Potassium, 540 * 3 * potassium / potassium_citrate},
      {"urocit-k 10", "tablet", Nutrient::Potassium, 1080 * 3 * potassium / potassium_citrate},
      {"urocit-k 15", "tablet", Nutrient::Potassium, 15 * potassium},
      {"mag-ox 400", "tablet", Nutrient::Magnesium, 400 * magnesium / magnesium_oxide},
      {"uro-mag", "capsule", Nutrient::Magnesium, 140 * magnesium / magnesium_oxide},
      {"biolectra magnesium 300", "capsule", Nutrient::Magnesium, 497.4 * magnesium / magnesium_oxide},
      {"magnetrans extra", "capsule", Nutrient::Magnesium, 10 * magnesium},
      {"magnesium verla chewable", "tablet", Nutrient::Magnesium, 5 * magnesium},
      {"magne b6", "tablet", Nutrient::Magnesium, 470 * magnesium / magnesium_lactate},
      {"magnerot", "tablet", Nutrient::Magnesium, 500 * magnesium / magnesium_orotate},
      {"milk of magnesia chewable", "tablet", Nutrient::Magnesium, 311 * magnesium / magnesium_hydroxide},
      {"dioralyte", "sachet", Nutrient::Potassium, 300 * potassium / potassium_chloride},
      {"elotrans", "sachet", Nutrient::Sodium, 700 * sodium / sodium_chloride + 590 * 3 * sodium / sodium_citrate},
      {"ors sachet", "sachet", Nutrient::Sodium, 2600 * sodium / sodium_chloride + 2900 * 3 * sodium / sodium_citrate},
      {"ors sachet", "sachet", Nutrient::Potassium, 1500 * potassium / potassium_chloride},
  };
  for (const Dose& dose : doses) {
    INFO(dose.name);
    const auto figure = had(dose.name, 1, {dose.unit}).nutrients[dose.nutrient];
    REQUIRE(figure);
    CHECK_THAT(*figure, WithinRel(dose.mg, 0.02));
  }
}

TEST_CASE_METHOD(Shop, "a mineral water holds what its label says of a litre") {
  const std::vector<Litre> labels = {
      {"hépar", 119, 4.1},
      {"contrex", 74.5, 2.8},
      {"evian", 26, 1},
      {"volvic", 8, 6},
      {"san pellegrino", 51.4, 2.2},
      {"badoit", 80, 11},
      {"vichy celestins", 10, 66},
      {"rozana", 160, 52},
      {"gerolsteiner", 108, 10.8},
      {"donat mg", 1000, 17.1},
      {"ferrarelle", 25, 49},
      {"fiji water", 15, 5},
  };
  for (const Litre& label : labels) {
    INFO(label.name);
    const Serving bottle = poured(label.name, 1.5, Measure::Litre);
    CHECK(bottle.kind == FoodKind::Drink);
    CHECK_THAT(*bottle.nutrients[Nutrient::Magnesium], WithinRel(1.5 * label.magnesium_mg, 0.001));
    CHECK_THAT(*bottle.nutrients[Nutrient::Potassium], WithinRel(1.5 * label.potassium_mg, 0.001));
    CHECK_THAT(*bottle.nutrients[Nutrient::Water], WithinAbs(1500, 0.1));
  }
}

TEST_CASE_METHOD(Shop, "what a label does not state is unknown, and what a salt cannot hold is none") {
  const Food stick = called("liquid iv");
  CHECK_FALSE(stick.per_basis[Nutrient::Magnesium]);
  CHECK(stick.per_basis[Nutrient::Potassium] == 370);
  CHECK(called("klor-con m20").per_basis[Nutrient::Magnesium] == 0);
  CHECK_FALSE(called("rosbacher").per_basis[Nutrient::Magnesium]);
  CHECK(called("perrier").per_basis[Nutrient::Potassium] == 0.5);  // "<1" on the label
}

TEST_CASE_METHOD(Shop, "a serving of several capsules is told from one of them") {
  CHECK_THAT(*had("nutricost magnesium", 1, {"capsule"}).nutrients[Nutrient::Magnesium], WithinAbs(105, 0.01));
  CHECK_THAT(*had("nutricost magnesium", 1, {"serving"}).nutrients[Nutrient::Magnesium], WithinAbs(420, 0.01));
  CHECK_THAT(*had("zma", 3, {"pill"}).nutrients[Nutrient::Magnesium], WithinAbs(450, 0.01));
}

TEST_CASE_METHOD(Shop, "milligrams of a tablet count it by the strength on its label") {
  CHECK_THAT(*poured("slow-k", 600, Measure::Milligram).nutrients[Nutrient::Potassium], WithinAbs(315, 0.1));
  CHECK_THAT(*poured("mag-ox", 800, Measure::Milligram).nutrients[Nutrient::Magnesium], WithinAbs(482.6, 0.1));
  CHECK_THAT(*poured("klean magnesium", 240, Measure::Milligram).nutrients[Nutrient::Magnesium], WithinAbs(240, 0.1));
  CHECK_THROWS_WITH(poured("lmnt", 6, Measure::Gram), Contains("no weight is known"));
}

TEST_CASE_METHOD(Shop, "a salt substitute is potassium chloride by the spoon, and no table salt") {
  for (const char* name : {"salt substitute", "potassium salt", "nu-salt", "no salt"}) {
    INFO(name);
    const Serving spoon = poured(name, 0.25, Measure::Teaspoon);
    CHECK(*spoon.nutrients[Nutrient::Potassium] >= 600);
    CHECK(spoon.nutrients[Nutrient::Sodium] == 0);
    CHECK(spoon.kind == FoodKind::Supplement);
  }
}

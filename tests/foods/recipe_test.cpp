#include "lytes/foods/recipe.hpp"

#include <catch2/catch.hpp>

#include "lytes/errors.hpp"
#include "lytes/foods/user_foods.hpp"
#include "lytes/storage/change.hpp"
#include "lytes/storage/history.hpp"
#include "lytes/storage/journal_file.hpp"
#include "storage/fresh_folder.hpp"

using namespace lytes;
using namespace lytes::foods;
using quantity::Nutrient;
using storage::Access;

namespace {

Serving item(const std::string& name, std::optional<double> grams, std::optional<double> water,
             std::optional<double> magnesium) {
  Serving serving{"usda:1", name, FoodKind::Food, "1 cup", grams, {}, {}};
  serving.nutrients[Nutrient::Water] = water;
  serving.nutrients[Nutrient::Magnesium] = magnesium;
  return serving;
}

const Recipe chili{"chili", 4, 900, {item("Beans", 500, 385, 140), item("Tomatoes", 700, 660, 77)}};

}  // namespace

TEST_CASE("a dish holds what went into it, and weighs less by the water that boiled off") {
  const Food food = food_from(chili);
  CHECK(food.basis.amount == 900);
  CHECK(food.basis.unit == "g");
  CHECK(food.per_basis[Nutrient::Magnesium] == 217.0);
  CHECK(food.per_basis[Nutrient::Water] == 385.0 + 660.0 - 300.0);
  REQUIRE(food.usual);
  CHECK(food.usual->name == "serving");
  CHECK(food.usual->grams == 225.0);
}

TEST_CASE("a dish that weighs more than went in took up water, and none can boil off that was not there") {
  Recipe recipe = chili;
  recipe.yield_grams = 1300;
  CHECK(food_from(recipe).per_basis[Nutrient::Water] == 1145.0);
  recipe.yield_grams = 10;
  CHECK(food_from(recipe).per_basis[Nutrient::Water] == 0.0);
}

TEST_CASE("without a yield a dish weighs what went into it") {
  Recipe recipe = chili;
  recipe.yield_grams.reset();
  const Food food = food_from(recipe);
  CHECK(food.basis.amount == 1200);
  CHECK(food.per_basis[Nutrient::Water] == 1045.0);
}

TEST_CASE("half a sum is not taken for the whole") {
  Recipe recipe = chili;
  recipe.items.push_back(item("Secret sauce", 20, 10, std::nullopt));
  const Food food = food_from(recipe);
  CHECK_FALSE(food.per_basis[Nutrient::Magnesium]);
  CHECK(food.per_basis[Nutrient::Water]);
}

TEST_CASE("where a weight is unknown a dish is eaten by the serving, or its water is unknown") {
  Recipe recipe = chili;
  recipe.items.push_back(item("Two pills", std::nullopt, 0, 100));
  CHECK_FALSE(recipe.grams_in());
  CHECK_FALSE(food_from(recipe).per_basis[Nutrient::Water]);
  recipe.yield_grams.reset();
  const Food food = food_from(recipe);
  CHECK(food.basis.unit == "serving");
  CHECK(food.basis.amount == 4);
  CHECK(food.per_basis[Nutrient::Water] == 1045.0);
}

TEST_CASE("a recipe is kept as a food with what it was made of, and goes with it") {
  const storage::testing::FreshFolder folder;
  auto journal = storage::JournalFile::open(folder / "j.db", Access::Write);
  RecipeBook book(journal);
  UserFoods user_foods(journal);
  std::string ref;
  {
    storage::Change change(journal, "recipe add chili", std::chrono::sys_seconds{});
    ref = book.add(chili).ref;
    change.commit();
  }
  const auto kept = book.find(ref);
  REQUIRE(kept);
  CHECK(kept->name == "chili");
  CHECK(kept->servings == 4);
  CHECK(kept->yield_grams == 900.0);
  REQUIRE(kept->items.size() == 2);
  CHECK(kept->items[1].description == "Tomatoes");
  CHECK(kept->items[1].nutrients == chili.items[1].nutrients);
  CHECK(book.all().size() == 1);
  {
    storage::Change change(journal, "foods delete chili", std::chrono::sys_seconds{});
    user_foods.remove(ref);
    change.commit();
  }
  CHECK_FALSE(book.find(ref));
  storage::undo(journal, 1);
  REQUIRE(book.find(ref));
  CHECK(book.find(ref)->items.size() == 2);
  storage::undo(journal, 1);
  CHECK(book.all().empty());
}

TEST_CASE("the recipe of a journal of schema version 3 is understood") {
  const storage::testing::FreshFolder folder;
  std::filesystem::copy_file(std::string(LYTES_SOURCE_DIR) + "/tests/storage/fixtures/journal_v3.db", folder / "j.db");
  auto journal = storage::JournalFile::open(folder / "j.db", Access::Read);
  const auto recipe = RecipeBook(journal).find("own:1");
  REQUIRE(recipe);
  CHECK(recipe->name == "My porridge");
  CHECK(recipe->servings == 4);
  REQUIRE(recipe->items.size() == 2);
  CHECK(recipe->items[0].grams == 200.0);
  CHECK(recipe->items[1].ref.empty());
  CHECK_FALSE(recipe->items[1].nutrients[Nutrient::Water]);
}

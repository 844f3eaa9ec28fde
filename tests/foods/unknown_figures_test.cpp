#include "lytes/foods/unknown_figures.hpp"

#include <catch2/catch.hpp>

using namespace lytes::foods;
using lytes::quantity::Nutrient;

TEST_CASE("the command that says what something holds asks in the unit it was logged in") {
  constexpr Nutrient magnesium[] = {Nutrient::Magnesium};
  const auto command = [&](FoodKind kind, const std::string& amount, const std::string& ref = "") {
    return command_that_tells("my mix", ref, kind, amount, magnesium);
  };
  CHECK(command(FoodKind::Supplement, "1") == "lytes foods add 'my mix' --per '1 tablet' --magnesium 0mg");
  CHECK(command(FoodKind::Supplement, "2 scoops") == "lytes foods add 'my mix' --per '1 scoop' --magnesium 0mg");
  CHECK(command(FoodKind::Supplement, "400 mg") ==
        "lytes foods add 'my mix' --per '400 mg' --kind supplement --magnesium 0mg");
  CHECK(command(FoodKind::Food, "150 g") == "lytes foods add 'my mix' --per 100g --magnesium 0mg");
  CHECK(command(FoodKind::Drink, "300 ml") == "lytes foods add 'my mix' --per 100ml --magnesium 0mg");
  CHECK(command(FoodKind::Food, "1") == "lytes foods add 'my mix' --per '1 serving' --kind food --magnesium 0mg");
  CHECK(command(FoodKind::Supplement, "1", "own:3") == "lytes foods edit 'my mix' --magnesium 0mg");
}

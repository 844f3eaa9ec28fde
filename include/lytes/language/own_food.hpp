#pragma once

#include <map>
#include <string>
#include <vector>

#include "lytes/foods/food.hpp"
#include "lytes/foods/recipe.hpp"
#include "lytes/quantity/nutrients.hpp"
#include "lytes/quantity/units.hpp"

namespace lytes::language {

/// A food or product of the user's, as its label says it.
struct OwnFood {
  std::vector<std::string> name;
  std::string per = "100g";  ///< what the figures are for: "100ml", "1 tablet"
  std::string kind;          ///< "drink", "food", "supplement"; empty: guessed from `per`
  std::map<quantity::Nutrient, std::string> amounts;
  std::vector<std::string> portions;  ///< "slice=30g"
  std::string barcode;                ///< the digits under the bars; empty: not said
};

/// What a label leaves out is unknown, but none in a supplement, and a drink is water unless it was said otherwise.
/// @throws InputError with the place in the part that is wrong, also for figures that no food can hold
foods::Food read_own_food(const OwnFood& typed, quantity::MeasureSystem measures);

/// A food with what was typed changed and the rest as it was; "unknown" takes a figure back. What stands in `per` is
/// what the figures are for from now on.
/// @param typed without a name, and `per` empty where it stays
/// @throws InputError as `read_own_food`
foods::Food edited_own_food(foods::Food food, const OwnFood& typed, quantity::MeasureSystem measures);

/// "4": how many a recipe serves.
double read_servings(const std::string& text);

/// "900g": what a dish weighs when it is done, in grams.
double read_yield(const std::string& text);

/// @throws InputError where the yield cannot come of what goes in: a weight in the wrong unit
/// @param text the yield as it was typed
void require_yield_of(const foods::Recipe& recipe, const std::string& text);

}  // namespace lytes::language

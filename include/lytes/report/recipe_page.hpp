#pragma once

#include <string>

#include "lytes/foods/food.hpp"
#include "lytes/foods/recipe.hpp"
#include "lytes/report/style.hpp"

namespace lytes::report {

/// What goes into a recipe and what one serving holds.
/// @param food the recipe as it can be eaten
std::string recipe_page(const foods::Recipe& recipe, const foods::Food& food, const Style& style);

/// {"recipe":{"food":"own:3","name":...,"servings":...,"yield_grams":...,"grams_in":...,"items":[...],"per_serving":{...}}}
std::string recipe_json(const foods::Recipe& recipe, const foods::Food& food);

}  // namespace lytes::report

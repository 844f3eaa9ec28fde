#pragma once

#include <string>
#include <vector>

#include "lytes/foods/food.hpp"

namespace lytes::language {

class Speaker;

/// The food that words alone name: its ref ("usda:09040"), its barcode, its name, or else the best match.
/// @throws NotFoundError "no_such_food"
foods::Food food_called(Speaker& speaker, const std::string& words);

/// The foods that answer to words, of which the last may be begun only: what is called exactly so, then the best
/// matches, fifteen at most, then those imported.
std::vector<foods::Food> foods_called(Speaker& speaker, const std::string& words);

}  // namespace lytes::language

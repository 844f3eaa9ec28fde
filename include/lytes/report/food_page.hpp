#pragma once

#include <span>
#include <string>

#include "lytes/foods/food.hpp"
#include "lytes/report/style.hpp"

namespace lytes::report {

/// Foods, one a line, with what 100 g (or their basis) hold.
std::string food_list(std::span<const foods::Food> foods, const Style& style);

/// One food: figures and the portions it comes in.
std::string food_page(const foods::Food& food, const Style& style);

/// {"foods":[...]}
std::string foods_json(std::span<const foods::Food> foods);

}  // namespace lytes::report

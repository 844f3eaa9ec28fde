#pragma once

#include <string>

#include "lytes/quantity/nutrients.hpp"
#include "lytes/quantity/units.hpp"

namespace lytes::language {

/// "water", "fluid", "magnesium", "mg", "potassium", "k", "sodium", "na".
/// @throws InputError
quantity::Nutrient read_target_nutrient(const std::string& word);

/// What a day is to hold, in ml of water or mg of the others: "350mg", "2 l", "83 oz" (of water a fluid ounce), or a
/// bare number of ml or mg.
/// @throws InputError with the place in `text`, also for what no prescription says: "3" is then told as 3 l
double read_target_amount(quantity::Nutrient nutrient, const std::string& text, quantity::MeasureSystem measures);

}  // namespace lytes::language

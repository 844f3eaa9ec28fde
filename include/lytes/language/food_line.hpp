#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/foods/serving.hpp"
#include "lytes/foods/user_foods.hpp"

namespace lytes::language {

class Speaker;

/// What a line meant.
struct ReadLine {
  std::vector<foods::Serving> servings;
  std::string story;                   ///< what the line tells beside what was had: "while reading"; often empty
  std::vector<foods::Answer> answers;  ///< given on the way, to be kept when the line is saved
};

/// Reads what people write after `drink`, `eat` and `take`.
///
/// Items stand between commas; "and", "with" and "+" part items too when both sides are foods of their own. An amount
/// before the name of a dish is the dish's where it comes so ("a bowl of muesli with milk"), else that of the food
/// named first ("50g muesli with milk").
///
/// A supplement is an element ("200mg magnesium"), an element as a salt ("200mg magnesium as citrate"), a salt ("1250mg
/// magnesium citrate"), a product of the user's own ("2 my tablets"), a food or drink by its name. Anything else is
/// kept by the name it was given, with unknown figures and a remark; never searched for among foods.
///
/// Every error names the place in the line. Nothing is written. A line with more items than it may make entries is an
/// InputError, before its items are looked up.
/// @param kind says what "oz" means and what the servings are; empty: each is what it is by itself, a drink, a food or
/// a
///        supplement
/// @throws InputError, NotFoundError ("no_such_food", or as the speaker throws)
ReadLine read_intake_line(Speaker& speaker, std::string_view line, std::optional<foods::FoodKind> kind);

}  // namespace lytes::language

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lytes/foods/food.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/quantity/amount.hpp"
#include "piece.hpp"

namespace lytes::language {

/// The amount before the name, and only there.
quantity::Amount amount_before(const Piece& piece, foods::FoodKind kind);

/// How much a piece says, wherever it says it: "500ml water", "water 500ml", "1 orange (140g)", "tea, large", "coffee,
/// 2 mugs", "broccoli 100g steamed", "2 cans of beer 330ml". Of several amounts the exact one counts: "small glass
/// 125ml".
///
/// Words that count or contain ("large", "mugs") stand at the beginning of `rest`, before the name. Amounts that do not
/// agree are left in the name, where they find nothing.
/// @param units the words that count or contain rather than name: the list "unit"
quantity::Amount amount_in(const Piece& piece, foods::FoodKind kind, const WordSet& units);

/// Whether a piece says only how much of what was named before it: "200g", "large", "2 mugs".
bool says_amount_alone(const Piece& piece, foods::FoodKind kind, const WordSet& units);

/// "glass" for "glas": the one a letter away.
std::optional<std::string> nearest_unit_word(const WordSet& units, std::string_view misspelt);

}  // namespace lytes::language

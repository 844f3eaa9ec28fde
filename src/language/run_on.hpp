#pragma once

#include <optional>
#include <vector>

#include "food_context.hpp"
#include "piece.hpp"

namespace lytes::language {

/// "two glasses of water one coffee with milk then a peppermint tea": foods one after the other with nothing between
/// them but their amounts and small words, each of them known by its name.
///
/// Empty where a word is left over, where one food goes by all of the words, and where two foods stand side by side
/// with neither an amount nor a small word between them: "chocolate milk" may be one that is not known.
std::optional<std::vector<Read>> read_run_on(const FoodContext& context, const Piece& piece, foods::FoodKind kind);

}  // namespace lytes::language

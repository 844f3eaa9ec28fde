#pragma once

#include <optional>
#include <string>

#include "food_context.hpp"
#include "piece.hpp"

namespace lytes::language {

// Pieces whose amount stands behind what it belongs to.

/// "large iced coffee with milk" of "iced coffee with milk, large": behind all of it the size is that of the drink that
/// is named first. Empty where no size stands there, or the first has one.
std::optional<std::string> with_size_in_front(const FoodContext& context, const Piece& piece, foods::FoodKind kind);

/// "asparagus 6 spears", "turkey slices 3 deli": counted behind, in what this food comes in.
std::optional<Read> read_counted_behind(const FoodContext& context, const Piece& piece, foods::FoodKind kind);

}  // namespace lytes::language

#pragma once

#include <optional>
#include <vector>

#include "lytes/foods/food.hpp"

namespace lytes::foods {

/// What is meant of a food without a name for it of people's own: those that come in pieces are counted by the piece.
std::optional<Portion> usual_of(const std::vector<Portion>& portions);

}  // namespace lytes::foods

#pragma once

#include <optional>
#include <string>

#include "lytes/foods/food.hpp"
#include "terms.hpp"

namespace lytes::language {
struct OwnFood;
}

namespace lytes::cli {

/// Saves a food of one's own and tells it. What was logged of it before its figures were known is filled in, where
/// somebody can answer if they want that.
/// @param product the ref of one whose place it takes
void keep_food(Session& session, const foods::Food& food, const std::optional<std::string>& product);

/// "--magnesium" and its like.
void add_figure_options(Command& command, language::OwnFood& typed, const std::string& left_out);

void declare_foods_edit(Command& foods);

}  // namespace lytes::cli

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lytes/foods/food.hpp"
#include "lytes/journal/entry.hpp"

namespace lytes::language {
struct OwnFood;
}

namespace lytes::cli {

class Command;
class Session;

/// The entries that were logged of a food before it was known, or under a product whose place it takes, with the
/// figures that are known now. What has a figure keeps it.
std::vector<journal::Entry> entries_to_fill(Session& session, const foods::Food& food,
                                            const std::optional<std::string>& product);

/// Whether they are to be filled in: asked once, where somebody can answer.
bool shall_fill(Session& session, std::span<const journal::Entry> filled);

/// Writes them, logged from the food of that ref. To be called inside the change that wrote the food.
void fill(Session& session, std::span<const journal::Entry> filled, const std::string& ref);

void tell_food(Session& session, const foods::Food& food, std::size_t filled);

/// "--magnesium" and its like.
void add_figure_options(Command& command, language::OwnFood& typed, const std::string& left_out);

void declare_foods_edit(Command& foods);

}  // namespace lytes::cli

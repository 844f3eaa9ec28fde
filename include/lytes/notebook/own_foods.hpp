#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lytes/foods/food.hpp"
#include "lytes/journal/entry.hpp"

namespace lytes::notebook {

class Notebook;

/// A food of one's own that is to be changed, or a product of the catalogue whose place one's own is to take.
struct FoodToEdit {
  foods::Food food;
  std::optional<std::string> product;  ///< its ref
};

/// @throws NotFoundError "no_such_food"
/// @throws InputError for a food that is as its table has it
FoodToEdit food_to_edit(Notebook& notebook, const std::string& words);

/// The entries that were logged of a food before it was known, or under a product whose place it takes, with the
/// figures that are known now. What has a figure keeps it.
std::vector<journal::Entry> entries_to_fill(Notebook& notebook, const foods::Food& food,
                                            const std::optional<std::string>& product);

/// Saves a food, a new one unless it is one's own already, and entries that are filled in from it, as one change.
/// @return the food as it is known from now on
foods::Food save_own_food(Notebook& notebook, foods::Food food, std::span<const journal::Entry> filled);

}  // namespace lytes::notebook

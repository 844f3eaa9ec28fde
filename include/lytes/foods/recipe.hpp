#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/foods/food.hpp"
#include "lytes/foods/serving.hpp"

namespace lytes::storage {
class JournalFile;
}

namespace lytes::foods {

/// A dish of the user's: what goes into it and how many it serves.
struct Recipe {
  std::string name;
  double servings = 1;
  std::optional<double> yield_grams;  ///< weight when it is done; empty: that of all that went in
  std::vector<Serving> items;         ///< with the figures they had when the recipe was written down

  /// Weight of all that went in; unknown as soon as one weight is.
  std::optional<double> grams_in() const;
};

/// A recipe as a food that can be eaten by serving and, where its weight is known, by weight.
///
/// A nutrient is known when all items know it: half a sum would be taken for the whole. What the dish weighs less or
/// more than its items is water that boiled off or was taken up, as in USDA's recipe calculations ("moisture change").
Food food_from(const Recipe& recipe);

/// The recipes that the user keeps. Each is also one of the UserFoods, under the same ref.
class RecipeBook {
 public:
  /// @param journal must outlive this object
  explicit RecipeBook(storage::JournalFile& journal) : journal_(journal) {}

  /// To be called inside a storage::Change.
  /// @return the food under which it can be eaten from now on
  /// @throws InputError when the user has a food of that name already
  Food add(const Recipe& recipe);

  /// Writes another recipe in the place of the one behind the ref, which keeps it.
  /// @return the food as it is now
  /// @throws InputError when another food has the name
  Food replace(std::string_view ref, const Recipe& recipe);

  /// The recipe behind a ref of the UserFoods; empty when the food is no recipe.
  std::optional<Recipe> find(std::string_view ref) const;

  /// The foods that are recipes, by name.
  std::vector<Food> all() const;

 private:
  storage::JournalFile& journal_;
};

}  // namespace lytes::foods

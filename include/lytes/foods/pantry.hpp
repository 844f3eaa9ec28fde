#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/foods/food.hpp"

namespace lytes::storage {
class JournalFile;
}

namespace lytes::foods {

/// A question that was once answered and need not be asked again.
enum class Question {
  Food,  ///< which food is meant by these words; the answer is a ref
  Salt   ///< whether an amount of these words is the salt or the element; "salt" or "elemental"
};

/// What the user keeps: foods and products of their own, and the answers they gave.
///
/// Names are unique without regard to case. What writes must stand inside a storage::Change.
class Pantry {
 public:
  /// @param journal must outlive this object
  explicit Pantry(storage::JournalFile& journal);

  /// Adds a food of the user's own; `ref` is ignored and given anew.
  /// @return the food as it can be found from now on
  /// @throws InputError when the name is taken
  Food add(const Food& food);
  /// Of a recipe, also what it was made of.
  /// @throws NotFoundError "no_such_food"
  void remove(std::string_view ref);

  std::optional<Food> find(std::string_view ref) const;
  /// Every own food, by name.
  std::vector<Food> all() const;

  std::optional<std::string> answer(Question question, const std::string& words) const;
  void remember(Question question, const std::string& words, const std::string& answer);

 private:
  storage::JournalFile& journal_;
};

}  // namespace lytes::foods

#pragma once

#include <cstdint>
#include <functional>
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

/// An answer that the user gave while a line was read, to be kept when the line is saved.
struct Answer {
  Question question;
  std::string words;
  std::string answer;
};

/// Foods and products of the user's own.
///
/// Names are unique without regard to case, and so are barcodes, where foods have them. What writes must stand inside a
/// storage::Change.
class UserFoods {
 public:
  /// @param journal must outlive this object
  explicit UserFoods(storage::JournalFile& journal) : journal_(journal) {}

  /// `ref` is ignored and given anew.
  /// @return the food as it can be found from now on
  /// @throws InputError when the name or the barcode is taken
  Food add(const Food& food);
  /// Puts the food in place of the one with its ref, which keeps it, whatever its name is now.
  /// @throws InputError when another food has the name or the barcode
  /// @throws NotFoundError "no_such_food"
  void update(const Food& food);
  /// Of a recipe, also what it was made of.
  /// @throws NotFoundError "no_such_food"
  void remove(std::string_view ref);

  std::optional<Food> find(std::string_view ref) const;
  /// Every one, by name.
  std::vector<Food> all() const;

  /// One by what its name is compared by (text::key_of), of several the first by name. Found by the index of names,
  /// however many there are.
  std::optional<Food> called(const std::string& key) const;
  /// @param barcode as `read_barcode` gives it
  std::optional<Food> with_barcode(std::string_view barcode) const;
  /// The names of all, in their order: a tenth of the work of `all`.
  void each_name(const std::function<void(std::string_view ref, std::string_view name)>& visit) const;

 private:
  void require_name_is_free(const Food& food, std::int64_t besides) const;
  void require_barcode_is_free(const Food& food) const;

  storage::JournalFile& journal_;
};

/// The answers that the user gave, so that nothing is asked twice.
class Answers {
 public:
  /// @param journal must outlive this object
  explicit Answers(storage::JournalFile& journal) : journal_(journal) {}

  std::optional<std::string> given(Question question, const std::string& words) const;
  /// To be called inside a storage::Change.
  void remember(const Answer& answer);

 private:
  storage::JournalFile& journal_;
};

}  // namespace lytes::foods

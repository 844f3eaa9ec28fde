#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/foods/food.hpp"

namespace lytes::foods {

class Answers;
class Catalogue;
class ImportedFoods;
class UserFoods;

/// A food that may be meant by some words.
struct Candidate {
  std::string ref;
  std::string name;   ///< the food's own name
  std::string title;  ///< the name under which it was found
  std::optional<std::int64_t> everyday;
  double score;  ///< higher is better; only differences mean anything
};

/// What some words may mean, best first.
struct Matches {
  std::vector<Candidate> candidates;
  bool clear = false;   ///< the first is meant beyond reasonable doubt
  std::string spelled;  ///< the words as they were read, where the spelling had to be guessed; else empty
};

/// Finds foods by name: the user's own first, then what this user chose last time for the same words, then the
/// everyday names, then ranked search. Imported foods are found where somebody asks for them, and when this user chose
/// one last time.
class Finder {
 public:
  /// @param user_foods, answers may be null, when there is no journal yet
  /// @param imported may be null
  Finder(const Catalogue& catalogue, const UserFoods* user_foods, const Answers* answers,
         const ImportedFoods* imported = nullptr);

  /// A food that is called exactly this, in any order of words.
  std::optional<Candidate> called(std::string_view name) const;

  /// All foods that hold every word; with unknown words read as the nearest known ones. None for more words than names
  /// have.
  /// @param last_is_prefix the last word may be the beginning of one, as while someone types
  Matches search(std::string_view phrase, bool last_is_prefix = false) const;

  /// Imported foods that hold every word in their name or brand, best first. They are many and their names are those of
  /// packs, so none is meant beyond doubt.
  std::vector<Candidate> imported(std::string_view phrase, bool last_is_prefix = false) const;

  /// The word of a food's name that a word which none has was meant to be: "yoghrt" is "yogurt". Empty where none is
  /// near.
  std::optional<std::string> nearest_word(const std::string& word) const;

  /// The user's own food, a food of the catalogue or an imported one behind a ref.
  std::optional<Food> find(std::string_view ref) const;

  /// Whether a name holds every one of the words, singular or plural, or a word that begins with it: "eggs" fit
  /// "Egg, whole, raw", "toast" fits "Bread, toasted".
  static bool fits(std::string_view name, std::string_view words);

  /// A product of the catalogue is the user's own where they have one of the same name.
  /// @throws NotFoundError "no_such_food"
  Food food(const Candidate& candidate) const;

 private:
  std::optional<Candidate> own_called(const std::string& key) const;
  void search_exactly(const std::vector<std::string>& words, bool last_is_prefix, Matches& matches) const;
  void search_with_two_as_one(const std::vector<std::string>& words, bool last_is_prefix, Matches& matches) const;
  bool read_as_nearest(std::vector<std::string>& words, std::string& main_word) const;
  std::vector<Candidate> with_all_but_one(const std::vector<std::string>& words, const std::string& main_word,
                                          bool last_is_prefix) const;
  bool is_first_meant(const Matches& matches, std::size_t words) const;
  bool alike(const Candidate& left, const Candidate& right) const;

  const Catalogue& catalogue_;
  const UserFoods* user_foods_;
  const Answers* answers_;
  const ImportedFoods* imported_;
};

}  // namespace lytes::foods

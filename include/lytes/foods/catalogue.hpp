#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/foods/food.hpp"

namespace SQLite {
class Statement;
}

namespace lytes::storage {
class ReadOnlyFile;
}

namespace lytes::foods {

/// One name under which a food of the catalogue can be found.
struct Title {
  std::string ref;
  std::string text;                      ///< the name itself: "Bananas, raw" or "banana"
  std::string food_name;                 ///< the food's own name, for the echo
  std::optional<std::int64_t> everyday;  ///< set when this is what people call it, with its kind and usual portion
};

/// What a title's rank among those that hold the same words is worked out from, kept with it. Costs are hundredths of a
/// point.
struct TitleRank {
  int head_words = 0;  ///< so many of its words say what it is, the others what is special
  int cost = 0;        ///< of all its words, were none asked for
  int state = 0;       ///< for being raw or cooked as its kind is eaten
  std::string brands;  ///< its words in capitals, as they are compared
};

/// A title that holds what was searched for. Its words are there during the call only.
struct TitleHit {
  std::int64_t title;
  std::int64_t food;
  std::optional<std::int64_t> everyday;
  std::string_view words;
  TitleRank rank;
};

/// How much a glass, a mug or a bowl holds. One of the two is set.
struct Container {
  std::optional<double> ml;
  std::optional<double> grams;

  bool operator==(const Container&) const = default;
};

/// What a dish is made of.
struct DishPart {
  std::string ref;
  double share;  ///< of the dish's weight
};

/// A salt or other compound and the share of its weight that is the element.
struct Supplement {
  std::string name;
  std::string element;  ///< "magnesium", "potassium", "sodium" or "calcium"
  std::string formula;
  double share;  ///< 1 for the bare element
};

/// The built-in foods, read from the catalogue file. Nothing here writes.
///
/// Every lookup by `words` takes a key as `key_of` makes it. All throw StorageError when the file cannot be read.
class Catalogue {
 public:
  /// The version of the catalogue's tables that this program understands.
  static constexpr int version = 8;

  /// @param file an open catalogue; must outlive this object
  explicit Catalogue(storage::ReadOnlyFile& file);
  Catalogue(const Catalogue&) = delete;
  Catalogue& operator=(const Catalogue&) = delete;
  ~Catalogue();

  /// A food by its ref with figures and portions.
  /// @param everyday the title's everyday id, which sets kind and usual portion
  std::optional<Food> find(std::string_view ref, std::optional<std::int64_t> everyday = std::nullopt) const;

  /// Titles that are exactly these words, everyday names first.
  std::vector<Title> titled(const std::string& words) const;
  /// Titles with exactly these words in any order; `sorted_words` as from sorted_key_of.
  std::vector<Title> titled_in_any_order(const std::string& sorted_words) const;

  /// Calls `each` for every title that holds all of `words`; the last may be the beginning of a word if
  /// `last_is_prefix`.
  void search(const std::vector<std::string>& words, bool last_is_prefix,
              const std::function<void(const TitleHit&)>& each) const;
  /// A title that was found so.
  Title title(std::int64_t id) const;

  /// The words of the catalogue, for spelling; each with the number of titles that hold it.
  void each_word(const std::function<void(std::string_view word, int titles)>& each) const;
  bool knows_word(const std::string& word) const;

  /// What `word` holds, of this food (by any of its names' words) or of anything.
  std::optional<Container> container(const std::string& word, const std::vector<std::string>& of_words) const;

  /// Of a dish; empty for other foods.
  std::vector<DishPart> parts_of(const std::string& ref) const;
  /// Whether one of the two may stand for the other in a dish: oat milk for milk.
  bool are_exchanged(const std::string& left, const std::string& right) const;

  std::optional<Supplement> supplement(const std::string& words) const;
  /// Whether a label that says so many milligrams of a salt most likely weighs the salt, not the element in it: tablets
  /// known by that weight, and more than 500 mg, which is more of an element than tablets hold.
  /// @param mg of one tablet
  bool weighs_the_salt(const Supplement& salt, double mg) const;

 private:
  struct FoodQueries;

  FoodQueries& food_queries() const;

  storage::ReadOnlyFile& file_;
  mutable std::unique_ptr<SQLite::Statement> titled_;
  mutable std::unique_ptr<SQLite::Statement> titled_in_any_order_;
  mutable std::unique_ptr<SQLite::Statement> title_;
  mutable std::unique_ptr<FoodQueries> food_queries_;  ///< made with the first food, for a search reads many
};

}  // namespace lytes::foods

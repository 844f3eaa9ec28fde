#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/foods/catalogue.hpp"
#include "lytes/foods/finder.hpp"
#include "lytes/foods/serving.hpp"
#include "lytes/foods/user_foods.hpp"
#include "lytes/language/speaker.hpp"
#include "lytes/text/words.hpp"
#include "piece.hpp"
#include "piece_amount.hpp"

namespace lytes::language {

/// A food as it was understood, and what was answered on the way.
struct Read {
  foods::Serving serving;
  std::optional<foods::Answer> answer;
  std::string aside = {};  ///< words that were not needed to know the food: "(leftovers)", "from the bakery"
  bool left_out = false;   ///< the speaker wants nothing of it kept
};

/// What the readings of a food line share.
class FoodContext {
 public:
  explicit FoodContext(Speaker& speaker);

  Speaker& speaker() const { return speaker_; }
  const foods::Catalogue& catalogue() const { return catalogue_; }
  const foods::Finder& finder() const { return finder_; }

  const WordSet& units() const { return units_; }
  quantity::Amount amount(const Piece& piece, foods::FoodKind kind) const { return amount_in(piece, kind, units_); }

  /// What is meant by `name` after `drink` or `eat`: to drink squash is not to eat one.
  std::optional<foods::Candidate> called(std::string_view name, foods::FoodKind kind) const;

  /// The words behind an amount, with "glas of water" read as a glass of it, "2 Tassen" as cups.
  std::vector<text::Word> unit_mended(const quantity::Amount& amount) const;

  Read weigh(const Piece& piece, const foods::Food& food, const foods::Helping& helping, foods::FoodKind kind) const;

  /// Whether it is known how much of it lies on a dish or in it: onions on a sausage are not two onions.
  bool is_topping(const foods::Food& food) const;

  /// Whether it is a drink, or unknown to the catalogue.
  bool is_drink(const std::string& ref) const;
  bool is_known_drink(const std::string& ref) const;

 private:
  Speaker& speaker_;
  const foods::Catalogue& catalogue_;
  foods::Finder finder_;
  const WordSet& units_;
};

/// The piece as an amount, a unit and a name that is known just so.
std::optional<Read> read_named_food(const FoodContext& context, const Piece& piece, foods::FoodKind kind);

/// A dish with a part of it exchanged or left out: "cappuccino with oat milk", "toast with jam, no butter". Empty where
/// the piece does not say so of a dish that has such a part.
std::optional<Read> read_exchanged_food(const FoodContext& context, const Piece& piece, foods::FoodKind kind);

/// The piece as an amount, units, and words to search for.
Read read_searched_food(const FoodContext& context, const Piece& piece, foods::FoodKind kind);

/// An element or a salt, unless the user has a product of that name.
std::optional<Read> read_supplement(const FoodContext& context, const Piece& piece);

/// A supplement or medicine that nothing is known of: kept by its name, its figures unknown.
Read read_unknown_supplement(const FoodContext& context, const Piece& piece);

/// "magnesuim 300 mg": as `read_supplement`, with the elements and salts in it spelled as they are; empty where that
/// gives none.
std::optional<Read> read_misspelt_supplement(const FoodContext& context, const Piece& piece);

/// A medicine by its name or brand with its dose, before or behind, and why it was taken: "400mg ibuprofen", "2 advil
/// with breakfast". Empty where the words say more than that, or name a food.
std::optional<Read> read_medicine(const FoodContext& context, const Piece& piece);

/// Whether these are plain vitamins and the like, of which it is known that they hold no mineral that is counted:
/// "vitamin d3 2000 iu", but not "vitamin d with magnesium" and no effervescent tablet.
bool holds_no_minerals(const Vocabulary& vocabulary, std::string_view name);

/// The same, or one that is known by name though not what it holds: "multivitamin".
bool is_known_supplement(const Vocabulary& vocabulary, std::string_view name);

/// An electrolyte, a supplement or a salt substitute by the name on its label; empty where it is none of these.
std::optional<Read> read_product(const FoodContext& context, const Piece& piece);

/// The same where a number belongs to the name and is no amount: "klor con 10 x2", "magnesium diasporal 300 sachet".
/// @throws InputError when it does not come in the unit that was said
std::optional<Read> read_numbered_product(const FoodContext& context, const Piece& piece);

/// What something is dissolved in or washed down with: "500ml water", "a glass of juice", and "200ml" of water.
std::optional<Read> read_drink_beside(const FoodContext& context, const Piece& piece);

/// "1 tablet dissolved" as "1 tablet"
/// "nuun 500ml", "liquid iv 16oz": one of what is sold by the tablet or stick, in so much water. Empty where it is
/// none.
std::optional<std::vector<Read>> read_product_in_water(const FoodContext& context, const Piece& piece);

Piece without_stirring(const Piece& piece);

inline bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

/// The words from `first` up to `last` as they were typed.
std::string name_from(const std::vector<text::Word>& words, std::string_view text, std::size_t first, std::size_t last);

/// The same as the words of a unit, without "of".
std::vector<std::string> unit_from(const std::vector<text::Word>& words, std::size_t first, std::size_t last);

}  // namespace lytes::language

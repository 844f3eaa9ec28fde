#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/foods/finder.hpp"
#include "lytes/foods/pantry.hpp"
#include "lytes/foods/serving.hpp"

namespace lytes::foods {

struct Piece;
struct Supplement;
struct Word;

/// An answer the user gave while a line was read, to be kept when the line is saved.
struct Answer {
  Question question;
  std::string words;
  std::string answer;
};

/// What a line meant.
struct ReadLine {
  std::vector<Serving> servings;
  std::vector<Answer> answers;
};

/// Which of several candidates was meant.
struct Choice {
  std::size_t index;
  bool keep;  ///< the user said so, and need not be asked again for the same words
};

/// Asked when a line can be read in more than one way.
struct Asking {
  /// Which of several foods is meant by `phrase`; `candidates` hold at least one.
  /// Throws NotFoundError "ambiguous_food" to say that nobody can be asked.
  std::function<Choice(std::string_view phrase, const std::vector<Candidate>& candidates)> food;
  /// Whether the weight in `phrase` is the salt's. Empty: nobody can be asked; it is then the salt, with a remark.
  std::function<std::optional<bool>(std::string_view phrase, const Supplement& salt, double salt_mg)> is_salt;
};

/// Reads what people write after `drink`, `eat` and `take`.
///
/// Items stand between commas; "and", "with" and "+" part items too when both sides are foods of their own. An amount
/// before the name of a dish is the dish's where it comes so ("a bowl of muesli with milk"), else that of the food
/// named first ("50g muesli with milk").
/// Every error names the place in the line. Nothing is written.
/// A line with more items than it may make entries is an InputError, before its items are looked up.
class Resolver {
 public:
  /// @param pantry may be null, when there is no journal yet
  Resolver(const Catalogue& catalogue, const Pantry* pantry, quantity::MeasureSystem system, Asking asking);

  /// @param kind Drink or Food; says what "oz" means and what the servings are
  /// @throws InputError, NotFoundError ("no_such_food", or as Asking throws)
  ReadLine read(std::string_view line, Kind kind) const;

  /// Supplements: an element ("200mg magnesium"), an element as a salt ("200mg magnesium as citrate"), a salt
  /// ("1250mg magnesium citrate"), a product of the user's own ("2 my tablets"), a food or drink by its name. Anything
  /// else is kept by the name it was given, with unknown figures and a remark; never searched for among foods.
  ReadLine read_supplements(std::string_view line) const;

 private:
  struct Read;

  std::vector<Piece> pieces(std::string_view line) const;
  std::optional<Read> read_exactly(const Piece& piece, Kind kind) const;
  std::vector<Word> unit_mended(const quantity::Amount& amount) const;
  std::optional<Candidate> called(std::string_view name, Kind kind) const;
  std::optional<Candidate> called_in_that_state(std::string_view name) const;
  Read read_by_search(const Piece& piece, Kind kind) const;
  std::vector<Read> read_piece(const Piece& piece, Kind kind) const;
  bool is_drink(const std::string& ref) const;
  std::optional<std::vector<Read>> read_parts(const Piece& piece, Kind kind) const;
  std::optional<std::vector<Read>> read_first_measured(const Piece& piece, Kind kind) const;
  std::optional<Read> read_supplement(const Piece& piece) const;
  Read read_unknown_supplement(const Piece& piece) const;
  Read weigh(const Piece& piece, const Food& food, const Helping& helping, Kind kind) const;

  const Catalogue& catalogue_;
  const Pantry* pantry_;
  Finder finder_;
  quantity::MeasureSystem system_;
  Asking asking_;
};

}  // namespace lytes::foods

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "lytes/calendar/moment.hpp"
#include "lytes/foods/finder.hpp"
#include "lytes/foods/imported_foods.hpp"
#include "lytes/foods/user_foods.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/quantity/units.hpp"

namespace lytes::foods {
class Catalogue;
struct Supplement;
}  // namespace lytes::foods

namespace lytes::language {

/// Which of several candidates was meant, or what becomes of words that name none.
struct Choice {
  enum class What {
    Candidate,
    Unknown,  ///< what was had is kept by the name it was given, its figures unknown
    LeftOut   ///< of this nothing is kept
  };

  std::size_t index;
  bool keep;  ///< the speaker said so, and need not be asked again for the same words
  What what = What::Candidate;
};

/// Whoever says a line: how their clocks go, what they eat and measure with, and a way to ask them.
///
/// What a line does not need is not opened: each of these is looked for when a reader first asks for it.
class Speaker {
 public:
  Speaker() = default;
  Speaker(const Speaker&) = delete;
  Speaker& operator=(const Speaker&) = delete;
  virtual ~Speaker() = default;

  virtual const calendar::Reckoning& reckoning() = 0;
  virtual quantity::MeasureSystem measures() = 0;
  virtual const Vocabulary& vocabulary() = 0;
  virtual const foods::Catalogue& catalogue() = 0;
  virtual const foods::UserFoods& user_foods() = 0;
  virtual const foods::Answers& answers() = 0;
  /// None, where nobody says otherwise.
  virtual const foods::ImportedFoods& imported_foods();
  /// By all of these.
  foods::Finder finder() { return {catalogue(), &user_foods(), &answers(), &imported_foods()}; }

  /// Which of several foods is meant by `phrase`.
  /// @param candidates at least one, the likeliest first
  /// @throws NotFoundError "ambiguous_food" where nobody can be asked
  virtual Choice which_food(std::string_view phrase, const std::vector<foods::Candidate>& candidates) = 0;

  /// What becomes of a food that nothing is known of by this name.
  /// @throws NotFoundError "no_such_food" where nothing is to become of it, as wherever nobody says otherwise
  virtual Choice unknown_food(std::string_view phrase);

  /// Whether the weight in `phrase` is the salt's. Empty: nobody can be asked.
  /// @param likely what it is taken for without an answer
  virtual std::optional<bool> is_salt(std::string_view phrase, const foods::Supplement& salt, double mg,
                                      bool likely) = 0;
};

}  // namespace lytes::language

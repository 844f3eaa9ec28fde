#include "supplement_dose.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "lytes/errors.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/quantity/number_signs.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::language {

namespace {

/// Nobody takes as many tablets at once; milligrams are rarely as few.
constexpr double most_tablets = 20;

struct MassUnit {
  std::string_view word;
  double mg;
};
constexpr std::array<MassUnit, 9> mass_units = {{{"mg", 1},
                                                 {"mgs", 1},
                                                 {"milligram", 1},
                                                 {"milligrams", 1},
                                                 {"g", 1000},
                                                 {"gram", 1000},
                                                 {"grams", 1000},
                                                 {"mcg", 0.001},
                                                 {"ug", 0.001}}};

struct ChargeUnit {
  std::string_view word;
  Charge::Unit unit;
};
constexpr std::array<ChargeUnit, 8> charge_units = {{{"mmol", Charge::Unit::Millimole},
                                                     {"mmols", Charge::Unit::Millimole},
                                                     {"millimole", Charge::Unit::Millimole},
                                                     {"millimoles", Charge::Unit::Millimole},
                                                     {"meq", Charge::Unit::Milliequivalent},
                                                     {"meqs", Charge::Unit::Milliequivalent},
                                                     {"milliequivalent", Charge::Unit::Milliequivalent},
                                                     {"milliequivalents", Charge::Unit::Milliequivalent}}};

constexpr std::array<std::string_view, 23> packings = {"tablet", "tablets", "tab",    "tabs",  "capsule", "capsules",
                                                       "cap",    "caps",    "pill",   "pills", "sachet",  "sachets",
                                                       "scoop",  "scoops",  "powder", "drop",  "drops",   "x",
                                                       "times",  "twice",   "once",   "each",  "dose"};
constexpr std::array<std::string_view, 4> totals = {"total", "altogether", "combined", "overall"};
constexpr std::array<std::string_view, 28> beside = {
    "altogether", "combined",   "overall", "w/",      "total",   "of",        "a",
    "the",        "supplement", "before",  "after",   "with",    "at",        "in",
    "for",        "bed",        "night",   "bedtime", "dinner",  "breakfast", "lunch",
    "food",       "meal",       "meals",   "morning", "evening", "providing", "containing"};

template <typename Words>
bool holds(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

std::optional<double> mg_in(std::string_view unit) {
  const auto found = std::ranges::find(mass_units, unit, &MassUnit::word);
  return found == mass_units.end() ? std::nullopt : std::optional(found->mg);
}

std::optional<Charge::Unit> charge_unit(std::string_view word) {
  const auto found = std::ranges::find(charge_units, word, &ChargeUnit::word);
  return found == charge_units.end() ? std::nullopt : std::optional(found->unit);
}

std::vector<std::string> tokens_of(std::string_view phrase) {
  std::vector<std::string> tokens;
  constexpr std::string_view blanks = " \t,;()";
  for (std::size_t at = phrase.find_first_not_of(blanks); at != std::string_view::npos;) {
    // A comma between digits is a decimal one.
    std::size_t end = at;
    const auto digit = [&](std::size_t place) { return place < phrase.size() && text::is_digit(phrase[place]); };
    while (end < phrase.size() && (blanks.find(phrase[end]) == std::string_view::npos ||
                                   (phrase[end] == ',' && end > at && digit(end - 1) && digit(end + 1))))
      ++end;
    tokens.emplace_back(phrase.substr(at, end - at));
    at = phrase.find_first_not_of(blanks, end);
  }
  return tokens;
}

/// "200mg" as 200 and "mg"; nothing for "3-6-9" and "b12".
struct NumberToken {
  double number;
  std::string unit;
  std::string doubtful = {};  ///< the digits, where a mark in them may part thousands: only the unit can tell
};

std::optional<NumberToken> number_in(const std::string& token) {
  const std::size_t digits = std::min(token.find_first_not_of("0123456789.,/"), token.size());
  if (digits == 0) return std::nullopt;
  const std::string unit = text::lowered(token.substr(digits));
  if (!unit.empty() && unit != "x" && unit != "iu" && !mg_in(unit) && !charge_unit(unit)) return std::nullopt;
  if (quantity::two_readings(token.substr(0, digits))) return NumberToken{0, unit, token.substr(0, digits)};
  try {
    return NumberToken{quantity::parse_number(token.substr(0, digits)), unit};
  } catch (const InputError&) {
    return std::nullopt;
  }
}

/// "1,500" mg are fifteen hundred; "1.500" mg and "1,500" tablets are anybody's guess.
/// @throws InputError with the place in the phrase
double without_doubt(const std::string& digits, const std::string& unit, std::string_view phrase) {
  try {
    return mg_in(unit) ? quantity::parse_measured(digits + " " + unit).number : quantity::parse_number(digits);
  } catch (const InputError& error) {
    throw InputError(error.what(), std::string(phrase), phrase.find(digits), error.valid);
  }
}

struct CountWord {
  std::string_view word;
  double number;
};
constexpr std::array<CountWord, 9> count_words = {{{"half", 0.5},
                                                   {"one", 1},
                                                   {"two", 2},
                                                   {"three", 3},
                                                   {"four", 4},
                                                   {"five", 5},
                                                   {"six", 6},
                                                   {"eight", 8},
                                                   {"ten", 10}}};

/// Gathers what the words of a dose say, whatever their order.
class DoseReader {
 public:
  explicit DoseReader(std::string_view phrase) : phrase_(phrase), tokens_(tokens_of(phrase)) {}

  std::optional<SupplementDose> read() {
    for (at_ = 0; at_ < tokens_.size(); ++at_) {
      const std::string word = text::lowered(tokens_[at_]);
      if (word == "as" || word == "from") return std::nullopt;
      const bool after_number = std::exchange(after_number_, false);  // "2 tablets", but "my tablets"
      if (const auto said = number_in(word)) {
        take_number(*said);
      } else if (!take_count(word)) {
        take_word(word, after_number);
      }
    }
    return dose();
  }

 private:
  std::string token(std::size_t at) const { return at < tokens_.size() ? text::lowered(tokens_[at]) : std::string(); }

  void take_number(NumberToken said) {
    const std::string next = token(at_ + 1);
    const bool unit_follows = said.unit.empty() && (mg_in(next) || charge_unit(next) || next == "iu");
    const std::string unit = unit_follows ? next : said.unit;
    if (!said.doubtful.empty() && unit != "iu") said.number = without_doubt(said.doubtful, unit, phrase_);
    if (unit_follows) ++at_;
    if (const auto mg = mg_in(unit)) {
      take_mass(said.number * *mg);
    } else if (const auto charge = charge_unit(unit)) {
      charges_.push_back({said.number, *charge});
    } else if (unit == "x" || holds(packings, next)) {
      counts_.push_back(said.number);
    } else if (unit != "iu") {
      bare_.push_back(said.number);
    }
    after_number_ = true;
  }

  /// "144 mg elemental" and "99 mg of potassium" behind a salt's name weigh what the salt holds.
  void take_mass(double mg) {
    const std::string next = token(at_ + 1);
    if (is_total()) total_ = mg;
    const bool of = next == "of";
    const std::string named = of ? token(at_ + 2) : next;
    const bool is_named = !dose_.name.empty() && !named.empty() && text::lowered(dose_.name).starts_with(named);
    if (next == "elemental" || is_named) {
      elemental_.push_back(mg);
      at_ += of ? 2 : 1;
    } else {
      masses_.push_back(mg);
    }
  }

  /// "2 caps 300mg total", "2 caps total 300 mg", "3 x 200mg total 600mg": that mass is of all together.
  bool is_total() const {
    const auto behind = [&](std::size_t at) { return at_ >= at && holds(totals, token(at_ - at)); };
    const std::size_t next = token(at_ + 1) == "in" ? at_ + 2 : at_ + 1;
    return behind(1) || behind(2) || (holds(totals, token(next)) && !number_in(token(next + 1)));
  }

  /// "twice", "x2", "two caps"
  bool take_count(const std::string& word) {
    if (word == "twice") {
      counts_.push_back(2);
      return true;
    }
    if (word.size() > 1 && word.front() == 'x' && number_in(word.substr(1))) {
      counts_.push_back(number_in(word.substr(1))->number);
      return true;
    }
    const auto counted = std::ranges::find(count_words, word, &CountWord::word);
    const std::string next = token(at_ + 1);
    const bool of_something = holds(packings, next) || number_in(next) || (word == "half" && next == "a");
    if (counted == count_words.end() || !of_something) return false;
    counts_.push_back(counted->number);
    after_number_ = true;
    return true;
  }

  void take_word(const std::string& word, bool after_number) {
    if (word == "per" || (after_number && word == "a")) {
      after_number_ = true;  // "99 mg per tablet", "half a tablet"
      return;
    }
    if ((after_number && holds(packings, word)) || holds(beside, word)) return;
    dose_.name += (dose_.name.empty() ? "" : " ") + tokens_[at_];
  }

  /// "2 capsules magnesium glycinate (240mg)": behind what was counted the label's brackets hold it all; "(120mg each)"
  /// do not.
  bool total_in_brackets() const {
    const std::size_t open = phrase_.find('(');
    const std::size_t close = phrase_.find(')', std::min(open, phrase_.size()));
    if (close == std::string_view::npos || counts_.size() != 1 || masses_.size() != 1) return false;
    const std::string inside = text::lowered(phrase_.substr(open + 1, close - open - 1));
    const bool mass_inside = !inside.empty() && text::is_digit(inside.front());
    const bool counted_before = std::ranges::any_of(phrase_.substr(0, open), text::is_digit);
    return mass_inside && counted_before && inside.find("each") == std::string::npos &&
           inside.find("per") == std::string::npos;
  }

  std::optional<SupplementDose> dose() {
    if (masses_.empty() && elemental_.empty() && charges_.empty() && bare_.size() == 1 &&
        bare_.front() > most_tablets) {
      masses_.swap(bare_);
      dose_.unit_assumed = true;
    }
    counts_.insert(counts_.end(), bare_.begin(), bare_.end());
    if (elemental_.size() == 1) {
      masses_ = elemental_;  // beside it the salt's own weight says nothing more
      dose_.elemental = true;
    }
    if (total_) masses_ = {*total_};
    if (total_ || total_in_brackets()) counts_.clear();
    if (masses_.size() + charges_.size() > 1 || counts_.size() > 1 || dose_.name.empty()) return std::nullopt;
    if (!masses_.empty()) dose_.each_mg = masses_.front();
    if (!charges_.empty()) dose_.each_charge = charges_.front();
    if (!counts_.empty()) dose_.count = counts_.front();
    const bool nothing =
        (dose_.each_mg && *dose_.each_mg <= 0) || (dose_.each_charge && dose_.each_charge->number <= 0);
    if (dose_.count <= 0 || nothing) return std::nullopt;
    return std::move(dose_);
  }

  std::string_view phrase_;
  std::vector<std::string> tokens_;
  std::size_t at_ = 0;
  bool after_number_ = false;
  SupplementDose dose_;
  std::vector<double> counts_;
  std::vector<double> bare_;
  std::vector<double> masses_;
  std::vector<double> elemental_;
  std::optional<double> total_;  ///< of all that was counted
  std::vector<Charge> charges_;
};

}  // namespace

std::optional<SupplementDose> dose_in(std::string_view phrase) { return DoseReader(phrase).read(); }

}  // namespace lytes::language

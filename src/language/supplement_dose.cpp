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
constexpr std::array<std::string_view, 21> beside = {
    "of",    "a",       "the",    "supplement", "before", "after", "with", "at",    "in",      "for",    "bed",
    "night", "bedtime", "dinner", "breakfast",  "lunch",  "food",  "meal", "meals", "morning", "evening"};

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

}  // namespace

std::optional<SupplementDose> dose_in(std::string_view phrase) {
  SupplementDose dose;
  std::vector<double> counts;
  std::vector<double> bare;
  std::vector<double> masses;
  std::vector<Charge> charges;
  const auto tokens = tokens_of(phrase);
  bool is_number = false;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const std::string word = text::lowered(tokens[at]);
    const bool after_number = std::exchange(is_number, false);  // "2 tablets", but "my tablets"
    if (word == "as" || word == "from") return std::nullopt;
    if (auto said = number_in(word)) {
      const std::string next = at + 1 < tokens.size() ? text::lowered(tokens[at + 1]) : "";
      const bool unit_follows = said->unit.empty() && (mg_in(next) || charge_unit(next) || next == "iu");
      const std::string unit = unit_follows ? next : said->unit;
      if (!said->doubtful.empty() && unit != "iu") said->number = without_doubt(said->doubtful, unit, phrase);
      if (const auto mg = mg_in(unit)) {
        masses.push_back(said->number * *mg);
      } else if (const auto charge = charge_unit(unit)) {
        charges.push_back({said->number, *charge});
      } else if (unit == "x" || holds(packings, next)) {
        counts.push_back(said->number);
      } else if (unit != "iu") {
        bare.push_back(said->number);
      }
      if (unit_follows) ++at;
      is_number = true;
    } else if (word == "twice") {
      counts.push_back(2);
    } else if (word.size() > 1 && word.front() == 'x' && number_in(word.substr(1))) {
      counts.push_back(number_in(word.substr(1))->number);
    } else if (!(after_number && holds(packings, word)) && !holds(beside, word)) {
      dose.name += (dose.name.empty() ? "" : " ") + tokens[at];
    }
  }
  if (masses.empty() && charges.empty() && bare.size() == 1 && bare.front() > most_tablets) {
    masses.swap(bare);
    dose.unit_assumed = true;
  }
  counts.insert(counts.end(), bare.begin(), bare.end());
  if (masses.size() + charges.size() > 1 || counts.size() > 1 || dose.name.empty()) return std::nullopt;
  if (!masses.empty()) dose.each_mg = masses.front();
  if (!charges.empty()) dose.each_charge = charges.front();
  if (!counts.empty()) dose.count = counts.front();
  const bool nothing = (dose.each_mg && *dose.each_mg <= 0) || (dose.each_charge && dose.each_charge->number <= 0);
  if (dose.count <= 0 || nothing) return std::nullopt;
  return dose;
}

}  // namespace lytes::language

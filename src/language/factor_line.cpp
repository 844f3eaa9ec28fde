#include "lytes/language/factor_line.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>

#include "factor_phrases.hpp"
#include "lytes/bounds.hpp"
#include "lytes/calendar/spoken.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/rating.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/quantity/number_signs.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

constexpr std::size_t longest_name = 40;
/// Bytes of the longest value that words may follow: "about six hours and a half" and its like.
constexpr std::size_t longest_value = 64;

/// One factor of a line, with its place in it for messages.
class Part {
 public:
  Part(const Vocabulary& vocabulary, std::string_view line, std::string_view part)
      : vocabulary_(vocabulary), line_(line), part_(part) {}

  std::vector<SaidFactor> read() const {
    if (factor_named_alone() == nullptr) {
      auto in_words = factors_in_words(vocabulary_, part_);
      if (!in_words.said.empty()) return std::move(in_words.said);
      if (in_words.sounds_like_one && !begins_with_one()) return {own(part_)};
    }
    return {read_one()};
  }

 private:
  /// "sleep 6.5h", "sat 9 h": a factor's own word with at most a value, and words that speak of no other.
  const FactorWord* factor_named_alone() const {
    const std::size_t digit = std::min(part_.find_first_of("0123456789.½"), part_.size());
    return vocabulary_.factors().find(without_small_words(text::lowered(text::trimmed(part_.substr(0, digit)))));
  }

  /// "hot water bottle on back 20 min"
  bool begins_with_one() const { return known_beginning(text::lowered(part_)).first != nullptr; }

  /// One of the user's, by its words.
  SaidFactor own(std::string_view words) const {
    if (words.size() > longest_name)
      refuse("a name longer than 40 letters", part_, "a short name, or `lytes note ...`");
    return {{text::lowered(words), std::nullopt, std::nullopt}, false, {}};
  }

  SaidFactor read_one() const {
    const std::size_t digit = std::min(part_.find_first_of("0123456789.½"), part_.size());
    refuse_sign_before(digit);
    std::string name = without_small_words(text::lowered(text::trimmed(part_.substr(0, digit))));
    std::string_view bare = name;
    while (const std::size_t dash = dash_at_end(bare)) bare = text::trimmed(bare.substr(0, bare.size() - dash));
    name.resize(bare.size());
    std::string_view value = text::trimmed(part_.substr(digit));
    if (name.empty()) refuse("what was it?", part_, "a name and a value, such as `sleep 6.5h`");
    if (name.size() > longest_name) refuse("a name longer than 40 letters", part_, "a short name, or `lytes note ...`");
    const FactorWord* known = vocabulary_.factors().find(name);
    std::string beside;  // "sat at the desk for 8 hours": the words that do not name it are a note
    if (!known) std::tie(known, beside) = known_beginning(name);
    if (!known) return {with_value({name, std::nullopt, std::nullopt}, value, Scale::Free), false, {}};
    if (!beside.empty() && value.empty()) {
      if (auto rated = rated_in_words(*known, beside)) return std::move(*rated);
      return {{known->name, std::nullopt, std::nullopt}, true, beside};  // "sat all day"
    }
    if (known->scale == Scale::Rating && !value.empty() &&
        (is_duration(value) || is_count(value) || (words_after(value, known->scale).empty() && !is_rating(value))))
      return {{known->name, std::nullopt, std::nullopt}, true, what_was_done(*known, digit)};  // "ran 10k"
    if (known->scale == Scale::Hours && is_count(value))
      return {{known->name, std::nullopt, std::nullopt}, true, std::string(part_)};  // "drove 400km"
    const std::string_view words = known->scale == Scale::Free ? std::string_view() : words_after(value, known->scale);
    value = text::trimmed(value.substr(0, value.size() - words.size()));
    refuse_second_number(words);
    return {with_value({known->name, std::nullopt, std::nullopt}, value, known->scale), true,
            beside.empty() || words.empty() ? beside + std::string(words) : beside + ", " + std::string(words)};
  }

  /// "walked 45 minutes" where the factor is exertion, "2h" where "exertion" itself was said.
  std::string what_was_done(const FactorWord& known, std::size_t value) const {
    const bool by_name = text::lowered(part_).starts_with(known.name);
    return std::string(text::trimmed(by_name ? part_.substr(value) : part_));
  }

  /// "sleep quality poor": how good, where no number says it.
  std::optional<SaidFactor> rated_in_words(const FactorWord& known, const std::string& beside) const {
    if (known.name != "sleep quality") return std::nullopt;
    for (const auto& word : text::words_of(beside)) {
      const auto rating = quality_in_words(vocabulary_, word.text);
      if (rating) return SaidFactor{{known.name, rating, std::nullopt}, true, beside, word.text};
    }
    return std::nullopt;
  }

  /// "gardening 2 hrs": how long it was, and not how much.
  static bool is_duration(std::string_view value) {
    try {
      return calendar::parse_duration_minutes(value) > 0;
    } catch (const InputError&) {
      return false;
    }
  }

  /// "ran 5 km in 30 min", "squats 3 sets": how far or how often.
  bool is_count(std::string_view value) const {
    const std::string_view behind =
        text::trimmed(value.substr(std::min(value.find_first_not_of("0123456789.,"), value.size())));
    return vocabulary_.words("activity unit").contains(text::lowered(behind.substr(0, behind.find(' '))));
  }

  bool is_rating(std::string_view value) const {
    return value.find_first_not_of("0123456789.,/ ½-\u2013") == std::string_view::npos || !text::is_digit(value[0]);
  }

  /// The known factor that the words begin with, and the words behind it.
  std::pair<const FactorWord*, std::string> known_beginning(const std::string& words) const {
    for (std::size_t blank = words.rfind(' '); blank != std::string::npos && blank > 0;
         blank = words.rfind(' ', blank - 1)) {
      if (const FactorWord* known = vocabulary_.factors().find(words.substr(0, blank)))
        return {known, words.substr(blank + 1)};
    }
    return {nullptr, {}};
  }

  [[noreturn]] void refuse(const std::string& what, std::string_view place, const std::string& valid) const {
    throw InputError(what, std::string(line_), static_cast<std::size_t>(place.data() - line_.data()), valid);
  }

  /// "exertion -3", "temp −3", "sleep - 1h", "temp minus 3", "sleep +7h": a sign is not the end of a name.
  void refuse_sign_before(std::size_t number) const {
    constexpr std::string_view word = "minus";
    const std::string before = text::lowered(text::trimmed(part_.substr(0, number)));
    const std::size_t dash = dash_at_end(before);
    const bool in_words = before == word || before.ends_with(" " + std::string(word));
    const std::size_t length = dash > 0 ? dash : in_words ? word.size() : before.ends_with('+') ? 1 : 0;
    if (number == part_.size() || length == 0) return;
    const std::size_t place = before.size() - length;
    refuse(quantity::Sign{place, dash > 0 || in_words}.complaint("a number here"), part_.substr(place),
           "the number without a sign, such as `sleep 6.5h`");
  }

  /// Bytes of the dash or minus sign that the text ends with.
  static std::size_t dash_at_end(std::string_view text) {
    for (std::size_t length = 1; length <= std::min<std::size_t>(text.size(), 3); ++length) {
      if (quantity::minus_length(text, text.size() - length) == length) return length;
    }
    return 0;
  }

  /// "heat 3 -5", "heat 10-20": behind a number another one is no unit and no note.
  void refuse_second_number(std::string_view words) const {
    const auto sign = quantity::signed_number_in(words);
    if (sign && sign->place == 0) refuse("a second number", words, "one number, with its unit");
  }

  /// "sleep about 6h", "slept for 6h", "stress level 5", "sleep: 6h": the name alone.
  std::string without_small_words(std::string name) const {
    const WordSet& small = vocabulary_.words("factor filler");
    while (true) {
      while (name.ends_with(':') || name.ends_with(' ')) name.pop_back();
      const std::size_t blank = name.rfind(' ');
      if (blank == std::string::npos || !small.contains(std::string_view(name).substr(blank + 1))) return name;
      name.resize(blank);
    }
  }

  /// "temp 1e300": what follows the number is no unit.
  void refuse_exponent(std::string_view unit) const {
    const bool exponent = unit.size() > 1 && (unit[0] == 'e' || unit[0] == 'E') &&
                          text::is_digit(unit[unit[1] == '+' && unit.size() > 2 ? 2 : 1]);
    if (exponent) refuse("a number with an exponent is not read", unit, "plain digits, such as 1000");
  }

  /// The words behind the longest value that can be read.
  std::string_view words_after(std::string_view value, Scale scale) const {
    std::size_t end = value.size() <= longest_value ? value.size() : value.rfind(' ', longest_value);
    for (; end != std::string_view::npos && end > 0; end = value.rfind(' ', end - 1)) {
      try {
        with_value({}, text::trimmed(value.substr(0, end)), scale);
        const std::string_view words = text::trimmed(value.substr(end));
        const bool number = !words.empty() && text::is_digit(words[0]);
        return number ? std::string_view() : words;
      } catch (const InputError&) {
        if (value.find(' ') == std::string_view::npos) break;
      }
    }
    return {};
  }

  journal::Factor with_value(journal::Factor factor, std::string_view value, Scale scale) const {
    switch (scale) {
      case Scale::Hours:
        factor.value = hours(value);
        factor.unit = "h";
        break;
      case Scale::Units:
        factor.value = units(value);
        factor.unit = "units";
        break;
      case Scale::Rating:
        if (!value.empty()) factor.value = rating(value);
        break;
      case Scale::Free:
        if (!value.empty()) free_value(factor, value);
        break;
    }
    return factor;
  }

  /// "6.5h", "6h30", "90 min", and plain "6.5", which can only be hours.
  double hours(std::string_view value) const {
    const std::string valid = "hours, such as `6.5h` or `6h30`";
    if (value.empty()) refuse("how many hours?", part_.substr(part_.size()), valid);
    double amount = 0;
    try {
      const bool plain = value.find_first_not_of("0123456789.,/ ½") == std::string_view::npos;
      amount = plain ? quantity::parse_number(value) : calendar::parse_duration_minutes(with_minutes(value)) / 60;
    } catch (const InputError& error) {
      refuse(error.what(), value.substr(std::min(error.place, value.size())), valid);
    }
    if (amount > 24) refuse("a day has 24 hours", value, valid);
    return amount;
  }

  /// "5 hours 30" as "5 hours 30 min".
  static std::string with_minutes(std::string_view value) {
    std::string text(value);
    const std::size_t blank = text.rfind(' ');
    const bool digits = blank != std::string::npos && blank + 1 < text.size() &&
                        text.find_first_not_of("0123456789", blank + 1) == std::string::npos;
    return digits ? text + " min" : text;
  }

  double units(std::string_view value) const {
    const std::string valid =
        "units of alcohol, such as `alcohol 2` (a unit is 10 ml, about a small glass of wine); or log the drink itself";
    if (value.empty()) refuse("how many units?", part_.substr(part_.size()), valid);
    for (const std::string_view word : {"units", "unit", "drinks", "drink"}) {
      if (value.ends_with(word)) {
        value = text::trimmed(value.substr(0, value.size() - word.size()));
        break;
      }
    }
    return number(value, 0, 100, valid);
  }

  double rating(std::string_view value) const {
    constexpr std::string_view valid = "a number from 0 to 10";
    const std::size_t slash = value.find('/');
    const std::string_view out_of = slash == std::string_view::npos ? std::string_view() : value.substr(slash + 1);
    if (out_of == "5") return 2 * number(value.substr(0, slash), 0, 5, std::string(valid));  // "4/5" is 8 of 10
    if (out_of == "10") value = value.substr(0, slash);
    return number(value, 0, 10, std::string(valid));
  }

  double number(std::string_view value, double least, double most, const std::string& valid) const {
    double amount = 0;
    try {
      amount = quantity::parse_number(value);
    } catch (const InputError& error) {
      refuse(error.what(), value.substr(std::min(error.place, value.size())), valid);
    }
    if (amount < least || amount > most) refuse("out of range", value, valid);
    return amount;
  }

  /// "2/5" and "7/10" are how much of it there was, out of ten; "1/2" is a half.
  double free_number(std::string_view value) const {
    const bool rated = value.ends_with("/5") || value.ends_with("/10");
    return rated ? rating(value) : number(value, 0, 1e6, "a number, with a unit if you like");
  }

  /// A number and whatever unit the user gives it.
  void free_value(journal::Factor& factor, std::string_view value) const {
    std::size_t end = std::min(value.find_first_not_of("0123456789.,/"), value.size());
    if (constexpr std::string_view half = "½"; value.substr(end).starts_with(half)) end += half.size();
    factor.value = free_number(value.substr(0, end));
    const auto unit = text::trimmed(value.substr(end));
    refuse_second_number(unit);
    refuse_exponent(unit);
    if (!unit.empty()) factor.unit = std::string(unit);
  }

  const Vocabulary& vocabulary_;
  std::string_view line_;
  std::string_view part_;
};

/// How many characters part two factors here: a comma, or "and" before a factor that is known and its value.
std::size_t divider_at(const Factors& factors, std::string_view text, std::size_t at) {
  if (text[at] == ',' || text[at] == ';') {
    const bool decimal = at > 0 && at + 1 < text.size() && text::is_digit(text[at - 1]) && text::is_digit(text[at + 1]);
    return decimal ? 0 : 1;
  }
  for (const std::string_view joining : {" and ", " & ", " + "}) {
    if (text.substr(at, joining.size()) != joining) continue;
    const std::size_t name = text.find_first_not_of(" \t", at + joining.size());
    if (name == std::string_view::npos) return 0;
    const std::string rest = text::lowered(text.substr(name, factors.longest() + 1));
    const bool factor = std::ranges::any_of(factors.all(), [&](const FactorWord& known) {
      const std::size_t end = known.word.size();
      return rest.starts_with(known.word) &&
             (rest.size() == end || std::string_view(" ,;").find(rest[end]) != std::string_view::npos);
    });
    if (factor) return joining.size();
  }
  return 0;
}

}  // namespace

namespace {

/// "sitting eight hours" as "sitting 8 hours", "six and a half hours" as "6.5 hours"; a line that has figures stays as
/// it is.
std::string with_figures(std::string_view text) {
  constexpr std::array<std::string_view, 13> numbers = {"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                        "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  std::string line(text);
  if (std::ranges::any_of(line, text::is_digit)) return line;
  for (std::size_t number = 1; number < numbers.size(); ++number) {
    for (const std::string half : {"", " and a half"}) {
      const std::string words = std::string(numbers[number]) + half;
      const std::size_t at = text::lowered(line).find(" " + words + " hour");
      if (at == std::string::npos) continue;
      line.replace(at + 1, words.size(), std::to_string(number) + (half.empty() ? "" : ".5"));
    }
  }
  return line;
}

}  // namespace

std::vector<SaidFactor> read_factor_line(const Vocabulary& vocabulary, std::string_view typed) {
  const std::string line = with_figures(typed);
  const std::string_view text = line;
  std::vector<SaidFactor> factors;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const std::size_t divider = i < text.size() ? divider_at(vocabulary.factors(), text, i) : 1;
    if (divider == 0) continue;
    const auto part = text::trimmed(text.substr(begin, i - begin));
    if (!part.empty() && factors.size() == most_entries_at_once)
      refuse_more_entries(text, static_cast<std::size_t>(part.data() - text.data()));
    if (!part.empty()) std::ranges::move(Part(vocabulary, text, part).read(), std::back_inserter(factors));
    begin = i + divider;
    i = begin - 1;
  }
  if (factors.empty())
    throw InputError("nothing to log", std::string(text), 0, "`lytes log sleep 6.5h, sitting 9h, exertion 3`");
  return factors;
}

}  // namespace lytes::language

#include "lytes/quantity/amount.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"
#include "numeral.hpp"
#include "vulgar_fraction.hpp"

namespace lytes::quantity {

namespace {

struct NumberWord {
  std::string_view word;
  double value;
};

constexpr std::array<NumberWord, 23> number_words = {{
    {"a", 1},        {"an", 1},         {"another", 1},   {"one", 1},       {"two", 2},       {"three", 3},
    {"four", 4},     {"five", 5},       {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},
    {"ten", 10},     {"eleven", 11},    {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
}};

constexpr std::array<NumberWord, 7> part_words = {{{"half", 1.0 / 2},
                                                   {"third", 1.0 / 3},
                                                   {"thirds", 1.0 / 3},
                                                   {"quarter", 1.0 / 4},
                                                   {"quarters", 1.0 / 4},
                                                   {"eighth", 1.0 / 8},
                                                   {"eighths", 1.0 / 8}}};

double part_named(std::string_view word) {
  const auto named = [word](const NumberWord& part) { return part.word == word; };
  return std::find_if(part_words.begin(), part_words.end(), named)->value;
}

constexpr std::array<std::string_view, 7> vague_words = {"many",     "a little", "a bit of", "bit of",
                                                         "a lot of", "lots of",  "plenty of"};

/// Words for a small number that nobody counted.
constexpr std::array<NumberWord, 3> guessed_words = {{{"a few", 3}, {"few", 3}, {"several", 4}}};

constexpr std::array<std::string_view, 4> about_words = {"about", "around", "approx", "approximately"};

// Walks over one phrase. `at_` never stands on a space between two steps.
class PhraseReader {
 public:
  PhraseReader(std::string_view text, OunceOf ounce)
      : text_(text), end_(text::without_trailing_spaces(text).size()), at_(text::skip_spaces(text, 0)), ounce_(ounce) {}

  Amount amount() {
    const std::size_t start = at_;
    skip_about();
    accept("some");
    refuse_vague();
    Amount result;
    const std::size_t number_place = at_;
    if (const auto number = spoken_number()) {
      result.number = *number;
      result.number_given = true;
      if (is_part_of_a_name()) {
        result.number = 1;
        result.number_given = false;
        at_ = start;
        return with_rest(result);
      }
    }
    if (result.number_given) multiply_by_size(result.number);
    read_measure(result);
    if (result.number_given) require_plausible(result.number, text_, number_place, zero_allowed_);
    settle_doubt(result);
    if (result.number_given || result.measure) accept("of");
    refuse_second_amount(result);
    return with_rest(result);
  }

  Measured measured() {
    zero_allowed_ = true;
    const std::size_t place = at_;
    const Amount amount = this->amount();
    if (!amount.number_given) refuse("A number with a unit is needed", place, "300ml or 10 mg");
    if (!amount.guessed.empty()) {
      refuse(amount.guessed + " is not one number", place, format_amount(amount.number, amount.measure));
    }
    if (!amount.measure) {
      refuse(amount.rest.empty() ? "A unit is missing" : "\"" + amount.rest + "\" is not a unit of weight or volume",
             amount.rest.empty() ? end_ : amount.rest_offset,
             format_number(amount.number) + " mg, g, ml, l, oz or cup");
    }
    if (!amount.rest.empty()) {
      refuse("Nothing may follow the unit", amount.rest_offset, format_amount(amount.number, amount.measure));
    }
    return {amount.number, *amount.measure};
  }

  double number() {
    const auto numeral = numeral_at(text_, at_);
    if (!numeral) refuse("A number is needed", at_, "7 or 6.5");
    if (numeral->doubt != Doubt::None) doubtful_ = numeral;
    at_ = text::skip_spaces(text_, numeral->end);
    settle_doubt({});
    if (at_ < end_) refuse("Nothing may follow the number", at_, format_number(numeral->value));
    require_plausible(numeral->value, text_, numeral->place, true);
    return numeral->value;
  }

 private:
  [[noreturn]] void refuse(const std::string& what, std::size_t place, const std::string& valid) const {
    throw InputError(what, std::string(text_), std::min(place, text_.size()), valid);
  }

  char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  // Whether `word`, in lower case, stands at `at` as words of its own. A hyphen binds: "one-a-day" has no "one".
  std::size_t word_end(std::string_view word, std::size_t at) const {
    if (text_.size() < at + word.size() || text::lowered(text_.substr(at, word.size())) != word) return 0;
    const std::size_t end = at + word.size();
    if (end < text_.size()) {
      const char after = text_[end];
      if (text::letter_length(text_, end) > 0 || text::is_digit(after) || after == '-' || after == '\'' || after == '%')
        return 0;
    }
    return end;
  }

  bool accept(std::string_view word) {
    const std::size_t end = word_end(word, at_);
    if (end == 0) return false;
    at_ = text::skip_spaces(text_, end);
    return true;
  }

  std::optional<double> accept_any(const auto& words) {
    for (const NumberWord& word : words) {
      if (accept(word.word)) return word.value;
    }
    return std::nullopt;
  }

  void skip_about() {
    if (next() == '~') at_ = text::skip_spaces(text_, at_ + 1);
    std::any_of(about_words.begin(), about_words.end(), [&](auto word) { return accept(word); });
  }

  void refuse_vague() const {
    for (const std::string_view vague : vague_words) {
      if (word_end(vague, at_) > 0) {
        refuse("How much is \"" + std::string(vague) + "\"?", at_, "a number, such as 3, or half a cup");
      }
    }
  }

  // A number in digits or words, with what multiplies it: "2", "half a", "a dozen", "2 x 1/2".
  std::optional<double> spoken_number() {
    std::optional<double> number = single_number();
    if (!number) return std::nullopt;
    while (accept_times()) {
      const std::size_t place = at_;
      const auto factor = single_number();
      if (!factor) break;
      *number *= *factor;
      require_plausible(*number, text_, place, zero_allowed_);
    }
    return number;
  }

  std::optional<double> single_number() {
    number_ended_in_words_ = false;
    if (const auto numeral = numeral_at(text_, at_)) return after_digits(*numeral);
    number_ended_in_words_ = true;
    return number_in_words();
  }

  double after_digits(const Numeral& numeral) {
    if (numeral.doubt != Doubt::None) doubtful_ = numeral;
    at_ = numeral.end;
    if (const auto middle = rest_of_range(numeral.value, numeral.place)) return *middle;
    const bool apart = text::space_length(text_, at_) > 0;
    at_ = text::skip_spaces(text_, at_);
    if (!apart) return numeral.value;
    for (const std::string_view parts : {"quarters", "thirds", "eighths"}) {
      if (accept(parts)) return after_part(numeral.value * part_named(parts));
    }
    const double number = numeral.value + and_a_part();
    if (number < 1) skip_of_a();
    return accept("dozen") ? number * 12 : number;
  }

  // "2-3", "2 to 3", "one or two": the middle.
  std::optional<double> rest_of_range(double from, std::size_t place) {
    const std::size_t second = second_of_range();
    if (second == 0) return std::nullopt;
    const std::size_t before = at_;
    at_ = second;
    const auto numeral = numeral_at(text_, at_);
    if (numeral) at_ = numeral->end;
    const auto to = numeral ? std::optional(numeral->value) : accept_any(number_words);
    const bool a_third =
        at_ < end_ && (text_[at_] == '-' || text_[at_] == '/') && at_ + 1 < end_ && text::is_digit(text_[at_ + 1]);
    if (!to && !numeral) {
      at_ = before;
      return std::nullopt;
    }
    if (*to <= from || a_third) refuse("A range goes from less to more", second, "one number, such as 2.5");
    guessed_ = std::string(text::trimmed(text_.substr(place, at_ - place)));
    at_ = text::skip_spaces(text_, at_);
    return (from + *to) / 2;
  }

  // Where the second number of a range may stand; 0 where there is no dash and no "to" or "or".
  std::size_t second_of_range() const {
    const std::size_t at = text::skip_spaces(text_, at_);
    for (const std::string_view dash : {"-", "\u2013", "\u2014"}) {
      if (!text_.substr(at).starts_with(dash)) continue;
      const std::size_t second = text::skip_spaces(text_, at + dash.size());
      const bool apart = at > 0 && text_[at - 1] == ' ';
      if (apart != (second > at + dash.size())) return 0;  // a sign, as in "a -2 l bottle"
      const bool number = second < text_.size() && (text::is_digit(text_[second]) || vulgar_fraction_at(text_, second));
      return number ? second : 0;
    }
    for (const std::string_view word : {"to", "or"}) {
      if (const std::size_t end = word_end(word, at)) return text::skip_spaces(text_, end);
    }
    return 0;
  }

  std::optional<double> number_in_words() {
    if (word_end("half and half", at_) > 0 || word_end("half & half", at_) > 0) return std::nullopt;
    if (word_end("inf", at_) > 0 || word_end("infinity", at_) > 0 || word_end("infinite", at_) > 0) {
      refuse("An amount must be a number", at_, "2 or 0.5");
    }
    if (const auto part = bare_part()) return part;
    if (accept("couple of") || accept("couple")) return 2;
    if (accept("dozen")) return 12;
    const std::size_t start = at_;
    if (const auto guess = accept_any(guessed_words)) {
      guessed_ = std::string(text::trimmed(text_.substr(start, at_ - start)));
      accept("of");
      return guess;
    }
    const std::optional<double> number = accept("zero") ? 0 : accept_any(number_words);
    if (!number) return std::nullopt;
    if (const auto middle = rest_of_range(*number, start)) return middle;
    return after_number_word(*number, start);
  }

  // "half", "half a", "half of an", "half-litre", "quarter of a".
  std::optional<double> bare_part() {
    if (text_.size() > at_ + 5 && text::lowered(text_.substr(at_, 5)) == "half-" &&
        (leading_measure(text_.substr(at_ + 5), ounce_) || word_end("dozen", at_ + 5) > 0)) {
      at_ += 5;
      return after_part(0.5);
    }
    if (accept("half")) return after_part(0.5);
    if (accept("quarter")) return after_part(0.25);
    return std::nullopt;
  }

  double after_part(double part) {
    skip_of_a();
    return accept("dozen") ? part * 12 : part;
  }

  // What may follow "a" or "three" and is still part of the number.
  double after_number_word(double number, std::size_t start) {
    if (text_[start] == 'a' || text_[start] == 'A') {
      if (word_end("half and half", at_) > 0 || word_end("half & half", at_) > 0) return number;
      if (accept("couple of") || accept("couple") || accept("pair of")) return 2;
    }
    if (const auto part = accept_any(part_words)) return after_part(number * *part);
    number += and_a_part();
    return accept("dozen") ? number * 12 : number;
  }

  // "and a half", "and a quarter", "& 1/2" after a whole number; 0 when there is none.
  double and_a_part() {
    const std::size_t before = at_;
    if (accept("and") || accept("&")) {
      if (const auto numeral = numeral_at(text_, at_); numeral && numeral->value < 1) {
        at_ = text::skip_spaces(text_, numeral->end);
        return numeral->value;
      }
      const auto count = accept_any(number_words);
      if (const auto part = accept_any(part_words)) return count.value_or(1) * *part;
    }
    at_ = before;
    return 0;
  }

  void skip_of_a() {
    accept("of");
    if (!accept("a") && !accept("an")) accept("the");
  }

  // "x", "×" or "*" between two numbers, or after one: "2x eggs". Not the x of "xylitol".
  bool accept_times() {
    constexpr std::string_view cross = "\u00D7";
    std::size_t end = 0;
    if (next() == 'x' || next() == 'X' || next() == '*') end = at_ + 1;
    if (text_.substr(at_).starts_with(cross)) end = at_ + cross.size();
    if (end == 0) return false;
    if (text::letter_length(text_, end) > 0 || (end < text_.size() && text_[end] == '-')) return false;
    at_ = text::skip_spaces(text_, end);
    return true;
  }

  // "2% milk", "7-up", "one-a-day": the number belongs to the name.
  bool is_part_of_a_name() {
    if (next() == '%') return true;
    if (next() != '-') return false;
    if (leading_measure(text_.substr(at_ + 1), ounce_)) {
      ++at_;
      return false;
    }
    return at_ > 0 && text::space_length(text_, at_ - 1) == 0;
  }

  // "a 12 oz can", "2 12oz cans": so many of that size. Not "2 250 ml", which may be 2250.
  void multiply_by_size(double& number) {
    if (at_ >= end_ || !text::is_digit(text_[at_])) return;
    const auto size = numeral_at(text_, at_);
    const bool attached = text::space_length(text_, size->end) == 0;
    const std::size_t unit =
        attached && size->end < end_ && text_[size->end] == '-' ? size->end + 1 : text::skip_spaces(text_, size->end);
    if (!(number_ended_in_words_ || attached) || !leading_measure(text_.substr(std::min(unit, text_.size())), ounce_))
      return;
    if (size->doubt != Doubt::None) doubtful_ = size;
    number *= size->value;
    at_ = unit;
  }

  void read_measure(Amount& result) {
    const auto found = leading_measure(text_.substr(std::min(at_, text_.size())), ounce_);
    if (!found) return;
    const std::size_t place = at_;
    std::size_t after = place + found->length;
    if (after < text_.size() && text_[after] == '-') ++after;
    after = text::skip_spaces(text_, after);
    // Without a number only "cup of coffee" measures; "cup noodles" and "pound cake" are names.
    if (!result.number_given && (word_end("of", after) == 0 || found->length < 3)) return;
    result.measure = found->measure;
    result.measure_offset = place;
    at_ = after;
    if (!result.number_given) return;
    add_half_after_measure(result);
    multiply_after_measure(result);
  }

  // "330 ml x 2"
  void multiply_after_measure(Amount& result) {
    const std::size_t before = at_;
    const auto times = accept_times() ? numeral_at(text_, at_) : std::nullopt;
    const bool a_count =
        times && times->doubt == Doubt::None && (times->end >= end_ || text::space_length(text_, times->end) > 0);
    if (!a_count) {
      at_ = before;
      return;
    }
    result.number *= times->value;
    at_ = text::skip_spaces(text_, times->end);
  }

  // "a litre and a half of water".
  void add_half_after_measure(Amount& result) {
    const std::size_t before = at_;
    const double part = and_a_part();
    if (part > 0 && (at_ >= end_ || word_end("of", at_) > 0)) {
      result.number += part;
    } else {
      at_ = before;
    }
  }

  // "1,250 mg" is 1250 and "1.250 l" is 1.25; "1,250 l" and "1.250 mg" are anybody's guess.
  void settle_doubt(const Amount& amount) const {
    if (!doubtful_) return;
    const auto by_the_thousand = {Measure::Microgram, Measure::Milligram, Measure::Gram, Measure::Millilitre};
    const bool thousands = amount.measure && std::find(by_the_thousand.begin(), by_the_thousand.end(),
                                                       *amount.measure) != by_the_thousand.end();
    const bool comma = doubtful_->doubt == Doubt::Comma;
    if (comma == thousands) return;
    const std::string either = format_number(comma ? doubtful_->value : doubtful_->value * 1000) + " or " +
                               format_number(comma ? doubtful_->value / 1000 : doubtful_->value);
    refuse("This could be " + either, doubtful_->place, either);
  }

  // "2 250 ml", "1 lb 4 oz": to take the first number and leave the second to the name would be quietly wrong.
  void refuse_second_amount(const Amount& amount) const {
    if (!amount.number_given || at_ >= end_) return;
    const auto second = numeral_at(text_, at_);
    if (!second) return;
    const std::size_t after = text::skip_spaces(text_, second->end);
    const bool measured = leading_measure(text_.substr(after), ounce_).has_value();
    const bool counted = !amount.measure && after > second->end && after < end_ && text_[after] != '%';
    const bool bare = after >= end_;
    if (!measured && !counted && !bare) return;
    refuse("Two amounts stand one after the other", at_, "2 x 250 ml for several, or one amount such as 20 oz");
  }

  Amount with_rest(Amount result) const {
    result.rest_offset = std::min(at_, end_);
    result.rest = text_.substr(result.rest_offset, end_ - result.rest_offset);
    if (result.number_given) result.guessed = guessed_;
    return result;
  }

  std::string_view text_;
  std::size_t end_;  // without the spaces at the end
  std::size_t at_;
  OunceOf ounce_;
  bool zero_allowed_ = false;
  bool number_ended_in_words_ = false;
  std::optional<Numeral> doubtful_;
  std::string guessed_;
};

}  // namespace

Amount parse_amount(std::string_view text, OunceOf ounce) { return PhraseReader(text, ounce).amount(); }

Measured parse_measured(std::string_view text, OunceOf ounce) { return PhraseReader(text, ounce).measured(); }

double parse_number(std::string_view text) { return PhraseReader(text, OunceOf::Food).number(); }

}  // namespace lytes::quantity

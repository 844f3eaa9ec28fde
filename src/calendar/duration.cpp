#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <string>

#include "grammar.hpp"
#include "lytes/calendar/spoken.hpp"

namespace lytes::calendar {

namespace {

// Seconds in the unit that a token names; 0 when it names none.
double unit_seconds(const Token& token) {
  const auto is_one_of = [&token](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&token](std::string_view word) { return token.is(word); });
  };
  if (is_one_of({"s", "sec", "secs", "second", "seconds"})) return 1;
  if (is_one_of({"m", "min", "mins", "minute", "minutes"})) return 60;
  if (is_one_of({"h", "hr", "hrs", "hour", "hours"})) return 3600;
  if (is_one_of({"d", "day", "days"})) return 86'400;
  if (is_one_of({"w", "week", "weeks"})) return 7 * 86'400;
  return 0;
}

// "90", "1.5", "1,5". A comma is no token, so it is told by its place.
std::optional<double> read_decimal(Tokens& tokens) {
  if (!tokens.peek().is_number(1, 6)) return std::nullopt;
  const Token& whole = tokens.take();
  std::string digits = whole.text;
  const bool dot =
      tokens.peek().is(".") && !tokens.peek().apart && tokens.peek(1).is_number(1, 6) && !tokens.peek(1).apart;
  const std::size_t end = whole.place + whole.text.size();
  const bool comma = tokens.peek().is_number(1, 6) && tokens.peek().place == end + 1 && tokens.text()[end] == ',';
  if (dot) tokens.take();
  if (dot || comma) digits += "." + tokens.take().text;
  return std::strtod(digits.c_str(), nullptr);
}

// "20-25", "2 to 3": the middle.
double middle_of_range(Tokens& tokens, double from) {
  const std::size_t start = tokens.position();
  const bool dash = !tokens.peek().apart && tokens.accept("-");
  if (dash || tokens.accept_any({"to", "or"})) {
    const auto to = read_decimal(tokens);
    if (to && *to > from) return (from + *to) / 2;
  }
  tokens.back_to(start);
  return from;
}

// "six", "twenty", "forty-five"
std::optional<double> number_in_words(Tokens& tokens) {
  struct Number {
    std::string_view word;
    double value;
  };
  static constexpr Number numbers[] = {{"one", 1},     {"two", 2},     {"three", 3},    {"four", 4},    {"five", 5},
                                       {"six", 6},     {"seven", 7},   {"eight", 8},    {"nine", 9},    {"ten", 10},
                                       {"eleven", 11}, {"twelve", 12}, {"fifteen", 15}, {"twenty", 20}, {"thirty", 30},
                                       {"forty", 40},  {"fifty", 50},  {"sixty", 60},   {"ninety", 90}};
  const auto number = [&tokens] {
    return std::find_if(std::begin(numbers), std::end(numbers),
                        [&](const Number& each) { return tokens.accept(each.word); });
  };
  const auto found = number();
  if (found == std::end(numbers)) return std::nullopt;
  const std::size_t behind = tokens.position();
  tokens.accept("-");
  const auto ones = found->value >= 20 ? number() : std::end(numbers);
  if (ones != std::end(numbers) && ones->value < 10) return found->value + ones->value;
  tokens.back_to(behind);
  return found->value;
}

std::optional<double> read_count(Tokens& tokens) {
  if (tokens.accept_all({"3", "/", "4"})) {
    tokens.accept_all({"of", "an"});
    return 0.75;
  }
  if (const auto decimal = read_decimal(tokens)) return middle_of_range(tokens, *decimal);
  if (tokens.accept_all({"a", "couple", "of"}) || tokens.accept_all({"couple", "of"}) ||
      tokens.accept_all({"a", "couple"}) || tokens.accept("couple"))
    return 2;
  if (tokens.accept_all({"a", "few"}) || tokens.accept("few")) return 3;
  if (tokens.accept("half")) {
    tokens.accept_any({"a", "an"});
    return 0.5;
  }
  if (tokens.accept_all({"three", "quarters", "of", "an"})) return 0.75;
  if (tokens.accept_all({"quarter", "of", "an"}) || tokens.accept_all({"a", "quarter", "of", "an"})) return 0.25;
  if (tokens.accept_any({"a", "an"})) return 1;
  return number_in_words(tokens);
}

struct Part {
  double number;
  double unit;  // in seconds
};

// A number with a unit smaller than `largest_unit`.
std::optional<Part> read_part(Tokens& tokens, double largest_unit) {
  const std::size_t start = tokens.position();
  if (auto number = read_count(tokens)) {
    if (tokens.accept_all({"and", "a", "half"})) *number += 0.5;
    const double unit = unit_seconds(tokens.peek());
    if (unit > 0 && unit < largest_unit) {
      tokens.take();
      return Part{*number, unit};
    }
  }
  tokens.back_to(start);
  return std::nullopt;
}

}  // namespace

std::optional<std::chrono::duration<double>> read_duration(Tokens& tokens) {
  auto part = read_part(tokens, std::numeric_limits<double>::infinity());
  if (!part) return std::nullopt;
  double total = 0;
  while (part) {
    total += part->number * part->unit;
    const double unit = part->unit;
    const Token& next = tokens.peek();
    const bool number = unit == 3600 && next.is_number(2, 2) && unit_seconds(tokens.peek(1)) == 0;
    // "1h 10" may be how bad it was
    const bool ends = number && next.value() > 10 && tokens.peek(1).kind == Token::Kind::End;
    const bool bare_minutes = number && (!next.apart || ends);
    if (bare_minutes) {  // "1h30", "1 hr 15"
      total += tokens.take().value() * 60.0;
      break;
    }
    if (tokens.accept_all({"and", "a", "half"})) {  // "an hour and a half"
      total += unit / 2;
      break;
    }
    const std::size_t before = tokens.position();
    tokens.accept("and");
    part = read_part(tokens, unit);
    if (!part) tokens.back_to(before);
  }
  return std::chrono::duration<double>(total);
}

double parse_duration_minutes(std::string_view text) {
  Tokens tokens(text);
  const std::string examples = "10m, 1h30 or 90 s";
  if (tokens.at_end()) tokens.refuse("A duration is missing", 0, examples);
  if (tokens.peek().is("-")) tokens.refuse("A duration cannot be negative", tokens.peek().place, examples);
  const std::size_t place = tokens.peek().place;
  const auto duration = read_duration(tokens);
  if (!duration) {
    Tokens again(text);
    const auto number = read_decimal(again);
    if (number && again.at_end()) {
      tokens.refuse("A duration needs a unit", text.size(), std::string(text) + "m or " + std::string(text) + "h");
    }
    tokens.refuse("This is not a duration", place, examples);
  }
  if (!tokens.at_end()) tokens.refuse("This does not belong to a duration", tokens.peek().place, examples);
  const double minutes = duration->count() / 60;
  if (minutes <= 0) tokens.refuse("A duration must be more than zero", place, examples);
  if (minutes > 366 * 24 * 60) tokens.refuse("A duration is at most a year", place, examples);
  return minutes;
}

}  // namespace lytes::calendar

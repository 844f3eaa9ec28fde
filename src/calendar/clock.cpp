// Clock times as they are said.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "grammar.hpp"

namespace lytes::calendar {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using Kind = Token::Kind;

enum class Half { Am, Pm };

// "am", "p.m.", "pm."
std::optional<Half> read_half(Tokens& tokens) {
  const Token& word = tokens.peek();
  if (word.is("am") || word.is("pm")) {
    const Half half = word.is("am") ? Half::Am : Half::Pm;
    tokens.take();
    return half;
  }
  // "5 this morning", "4 in the afternoon"
  for (const bool the : {false, true}) {
    const auto said = [&](std::string_view part) {
      return the ? tokens.accept_all({"in", "the", part}) : tokens.accept_all({"this", part});
    };
    if (said("morning")) return Half::Am;
    if (said("afternoon") || said("evening")) return Half::Pm;
  }
  const bool dotted = (word.is("a") || word.is("p")) && tokens.peek(1).is(".") && tokens.peek(2).is("m");
  if (!dotted) return std::nullopt;
  const Half half = word.is("a") ? Half::Am : Half::Pm;
  tokens.accept_all({word.text, ".", "m"});
  tokens.accept(".");
  return half;
}

// "2 in the night", "11 at night"; but "4 in the morning and 8 at night" may be two ratings.
std::optional<Half> read_night(Tokens& tokens, int hour, Meant meant) {
  constexpr int last_small_hour = 6;
  const bool last_night = tokens.peek().is("last") && tokens.peek(1).is("night");
  if (meant == Meant::Surely && last_night && hour >= 1 && hour <= 12)  // "at 11 last night"
    return hour >= last_small_hour && hour < 12 ? Half::Pm : Half::Am;
  const bool late = hour > 10 && hour <= 12;
  const bool small = hour >= 1 && hour <= last_small_hour;
  const bool night = (late && tokens.accept_all({"at", "night"})) ||
                     ((late || small) && tokens.accept_all({"in", "the", "night"})) ||
                     (small && tokens.accept_all({"in", "the", "early", "hours"}));
  if (!night) return std::nullopt;
  return hour == 11 ? Half::Pm : Half::Am;
}

int hour_of_day(const Tokens& tokens, const Token& hour, std::optional<Half> half) {
  const int value = hour.value();
  if (half) {
    if (value < 1 || value > 12) {
      tokens.refuse(fmt::format("There is no {} o'clock with am or pm", hour.text), hour.place, "8:30pm or 20:30");
    }
    return value % 12 + (*half == Half::Pm ? 12 : 0);
  }
  if (value > 23) {
    tokens.refuse("Hours go from 0 to 23", hour.place, value == 24 ? "0:00, or 23:59" : "8:30 or 20:30");
  }
  return value;
}

seconds below_sixty(const Tokens& tokens, const Token& number) {
  if (number.value() > 59) tokens.refuse("Minutes and seconds go from 0 to 59", number.place, "8:30 or 20:30");
  return seconds(number.value());
}

// Seconds after hh:mm, and the fraction that ISO times may carry, which is dropped.
seconds read_seconds(Tokens& tokens) {
  if (!(tokens.peek().is(":") && tokens.peek(1).is_number(2, 2))) return seconds(0);
  tokens.take();
  const seconds value = below_sixty(tokens, tokens.take());
  if (tokens.peek().is(".") && tokens.peek(1).kind == Kind::Number && !tokens.peek(1).apart) {
    tokens.take();
    tokens.take();
  }
  return value;
}

// Where a clock time is looked for, a date is none: 20.11.2026, 20/11.
void refuse_dates(const Tokens& tokens) {
  if (tokens.peek().kind != Kind::Number || tokens.peek(2).kind != Kind::Number) return;
  const Token& sign = tokens.peek(1);
  const bool dotted = sign.is(".") && tokens.peek(3).is(".") && tokens.peek(4).kind == Kind::Number;
  if (dotted || sign.is("/")) tokens.refuse("This is no clock time", tokens.peek().place, "8:30 or 8pm");
}

// "one" to "twelve"
std::optional<int> hour_in_words(const Token& word) {
  constexpr std::array<std::string_view, 12> words = {"one",   "two",   "three", "four", "five",   "six",
                                                      "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
  const auto found = std::find(words.begin(), words.end(), word.text);
  return found == words.end() ? std::nullopt : std::optional(static_cast<int>(found - words.begin()) + 1);
}

// "ten past", "20 to"
std::optional<int> minutes_beside(const Tokens& tokens) {
  if (!tokens.peek(1).is("past") && !tokens.peek(1).is("to")) return std::nullopt;
  const Token& said = tokens.peek();
  if (said.is_number(1, 2) && said.value() < 60) return said.value();
  if (said.is("five")) return 5;
  if (said.is("ten")) return 10;
  return said.is("twenty") ? std::optional(20) : std::nullopt;
}

// "half past 7", "quarter to 8 pm", "half past one", "ten past six"
std::optional<Clock> read_past_or_to(Tokens& tokens, Meant meant) {
  const std::size_t start = tokens.position();
  const std::size_t place = tokens.peek().place;
  tokens.accept("a");
  auto minute = minutes_beside(tokens);
  const bool in_minutes = minute.has_value();
  if (minute) {
    tokens.take();
  } else if (tokens.accept("half")) {
    minute = 30;
  } else if (tokens.accept("quarter")) {
    minute = 15;
  }
  const bool past = minute && tokens.accept("past");
  const bool to = (minute == 15 || in_minutes) && !past && tokens.accept("to");
  const auto in_words = hour_in_words(tokens.peek());
  if ((!past && !to) || !(in_words || tokens.peek().is_number(1, 2))) {
    tokens.back_to(start);
    return std::nullopt;
  }
  Token hour = tokens.take();
  if (in_words) hour.text = std::to_string(*in_words);
  const auto half = read_half(tokens);
  if (to && in_minutes && !half && meant == Meant::Perhaps) {
    tokens.back_to(start);
    return std::nullopt;
  }
  const seconds at = hours(hour_of_day(tokens, hour, half));
  const seconds time = past ? at + minutes(*minute) : at - minutes(*minute);
  return Clock{time < seconds(0) ? time + hours(24) : time, place, false, true};
}

// "o'clock", "Uhr"
bool read_oclock(Tokens& tokens) {
  if (tokens.accept("uhr") || tokens.accept("oclock") || tokens.accept_all({"o", "clock"})) return true;
  return tokens.peek(1).is("'") && tokens.accept_all({"o", "'", "clock"});
}

// "730am", "1130 pm"
std::optional<Clock> read_run_together(Tokens& tokens) {
  const Token& digits = tokens.peek();
  if (!digits.is_number(3, 4)) return std::nullopt;
  const std::size_t start = tokens.position();
  const std::size_t place = digits.place;
  Token hour = tokens.take();
  Token minute = hour;
  minute.text.erase(0, hour.text.size() - 2);
  hour.text.resize(hour.text.size() - 2);
  const auto half = minute.value() < 60 && hour.value() <= 12 ? read_half(tokens) : std::nullopt;
  if (!half) {
    tokens.back_to(start);
    return std::nullopt;
  }
  return Clock{hours(hour_of_day(tokens, hour, half)) + minutes(minute.value()), place, false, true};
}

// "between 2 and 4am": the middle.
std::optional<Clock> read_between(Tokens& tokens) {
  const std::size_t start = tokens.position();
  const std::size_t place = tokens.peek().place;
  if (tokens.accept("between")) {
    const bool bare = tokens.peek().is_number(1, 2) && tokens.peek(1).is("and");  // of the half that the other says
    const int hour = bare ? tokens.take().value() : 0;
    const auto from = bare ? std::nullopt : read_clock(tokens);
    const auto until = (bare || from) && tokens.accept("and") ? read_clock(tokens) : std::nullopt;
    constexpr seconds half_day = hours(12);
    constexpr seconds day = hours(24);
    if (until && hour <= 12) {
      const seconds first = from ? from->since_midnight : hours(hour % 12);
      const seconds length = (until->since_midnight - first + day) % (bare ? half_day : day);
      return Clock{(until->since_midnight - length / 2 + day) % day, place, false, true, true};
    }
  }
  tokens.back_to(start);
  return std::nullopt;
}

}  // namespace

std::optional<Clock> read_clock(Tokens& tokens, Meant meant) {
  if (const auto clock = read_between(tokens)) return clock;
  if (const auto clock = read_run_together(tokens)) return clock;
  const std::size_t start = tokens.position();
  const std::size_t place = tokens.peek().place;
  if (const auto clock = read_past_or_to(tokens, meant)) return clock;
  if (tokens.accept("noon")) return Clock{hours(12), place};
  if (tokens.accept("midnight")) return Clock{hours(0), place, true};
  refuse_dates(tokens);
  const auto in_words = hour_in_words(tokens.peek());  // "seven pm"
  if (!in_words && !tokens.peek().is_number(1, 2)) return std::nullopt;
  Token hour = tokens.take();
  if (in_words) hour.text = std::to_string(*in_words);
  seconds past_hour(0);
  const bool colon = tokens.peek().is(":");
  const bool has_minutes = (tokens.peek().is(":") || tokens.peek().is(".")) && tokens.peek(1).is_number(2, 2) &&
                           !tokens.peek().apart && !tokens.peek(1).apart;
  if (has_minutes) {
    tokens.take();
    past_hour = below_sixty(tokens, tokens.take()) * 60;
    past_hour += read_seconds(tokens);
    if (!tokens.peek().apart) tokens.accept("ish");  // "8:30ish"
  }
  const bool by_part_of_day = tokens.peek().is("this") || tokens.peek().is("in");  // "3 this morning" may be a severity
  const auto night = read_night(tokens, hour.value(), meant);
  const auto half = night ? night : read_half(tokens);
  const bool oclock = !half && read_oclock(tokens);
  if (!has_minutes && !half && !oclock) {
    tokens.back_to(start);
    return std::nullopt;
  }
  const bool plain = (has_minutes && colon) || (half && !by_part_of_day) || oclock;
  return Clock{hours(hour_of_day(tokens, hour, half)) + past_hour, place, false, plain};
}

std::optional<UtcOffset> read_utc_offset(Tokens& tokens) {
  if (tokens.accept("z")) return UtcOffset{true, seconds(0)};
  if (!tokens.peek().is("+") && !tokens.peek().is("-")) return std::nullopt;
  const Token& sign = tokens.take();
  const Token& first = tokens.take();
  const bool in_one = first.is_number(4, 4);  // "+0530"
  if (!in_one && !first.is_number(2, 2)) tokens.refuse("A UTC offset is hours and minutes", sign.place, "+01:00");
  const auto after_colon = [&tokens] {
    const bool there = tokens.peek().is(":") && tokens.peek(1).is_number(2, 2);
    if (there) tokens.take();
    return there ? tokens.take().value() : 0;
  };
  const int hour = in_one ? first.value() / 100 : first.value();
  const int minute = in_one ? first.value() % 100 : after_colon();
  const int second = in_one ? 0 : after_colon();
  if (hour > 18 || minute > 59 || second > 59) tokens.refuse("There is no such UTC offset", sign.place, "+01:00");
  const seconds offset = hours(hour) + minutes(minute) + seconds(second);
  return UtcOffset{false, sign.is("-") ? -offset : offset};
}

}  // namespace lytes::calendar

#include "grammar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

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
std::optional<Half> read_night(Tokens& tokens, int hour) {
  constexpr int last_small_hour = 6;
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

constexpr std::array<std::string_view, 7> weekday_starts = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
constexpr std::array<std::string_view, 7> weekday_names = {"sunday",   "monday", "tuesday", "wednesday",
                                                           "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 12> month_names = {"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};

std::optional<std::chrono::weekday> weekday_named(const Token& token) {
  if (token.kind != Kind::Word) return std::nullopt;
  for (unsigned i = 0; i < weekday_starts.size(); ++i) {
    const std::string_view name = weekday_names[i];
    const bool short_form = token.text == weekday_starts[i] || token.is("tues") || token.is("weds") ||
                            token.is("thur") || token.is("thurs");
    const bool named = token.text == name || (short_form && name.starts_with(token.text.substr(0, 3)));
    if (named) return std::chrono::weekday(i);
  }
  return std::nullopt;
}

std::optional<std::chrono::month> month_named(const Token& token) {
  if (token.kind != Kind::Word) return std::nullopt;
  for (unsigned i = 0; i < month_names.size(); ++i) {
    const std::string_view name = month_names[i];
    if (token.text == name || token.text == name.substr(0, 3) || (i == 8 && token.is("sept"))) {
      return std::chrono::month(i + 1);
    }
  }
  return std::nullopt;
}

// A number that may be the day of a month, with its "th".
std::optional<unsigned> read_day_number(Tokens& tokens) {
  if (!tokens.peek().is_number(1, 2)) return std::nullopt;
  const unsigned day = static_cast<unsigned>(tokens.take().value());
  tokens.accept_any({"st", "nd", "rd", "th"});
  return day;
}

SpokenDay month_day(Tokens& tokens, std::size_t place, std::chrono::month month, unsigned day) {
  SpokenDay said{.kind = SpokenDay::Kind::MonthDay, .place = place};
  said.month_day = std::chrono::month_day(month, std::chrono::day(day));
  if (!said.month_day.ok()) {
    tokens.refuse("There is no such day in that month", place, "20 nov");
  }
  if (tokens.peek().is_number(4, 4)) {
    const std::chrono::year_month_day date = std::chrono::year(tokens.take().value()) / said.month_day;
    if (!date.ok()) tokens.refuse("There was no 29 February that year", place, "28 feb");
    said.kind = SpokenDay::Kind::Date;
    said.date = require_known_day(tokens, Day(date), place);
  }
  return said;
}

// "20 nov", "20th of november 2025", "nov 20", "november 20th 2025"
std::optional<SpokenDay> read_month_day(Tokens& tokens) {
  const std::size_t start = tokens.position();
  const std::size_t place = tokens.peek().place;
  if (const auto month = read_month(tokens)) {
    // The 20 of "nov 20:15" would be an hour.
    const bool hour = tokens.peek(1).is(":");
    if (const auto day = hour ? std::nullopt : read_day_number(tokens)) return month_day(tokens, place, *month, *day);
  } else if (const auto day = read_day_number(tokens)) {
    tokens.accept("of");
    if (const auto month_after = read_month(tokens)) return month_day(tokens, place, *month_after, *day);
  }
  tokens.back_to(start);
  return std::nullopt;
}

std::optional<SpokenDay> read_days_ago(Tokens& tokens) {
  const std::size_t start = tokens.position();
  SpokenDay said{.kind = SpokenDay::Kind::BeforeToday, .place = tokens.peek().place};
  int count = 0;
  if (tokens.accept_any({"a", "one"})) {
    count = 1;
  } else if (tokens.peek().is_number(1, 5)) {
    count = tokens.take().value();
  }
  const bool days = count > 0 && tokens.accept_any({"d", "day", "days"});
  const bool weeks = !days && count > 0 && tokens.accept_any({"w", "week", "weeks"});
  if ((days || weeks) && tokens.accept("ago")) {
    said.days_back = weeks ? count * 7 : count;
    return said;
  }
  tokens.back_to(start);
  return std::nullopt;
}

constexpr const char* dates_that_are_clear = "2026-11-20 or 20 nov";

// A date in numbers, its year behind it if one is said.
SpokenDay date_in_numbers(Tokens& tokens, std::size_t place, std::chrono::month_day month_day) {
  SpokenDay said{.kind = SpokenDay::Kind::MonthDay, .place = place};
  said.month_day = month_day;
  if (!month_day.ok()) tokens.refuse("There is no such day", place, dates_that_are_clear);
  if (tokens.peek().apart || !(tokens.peek().is_number(4, 4) || tokens.peek().is_number(2, 2))) return said;
  const Token& year = tokens.take();
  const std::chrono::year_month_day date =
      std::chrono::year(year.value() + (year.text.size() == 2 ? 2000 : 0)) / month_day;
  if (!date.ok()) tokens.refuse("There was no 29 February that year", place, dates_that_are_clear);
  said.kind = SpokenDay::Kind::Date;
  said.date = require_known_day(tokens, Day(date), place);
  return said;
}

// "20.11.", "20.11.2026"
std::optional<SpokenDay> read_dotted_date(Tokens& tokens) {
  const auto joined = [&](std::size_t ahead) { return !tokens.peek(ahead).apart; };
  const bool shape = tokens.peek().is_number(1, 2) && tokens.peek(1).is(".") && tokens.peek(2).is_number(1, 2) &&
                     tokens.peek(3).is(".") && joined(1) && joined(2) && joined(3);
  if (!shape) return std::nullopt;
  const std::size_t place = tokens.peek().place;
  const std::chrono::month_day said(std::chrono::month(static_cast<unsigned>(tokens.peek(2).value())),
                                    std::chrono::day(static_cast<unsigned>(tokens.peek().value())));
  for (int i = 0; i < 4; ++i) tokens.take();
  return date_in_numbers(tokens, place, said);
}

// Which of two numbers is the day: the one that can be no month, else the one that the order says.
bool day_is_first(const Tokens& tokens, unsigned first, unsigned second, DateOrder order) {
  constexpr unsigned months = 12;
  if (first > months) return true;
  if (second > months) return false;
  if (order == DateOrder::Unsaid && first != second) {
    tokens.refuse("Whether the day or the month comes first was never said", tokens.peek().place,
                  "2026-11-20 or 20 nov; or once `lytes profile set date_order=day_first`");
  }
  return order != DateOrder::MonthFirst;
}

enum class Year { MaySay, MustSay };

// "20/11", "11/20/2026"
std::optional<SpokenDay> read_slashed_date(Tokens& tokens, DateOrder order, Year year) {
  const auto joined = [&](std::size_t ahead) { return !tokens.peek(ahead).apart; };
  const bool shape = tokens.peek().is_number(1, 2) && tokens.peek(1).is("/") && tokens.peek(2).is_number(1, 2) &&
                     joined(1) && joined(2);
  const bool with_year = shape && tokens.peek(3).is("/") && joined(3) && joined(4) &&
                         (tokens.peek(4).is_number(4, 4) || tokens.peek(4).is_number(2, 2));
  if (!shape || (year == Year::MustSay && !with_year)) return std::nullopt;
  const std::size_t place = tokens.peek().place;
  const unsigned first = static_cast<unsigned>(tokens.peek().value());
  const unsigned second = static_cast<unsigned>(tokens.peek(2).value());
  const bool day_first = day_is_first(tokens, first, second, order);
  for (int i = 0; i < (with_year ? 4 : 3); ++i) tokens.take();
  const std::chrono::month_day said(std::chrono::month(day_first ? second : first),
                                    std::chrono::day(day_first ? first : second));
  if (with_year) return date_in_numbers(tokens, place, said);
  if (!said.ok()) tokens.refuse("There is no such day", place, dates_that_are_clear);
  SpokenDay day{.kind = SpokenDay::Kind::MonthDay, .place = place};
  day.month_day = said;
  day.perhaps_a_rating = first <= 12 && second <= 12;
  return day;
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
std::optional<Clock> read_past_or_to(Tokens& tokens) {
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
  if (to && in_minutes && !half) {  // "ten to twelve" is more often how many
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

}  // namespace

std::optional<DayPart> read_day_part(Tokens& tokens) {
  struct Named {
    std::initializer_list<std::string_view> words;
    DayPart part;
  };
  using std::literals::operator""h;
  // Meals last as long as `lytes again` looks for them.
  static const Named named[] = {
      {{"morning", "morgen", "morgens", "vormittag", "vormittags"}, {4h, 12h, 8h, false, false}},
      {{"breakfast", "breakfasttime", "brekkie", "brekky", "bfast"}, {4h, 11h, 8h, true, false}},
      {{"brunch", "brunchtime", "elevenses"}, {10h, 13h, 11h, true, false}},
      {{"lunch", "lunchtime", "mittag", "mittags"}, {11h, 15h, minutes(12 * 60 + 30), true, false}},
      {{"afternoon", "arvo", "nachmittag", "nachmittags"}, {12h, 18h, 15h, false, false}},
      {{"evening", "abend", "abends"}, {17h, 24h, 19h, false, false}},
      {{"dinner", "dinnertime", "supper"}, {17h, 23h, 19h, true, false}},
      {{"night", "bedtime", "nacht", "nachts", "nite"}, {21h, 24h, 23h, false, true}},
  };
  for (const auto& [words, part] : named) {
    if (tokens.accept_any(words)) return part;
  }
  return std::nullopt;
}

std::optional<DayPart> read_exact_part(Tokens& tokens) {
  using std::literals::operator""h;
  const Token& first = tokens.peek();
  const bool begins =
      first.is("first") || first.is("mid") || first.is("midmorning") || first.is("early") || first.is("late");
  if (!begins) return std::nullopt;
  struct Named {
    std::initializer_list<std::string_view> words;
    DayPart part;
  };
  static const Named named[] = {
      {{"mid", "morning"}, {4h, 12h, 10h, false, false}},
      {{"mid", "-", "morning"}, {4h, 12h, 10h, false, false}},
      {{"midmorning"}, {4h, 12h, 10h, false, false}},
      {{"first", "thing", "this", "morning"}, {4h, 10h, 7h, false, false}},
      {{"first", "thing", "in", "the", "morning"}, {4h, 10h, 7h, false, false}},
      {{"first", "thing"}, {4h, 10h, 7h, false, false}},
      {{"mid", "afternoon"}, {12h, 18h, 15h, false, false}},
      {{"mid", "-", "afternoon"}, {12h, 18h, 15h, false, false}},
      {{"early", "morning"}, {4h, 12h, 6h, false, false}},
      {{"late", "morning"}, {4h, 12h, 11h, false, false}},
      {{"early", "afternoon"}, {12h, 18h, 13h, false, false}},
      {{"late", "afternoon"}, {12h, 18h, 17h, false, false}},
      {{"early", "evening"}, {17h, 24h, 18h, false, false}},
      {{"late", "evening"}, {17h, 24h, 22h, false, false}},
  };
  if (tokens.accept_all({"first", "thing"})) {
    if (!tokens.accept_all({"in", "the", "morning"})) tokens.accept_all({"this", "morning"});
    return DayPart{4h, 12h, 7h, false, false};
  }
  for (const auto& [words, part] : named) {
    if (tokens.accept_all(words)) return part;
  }
  return std::nullopt;
}

namespace {

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

std::optional<Clock> read_clock(Tokens& tokens) {
  if (const auto clock = read_between(tokens)) return clock;
  if (const auto clock = read_run_together(tokens)) return clock;
  const std::size_t start = tokens.position();
  const std::size_t place = tokens.peek().place;
  if (const auto clock = read_past_or_to(tokens)) return clock;
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
  const auto night = read_night(tokens, hour.value());
  const auto half = night ? night : read_half(tokens);
  const bool oclock = !half && read_oclock(tokens);
  if (!has_minutes && !half && !oclock) {
    tokens.back_to(start);
    return std::nullopt;
  }
  const bool plain = (has_minutes && colon) || (half && !by_part_of_day) || oclock;
  return Clock{hours(hour_of_day(tokens, hour, half)) + past_hour, place, false, plain};
}

std::optional<Day> read_iso_date(Tokens& tokens) {
  const Token& year = tokens.peek();
  const bool shape = year.is_number(4, 4) && tokens.peek(1).is("-") && tokens.peek(2).is_number(1, 2) &&
                     tokens.peek(3).is("-") && tokens.peek(4).is_number(1, 2);
  if (!shape) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(year.value()),
                                         std::chrono::month(static_cast<unsigned>(tokens.peek(2).value())),
                                         std::chrono::day(static_cast<unsigned>(tokens.peek(4).value())));
  if (!date.ok()) {
    tokens.refuse("The calendar has no such date", year.place, "a date such as 2026-11-20");
  }
  for (int i = 0; i < 5; ++i) tokens.take();
  return require_known_day(tokens, Day(date), year.place);
}

std::optional<std::chrono::month> read_month(Tokens& tokens) {
  const auto month = month_named(tokens.peek());
  if (!month) return std::nullopt;
  tokens.take();
  // "nov." but not the dots of "nov..dec"
  if (tokens.peek().is(".") && !tokens.peek(1).is(".")) tokens.take();
  return month;
}

std::optional<SpokenDay> read_day(Tokens& tokens, DateOrder order) {
  SpokenDay said{.kind = SpokenDay::Kind::BeforeToday, .place = tokens.peek().place};
  if (tokens.accept_any({"today", "heute"})) return said;
  if (tokens.accept_any({"yesterday", "yday", "ystrday", "ystrdy", "yest", "gestern"})) {
    said.days_back = 1;
    return said;
  }
  if (tokens.accept("vorgestern") || tokens.accept_all({"day", "before", "yesterday"}) ||
      tokens.accept_all({"the", "day", "before", "yesterday"})) {
    said.days_back = 2;
    return said;
  }
  if (tokens.accept("tomorrow")) {
    said.days_back = -1;
    return said;
  }
  const bool last = tokens.peek().is("last");
  if (const auto weekday = weekday_named(tokens.peek(last ? 1 : 0))) {
    if (last) tokens.take();
    tokens.take();
    said.kind = SpokenDay::Kind::Weekday;
    said.weekday = *weekday;
    said.not_today = last;
    return said;
  }
  if (const auto ago = read_days_ago(tokens)) return ago;
  if (const auto date = read_iso_date(tokens)) {
    said.kind = SpokenDay::Kind::Date;
    said.date = *date;
    return said;
  }
  if (auto in_numbers = read_dotted_date(tokens)) return in_numbers;
  if (auto in_numbers = read_slashed_date(tokens, order, Year::MaySay)) return in_numbers;
  return read_month_day(tokens);
}

std::optional<SpokenDay> read_date_in_numbers(Tokens& tokens, DateOrder order) {
  if (auto dotted = read_dotted_date(tokens)) return dotted;
  return read_slashed_date(tokens, order, Year::MustSay);
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

Day require_known_day(const Tokens& tokens, Day day, std::size_t place) {
  if (day < earliest_day || day > latest_day) {
    tokens.refuse(fmt::format("Dates go from {}", known_years), place, "2026-11-20");
  }
  return day;
}

}  // namespace lytes::calendar

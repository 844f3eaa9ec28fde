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

Day require_known_day(const Tokens& tokens, Day day, std::size_t place) {
  if (day < earliest_day || day > latest_day) {
    tokens.refuse(fmt::format("Dates go from {}", known_years), place, "2026-11-20");
  }
  return day;
}

}  // namespace lytes::calendar

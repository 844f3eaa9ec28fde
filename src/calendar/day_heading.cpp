#include "lytes/calendar/day_heading.hpp"

#include <fmt/format.h>

#include <string>

#include "grammar.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::calendar {

namespace {

using std::chrono::days;
using std::chrono::year;
using Kind = SpokenDay::Kind;

/// No day takes more bytes to say.
constexpr std::size_t longest_heading = 60;

constexpr const char* right = "a day such as 2026-11-24, Tue 24 Nov or 24.11.2026";

/// A date, with its year or without.
std::optional<SpokenDay> read_date(Tokens& tokens, DateOrder order) {
  if (auto in_numbers = read_date_in_numbers(tokens, order)) return in_numbers;
  const std::size_t start = tokens.position();
  const bool number = tokens.peek().kind == Token::Kind::Number;
  // "1/2 cup", "8.30 coffee": a number that no month follows is none of a date.
  if (number && !tokens.peek(1).is("-") && tokens.peek(1).kind != Token::Kind::Word) return std::nullopt;
  const auto said = read_day(tokens, order);
  if (said && (said->kind == Kind::Date || said->kind == Kind::MonthDay)) return said;
  tokens.back_to(start);
  return std::nullopt;
}

std::optional<std::chrono::weekday> read_weekday(Tokens& tokens) {
  const std::size_t start = tokens.position();
  if (tokens.peek().kind == Token::Kind::Word && !tokens.peek().is("last")) {
    const auto said = read_day(tokens, DateOrder::Unsaid);
    if (said && said->kind == Kind::Weekday) return said->weekday;
  }
  tokens.back_to(start);
  return std::nullopt;
}

std::string full_weekday(Day day) {
  constexpr const char* names[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
  return names[std::chrono::weekday(day).c_encoding()];
}

/// The last such date; where a weekday is said too, a date that fits it goes before the coming one that does not.
Day day_of_year(const Tokens& tokens, const SpokenDay& said, std::optional<std::chrono::weekday> weekday, Day today) {
  if (weekday) {
    const year this_year = std::chrono::year_month_day(today).year();
    for (int back = 0; back <= 1; ++back) {
      const std::chrono::year_month_day date = (this_year - std::chrono::years(back)) / said.month_day;
      if (date.ok() && Day(date) <= today && std::chrono::weekday(Day(date)) == *weekday) return Day(date);
      if (date.ok() && Day(date) <= today) break;  // the last such date was on another day of the week
    }
  }
  return last_month_day(tokens, said, today);
}

/// The last such weekday, or the next behind the heading above.
Day weekday_after(std::chrono::weekday weekday, Day today, std::optional<Day> after) {
  const Day last = today - (std::chrono::weekday(today) - weekday);
  if (!after) return last;
  const Day next = *after + days(1) + (weekday - std::chrono::weekday(*after + days(1)));
  return next <= today ? next : last;
}

DayHeading heading_of(const Tokens& tokens, const SpokenDay& date, std::optional<std::chrono::weekday> weekday,
                      Day today) {
  DayHeading heading{date.date, DayName::Date, 0};
  if (date.kind == Kind::MonthDay) heading = {day_of_year(tokens, date, weekday, today), DayName::DayOfYear, 0};
  if (heading.day > today) tokens.refuse("This day is still to come", date.place, right);
  if (weekday && std::chrono::weekday(heading.day) != *weekday) {
    tokens.refuse(fmt::format("{} was a {}", iso(heading.day), full_weekday(heading.day)), date.place,
                  "the date with its year, or the weekday that it was");
  }
  return heading;
}

/// "today", "yesterday"
std::optional<DayHeading> read_relative(Tokens& tokens, Day today) {
  if (tokens.accept("today")) return DayHeading{today, DayName::Relative, 0};
  if (tokens.accept("yesterday")) return DayHeading{today - days(1), DayName::Relative, 0};
  return std::nullopt;
}

std::optional<DayHeading> read(Tokens& tokens, const Reckoning& reckoning, std::optional<Day> after) {
  const Day today = calendar::today(reckoning);
  if (const auto relative = read_relative(tokens, today)) return relative;
  auto weekday = read_weekday(tokens);
  const bool in_front = weekday.has_value();
  if (in_front) tokens.accept(".");
  if (const auto date = read_date(tokens, reckoning.date_order)) {
    if (!weekday) weekday = read_weekday(tokens);
    return heading_of(tokens, *date, weekday, today);
  }
  if (!in_front) return std::nullopt;
  return DayHeading{weekday_after(*weekday, today, after), DayName::Weekday, 0};
}

}  // namespace

std::optional<DayHeading> read_day_heading(std::string_view line, const Reckoning& reckoning,
                                           std::optional<Day> after) {
  Tokens tokens(line.substr(0, longest_heading));
  auto heading = read(tokens, reckoning, after);
  if (heading) heading->length = text::without_trailing_spaces(line.substr(0, tokens.peek().place)).size();
  return heading;
}

}  // namespace lytes::calendar

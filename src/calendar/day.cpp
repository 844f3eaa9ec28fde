#include "lytes/calendar/day.hpp"

#include <algorithm>
#include <array>

#include "lytes/text/letters.hpp"

namespace lytes::calendar {

namespace {

// By hand: a report writes and reads tens of thousands of these.
void write_digits(char* end, unsigned value, int count) {
  for (; count > 0; --count, value /= 10) *--end = static_cast<char>('0' + value % 10);
}

unsigned read_digits(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

}  // namespace

std::string iso(Day day) {
  const std::chrono::year_month_day date(day);
  std::string text = "0000-00-00";
  write_digits(text.data() + 4, static_cast<unsigned>(static_cast<int>(date.year())), 4);
  write_digits(text.data() + 7, static_cast<unsigned>(date.month()), 2);
  write_digits(text.data() + 10, static_cast<unsigned>(date.day()), 2);
  return text;
}

std::optional<Day> parse_iso_day(std::string_view text) {
  constexpr std::string_view shape = "dddd-dd-dd";
  const bool fits = std::equal(text.begin(), text.end(), shape.begin(), shape.end(),
                               [](char c, char s) { return s == 'd' ? text::is_digit(c) : c == s; });
  if (!fits) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(read_digits(text.substr(0, 4)))),
                                         std::chrono::month(read_digits(text.substr(5, 2))),
                                         std::chrono::day(read_digits(text.substr(8, 2))));
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

std::string_view weekday_short(Day day) {
  constexpr std::array<std::string_view, 7> names = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  return names[std::chrono::weekday(day).c_encoding()];
}

DayRange week_of(Day day) {
  const Day monday = day - (std::chrono::weekday(day) - std::chrono::Monday);
  return {monday, monday + std::chrono::days(6)};
}

}  // namespace lytes::calendar

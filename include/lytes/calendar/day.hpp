#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace lytes::calendar {

/// A calendar date: of an entry, the label of its logical day.
using Day = std::chrono::sys_days;

/// Days that lytes takes: a lifetime back and far beyond this one. The C library has summer time in all of them; past
/// the last change that a zone's file lists it goes by the rule at the file's end.
inline constexpr Day earliest_day{std::chrono::year{1900} / 1 / 1};
inline constexpr Day latest_day{std::chrono::year{2199} / 12 / 31};

/// The years of those days, for messages.
inline constexpr std::string_view known_years = "1900 to 2199";

/// Whole days, both ends included.
struct DayRange {
  Day from;
  Day to;

  bool contains(Day day) const { return from <= day && day <= to; }
  int length() const { return static_cast<int>((to - from).count()) + 1; }
  bool operator==(const DayRange&) const = default;
};

/// "2026-11-22". For the years 0 to 9999.
std::string iso(Day day);

/// The exact inverse of iso(Day): ten characters and a real date, or empty.
std::optional<Day> parse_iso_day(std::string_view text);

/// "Sun"
std::string_view weekday_short(Day day);

/// The Monday to Sunday that `day` lies in.
DayRange week_of(Day day);

}  // namespace lytes::calendar

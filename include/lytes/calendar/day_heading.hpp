#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "lytes/calendar/moment.hpp"

namespace lytes::calendar {

/// How a day is said at the head of notes: the less was said, the more days it may have been.
enum class DayName {
  Date,       ///< "2026-11-24", "24 Nov 2026": one day for ever
  DayOfYear,  ///< "24 Nov", "24.11.": the same again each year
  Weekday,    ///< "Monday": the same again each week
  Relative    ///< "yesterday": another one tomorrow
};

/// A day that stands at the beginning of a line of notes.
struct DayHeading {
  Day day;
  DayName name;
  std::size_t length;  ///< bytes of the line that say it, blanks before it included
};

/// `2026-11-24`, `24 Nov`, `Nov 24th 2026`, `24.11.`, `24.11.2026`, `Monday`, `today`, `yesterday`, each with a weekday
/// in front or behind: `Mon 24 Nov`, `2026-11-24 Tue`. Nothing where a line does not begin so.
///
/// A date without a year is the last one, where a weekday is said too the last one on such a day, which never is more
/// than a year back.
/// @param after the day of the heading above: a weekday alone is the next such day behind it, unless still to come
/// @throws InputError for a date that is none, is still to come, or is not the weekday that was said
std::optional<DayHeading> read_day_heading(std::string_view line, const Reckoning& reckoning,
                                           std::optional<Day> after = std::nullopt);

}  // namespace lytes::calendar

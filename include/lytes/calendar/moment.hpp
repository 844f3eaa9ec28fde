#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "lytes/calendar/day.hpp"
#include "lytes/calendar/zone.hpp"

namespace lytes::calendar {

/// When an entry happened, as it is stored: worked out once and never again.
struct Moment {
  Instant at;
  std::chrono::seconds utc_offset;  ///< local time minus UTC
  Day day;                          ///< the logical day it belongs to

  bool operator==(const Moment&) const = default;
};

/// What stands first in "3/4". Unsaid: such a date is refused where it may be two.
enum class DateOrder { Unsaid, DayFirst, MonthFirst };

/// "day_first", "month_first"; "unsaid" is none that can be set.
std::string_view word(DateOrder order);

/// @throws InputError for any other text than those two
DateOrder parse_date_order(std::string_view text);

/// All that turning words into moments depends on.
struct Reckoning {
  Zone zone;
  Instant now;
  std::chrono::minutes day_start{240};  ///< when a logical day begins, from 00:00 to 23:59 local time
  DateOrder date_order = DateOrder::Unsaid;
  bool half_is_past = false;  ///< "half 8" is half past eight, as the British say; elsewhere nobody can know
};

/// The logical day of a local time: the date, or the date before while the day has not started.
/// Day start shifts the moment, never the label.
Day day_of(LocalTime local, std::chrono::minutes day_start);

/// Logical days follow one another without a hole or a return: where clocks are put back across the day start, the
/// repeated stretch stays with the day that had begun.
/// @throws InputError outside the years 1900 to 2199
Moment moment_at(Instant at, const Reckoning& reckoning);

/// The moment at which clocks showed `local`; the earlier of two where they were put back.
/// @throws InputError where clocks were put forward over it, and outside the years 1900 to 2199
Moment moment_at_local(LocalTime local, const Reckoning& reckoning);

/// The moment at which clocks showed `local`, for times that nobody said of this day. Where clocks were put forward
/// over it, the moment at which it would have been, which they showed as later: 02:30 becomes 03:30.
/// @throws InputError outside the years 1900 to 2199
Moment moment_after_gap(LocalTime local, const Reckoning& reckoning);

/// The logical day of now.
Day today(const Reckoning& reckoning);

/// What clocks showed.
LocalTime local_time(const Moment& moment);

/// The date on the wall calendar, which in the small hours is one later than the logical day.
Day civil_day(const Moment& moment);

/// "2026-11-22T10:00:00+01:00"
std::string iso(const Moment& moment);

/// "08:30"
std::string short_time(const Moment& moment);

}  // namespace lytes::calendar

#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "lytes/calendar/day.hpp"
#include "lytes/calendar/moment.hpp"

/// Times and days as people type them. Case, commas, `at` and `on` do not matter.
/// All throw InputError with the place and an example that works.
namespace lytes::calendar {

/// A moment, and what the echo must say about it.
struct SpokenMoment {
  Moment moment;
  bool earlier_day = false;  ///< a bare clock time has not come yet today: the last such time was taken
  bool twice = false;        ///< clocks showed this time twice: the later one was taken, unless it is still to come
  bool vague = false;        ///< "this morning": no clock time was said
  bool plain = false;        ///< the words can be nothing but a time: "8pm", "last night", and not "8.30" or "noon"
};

/// `now`, `8:30`, `8.30`, `8:30pm`, `8pm`, `noon`, `midnight`, `yesterday 23:40`, `yesterday at 11pm`, `mon 7am`,
/// `last mon 7am`, `20 nov 14:00`, `2 days ago 19:00`, `2h ago`, `half an hour ago`, `2026-11-20 14:00`,
/// `2026-11-20T14:00:00+01:00`, `half past 7`, `half past one`, `quarter to 8`, `ten past six`, `8:30ish`, `8 o'clock`,
/// `seven pm`, `20 Uhr`, `~9pm`, `around noon`. A day may also follow the clock time: `23:40 yesterday`.
///
/// A part of a day stands for a clock time: morning and breakfast 8:00, lunch 12:30, afternoon 15:00, evening and
/// dinner 19:00, tonight 21:00, night 23:00; while it lasts and has not got that far, for now. `for lunch` is now while
/// lunch may last. `last night` is 23:00 on the date before.
///
/// Days are told as someone who is awake tells them. After midnight but before the day start the evening before is
/// still today: at 01:30 on a Sunday `today 23:00` is Saturday's and `yesterday 19:00` is Friday's. Clock times of
/// the small hours go by the calendar date: `today 0:30` and `0:30` are an hour ago, and at ten in the morning
/// `yesterday 1:30` is 1:30 on yesterday's date.
///
/// A weekday is the last such time that is not in the future; `last mon` is before today. A date without a year is
/// the last one; if that is more than half a year back while the next one is near, the year must be said.
/// A UTC offset that is said is kept as the moment's; `Z` only fixes the instant.
///
/// Refused: the future, a bare integer (`8`), a day without a clock time, a time that clocks skipped.
SpokenMoment parse_moment(std::string_view text, const Reckoning& reckoning);

/// The same, for words that may be no time at all, as most of a line are: nothing where `parse_moment` throws.
std::optional<SpokenMoment> moment_in(std::string_view text, const Reckoning& reckoning);

/// A date with a clock time, for setting the clock itself: `2026-11-22 10:00`, `2026-11-22T10:00:00+01:00`.
/// Of a time that clocks showed twice, the earlier.
Instant parse_instant(std::string_view text, const Zone& zone);

enum class FutureDays { Refused, Allowed };

/// `today`, `yesterday`, `mon` (the last one, today included), `last mon` (before today), `the day before yesterday`,
/// `3 days ago`, `2 weeks ago`, `2026-11-20`, `20 nov`, `nov 20 2025`. Days are logical days. With FutureDays::Allowed
/// also `tomorrow`.
Day parse_day(std::string_view text, const Reckoning& reckoning, FutureDays future = FutureDays::Refused);

/// Anything parse_day takes, and `week`, `last week`, `month`, `last month`, `year`, `7d`, `last 7 days`, `4 weeks`
/// (those that end today), `week of 2026-11-03`, `2026-W48`, `week 48` (the last one that has begun), `2026-11`,
/// `november`, `nov 2025`, `2026`, `all` (up to today), `A..B`, `A to B`, `A..`, `since A`. The end may lie in the
/// future, the start may not.
DayRange parse_range(std::string_view text, const Reckoning& reckoning);

/// The same for words that may be something else: nothing where they do not begin as days do.
std::optional<DayRange> find_range(std::string_view text, const Reckoning& reckoning);

/// Minutes: `10m`, `90 s`, `1.5h`, `1h30`, `1h 30m`, `2 days`, `half an hour`, `an hour and a half`, `six hours`, `a
/// couple of minutes`; of a range the middle: `20-25 min`. Positive, at most a year.
double parse_duration_minutes(std::string_view text);

/// A clock time alone, as minutes after midnight: `04:00`, `4am`, `noon`, `midnight`.
std::chrono::minutes parse_clock(std::string_view text);

}  // namespace lytes::calendar

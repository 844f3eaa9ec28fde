#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lytes/calendar/moment.hpp"
#include "lytes/calendar/spoken.hpp"
#include "lytes/remark.hpp"

namespace lytes::language {

/// What was typed, parted into what and when.
struct TimedLine {
  std::string text;       ///< without the time
  calendar::Moment when;  ///< now where no time was given
  std::vector<Remark> remarks;
  std::string said;  ///< the words of the time, as typed; empty where none was given
};

/// A clock as people write it behind "@" or "at": "8" as 8:00, "0830" and "8h30" as 8:30, "19h" as 19:00. Other words
/// stay as they are.
std::string clock_in(std::string_view said);

/// "half 8" as "half past 8"; other words stay as they are.
/// @throws InputError where it may be half past seven, too
std::string half_hour_in(std::string_view said, const calendar::Reckoning& reckoning);

/// Whether words in front of a time compare with it, which then is no time of what is told: "worse than", "same as",
/// "better" (at night).
bool compares(std::string_view in_front);

/// What the echo says of how a time was understood: which day or hour was taken, and that it is years ago.
std::vector<Remark> remarks_on(const calendar::SpokenMoment& spoken, const std::string& said,
                               const calendar::Reckoning& reckoning);

/// Where in a line a time may stand.
enum class TimePlace {
  AfterSign,  ///< only behind `@`, as in a note, which may speak of any time
  AtEnd,      ///< also as the last words, where they can be nothing else: "coffee 8am", "toast yesterday evening"
  Anywhere    ///< also in front ("8:30 coffee") and behind "at", "around" or "since" in the middle
};

/// The words of a command, of which some may say when: "500ml water @ yesterday 19:00".
/// @throws InputError with the place in the whole line
TimedLine read_timed_line(const calendar::Reckoning& reckoning, const std::vector<std::string>& words,
                          TimePlace place = TimePlace::Anywhere);

}  // namespace lytes::language

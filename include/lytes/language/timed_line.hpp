#pragma once

#include <string>
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

/// What the echo says of how a time was understood: which day or hour was taken, and that it is years ago.
std::vector<Remark> remarks_on(const calendar::SpokenMoment& spoken, const std::string& said,
                               const calendar::Reckoning& reckoning);

/// The words of a command, of which the last `@` begins the time: "500ml water @ yesterday 19:00".
/// Without a sign the last words are the time if they can be nothing else: "coffee 8am", "water 2h ago", "toast
/// yesterday evening".
/// @throws InputError with the place in the whole line
/// @param sign_needed only what stands after `@` is a time, as in a note, which may speak of any time
TimedLine read_timed_line(const calendar::Reckoning& reckoning, const std::vector<std::string>& words,
                          bool sign_needed = false);

}  // namespace lytes::language

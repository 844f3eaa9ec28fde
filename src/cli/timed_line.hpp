#pragma once

#include <string>
#include <vector>

#include "lytes/calendar/moment.hpp"
#include "lytes/report/entry_text.hpp"

namespace lytes::cli {

class Session;

/// What was typed, parted into what and when.
struct TimedLine {
  std::string text;       ///< without the time
  calendar::Moment when;  ///< now where no time was given
  std::vector<report::Warning> warnings;
};

/// The words of a command, of which the last `@` begins the time: "500ml water @ yesterday 19:00".
/// @throws InputError with the place in the whole line
TimedLine read_timed_line(Session& session, const std::vector<std::string>& words);

}  // namespace lytes::cli

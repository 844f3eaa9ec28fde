#pragma once

#include <optional>
#include <string_view>

#include "lytes/calendar/day.hpp"

namespace lytes::journal {

/// What is told apart in saying whether a day is complete.
enum class Stream { Intake, Spasms };

/// Complete: all that there was is logged, so that no entry means zero. Partial: some of it is. None: none of it is.
enum class DayStatus { Complete, Partial, None };

/// "intake", "spasms"
std::string_view word(Stream stream);

/// "complete", "partial", "none"
std::string_view word(DayStatus status);

/// What the user said of a day. Of which nothing was said, a day with entries of the stream is partial, else none.
struct DaySaid {
  calendar::Day day;
  Stream stream;
  DayStatus status;

  bool operator==(const DaySaid&) const = default;
};

}  // namespace lytes::journal

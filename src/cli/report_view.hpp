#pragma once

#include <optional>
#include <string>

#include "lytes/calendar/day.hpp"

namespace lytes::cli {

class Session;

/// The diary up to a day: from the first to the last day of which the journal holds anything.
std::optional<calendar::DayRange> diary_up_to(Session& session, calendar::Day last);

/// The days whose signs a report on the shown days tells: those, and the last 28 of the diary.
calendar::DayRange signs_in_sight(calendar::DayRange shown, const std::optional<calendar::DayRange>& diary,
                                  calendar::Day today);

/// Shows these days with all the evidence up to the last of them.
/// @param is_week a Monday to Sunday, which may not be over yet
/// @param html_file where to write it as a page, too
void show_report(Session& session, calendar::DayRange shown, bool is_week, const std::optional<std::string>& html_file);

}  // namespace lytes::cli

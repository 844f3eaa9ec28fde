#pragma once

#include <optional>
#include <string>

#include "lytes/calendar/day.hpp"

namespace lytes::cli {

class Session;

/// What a page for a doctor shows where its first day was not said: the last thirteen weeks of the diary.
/// @param last the last day to show; without one that of the diary
calendar::DayRange days_for_a_doctor(Session& session, std::optional<calendar::Day> last);

/// Shows the page for a doctor.
/// @param html_file where to write it as a page, too
void show_visit(Session& session, calendar::DayRange shown, const std::optional<std::string>& html_file);

}  // namespace lytes::cli

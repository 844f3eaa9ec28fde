#pragma once

#include "lytes/calendar/day.hpp"

namespace lytes::cli {

class Session;

/// Shows these days with all the evidence up to the last of them.
/// @param is_week a Monday to Sunday, which may not be over yet
void show_report(Session& session, calendar::DayRange shown, bool is_week);

}  // namespace lytes::cli

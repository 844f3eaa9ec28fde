#pragma once

#include <string>

#include "lytes/calendar/day.hpp"

namespace lytes::report {

/// "22 November 2026"
std::string long_date(calendar::Day day);
/// "22 Nov"
std::string short_date(calendar::Day day);
/// "16 to 22 Nov", "28 Oct to 3 Nov", with years where they are two
std::string short_dates(calendar::DayRange days);
/// "16 to 22 November 2026", with what differs said twice
std::string long_dates(calendar::DayRange days);

}  // namespace lytes::report

#pragma once

#include <string>

#include "lytes/calendar/day.hpp"
#include "lytes/report/style.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::report {

/// The week: a row a day, and its spasms beside those of the four weeks before.
/// @param timeline holds the week and the 28 days before it
/// @param today days after it are shown as not there yet
std::string week_table(const timeline::Timeline& timeline, calendar::DayRange week, calendar::Day today,
                       const Style& style);

/// {"range":{"from":...,"to":...},"days":[...]}
std::string week_json(const timeline::Timeline& timeline, calendar::DayRange week);

}  // namespace lytes::report

#pragma once

#include <span>
#include <string>

#include "lytes/calendar/day.hpp"
#include "lytes/report/style.hpp"
#include "lytes/safety/aims.hpp"
#include "lytes/timeline/sums.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::report {

/// A row a day: water, magnesium and potassium against target, stress, spasms, status; then what the signs mean.
std::string days_table(const timeline::Timeline& timeline, calendar::DayRange days, const safety::Aims& aims,
                       const Style& style);

/// A row a month: how many days were closed, how many of them short of what, stress, spasms.
std::string months_table(std::span<const timeline::MonthSums> months, const safety::Aims& aims);

}  // namespace lytes::report

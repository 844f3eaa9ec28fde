#pragma once

#include "html/chart.hpp"
#include "lytes/calendar/day.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::report {

/// Spasms a week, as bars: week by week up to half a year, by four weeks up to two years, by quarters and years beyond.
/// A bar is hollow, "at least so many", where fewer than four in five days are known.
Chart course_chart(const timeline::Timeline& timeline, calendar::DayRange days);

}  // namespace lytes::report

#pragma once

#include <span>

#include "html/chart.hpp"
#include "lytes/calendar/day.hpp"
#include "lytes/safety/aims.hpp"
#include "lytes/timeline/summary.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::report {

/// Water, magnesium and potassium against their targets, with the spasms above them: day by day up to 98 days, by weeks
/// up to 98 weeks, by four weeks beyond. Days that are not complete are hollow, for they are "at least so much".
/// @param aims what is drawn without a target, or against a limit
Chart intake_chart(const timeline::Timeline& timeline, calendar::DayRange days, const safety::Aims& aims);

/// The number of spasms of each day, weeks as columns; beyond 20 weeks of each month, years as rows.
Chart calendar_chart(const timeline::Timeline& timeline, calendar::DayRange days);

/// Where and at what hours the spasms were.
/// @param sites the most frequent first
Chart sites_chart(std::span<const timeline::SiteCount> sites);

}  // namespace lytes::report

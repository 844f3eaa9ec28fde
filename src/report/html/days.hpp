#pragma once

#include <string>

#include "lytes/report/report_page.hpp"

namespace lytes::report {

/// The days of the range that have begun.
calendar::DayRange begun(const ReportView& view);

/// A row for each day of a week.
std::string week_rows_html(const ReportView& view);

/// Sums over a longer range.
std::string range_sums_html(const ReportView& view);

/// The spasms of the range beside those of the four weeks before it; plain text.
std::string spasms_sentence(const ReportView& view);

}  // namespace lytes::report

#pragma once

#include <string>

#include "lytes/report/html_report.hpp"

namespace lytes::report {

/// The days of the range that have begun.
calendar::DayRange begun(const HtmlView& view);

/// A row for each day of a week.
std::string week_rows_html(const HtmlView& view);

/// Sums over a longer range.
std::string range_sums_html(const HtmlView& view);

/// The spasms of the range beside those of the four weeks before it; plain text.
std::string spasms_sentence(const HtmlView& view);

}  // namespace lytes::report

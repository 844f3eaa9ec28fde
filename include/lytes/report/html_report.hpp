#pragma once

#include <string>

#include "lytes/calendar/day.hpp"
#include "lytes/insight/evidence.hpp"
#include "lytes/targets/profile.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::report {

/// What an HTML page is made of.
struct HtmlView {
  const timeline::Timeline& timeline;  ///< for a week also the 91 days that end with it; days outside are not known
  calendar::DayRange range;            ///< the week, or the days that were asked for
  bool is_week;                        ///< a week is shown day by day; other ranges as sums, with charts of the range
  const insight::Evidence& evidence;
  calendar::Day today;  ///< days after it are not there yet
  const targets::Profile& profile;
  std::string made_at;      ///< when the page was made, for people
  std::string method_link;  ///< address of docs/statistics.md; empty: named without a link
};

/// The report as one HTML file that needs nothing else: no script, no font, no picture, no network. Its policy allows
/// its own style by hash and nothing besides. Light, dark, and on paper; every chart has a name, words and a table.
std::string html_report(const HtmlView& view);

}  // namespace lytes::report

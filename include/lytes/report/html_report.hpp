#pragma once

#include <string>

#include "lytes/report/report_page.hpp"
#include "lytes/targets/profile.hpp"

namespace lytes::report {

/// A report, and what stands around it on a page of its own.
struct HtmlView {
  const ReportView& report;  ///< its charts show the range; for a week, the 91 days that end with it
  const targets::Profile& profile;
  std::string made_at;      ///< when the page was made, for people
  std::string method_link;  ///< address of docs/statistics.md; empty: named without a link
};

/// The address of a file: "file:///usr/share/doc/lytes/statistics.md".
std::string file_link(const std::string& path);

/// The report as one HTML file that needs nothing else: no script, no font, no picture, no network. Its policy allows
/// its own style by hash and nothing besides. Light, dark, and on paper; every chart has a name, words and a table.
std::string html_report(const HtmlView& view);

}  // namespace lytes::report

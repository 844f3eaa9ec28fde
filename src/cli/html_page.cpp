#include "html_page.hpp"

#include "lytes/console/session.hpp"
#include "lytes/report/html_report.hpp"
#include "lytes/storage/page_file.hpp"

namespace lytes::cli {

namespace {

/// "2026-11-22 14:20" as clocks show it.
std::string now_in_words(const calendar::Reckoning& reckoning) {
  const auto moment = calendar::moment_at(reckoning.now, reckoning);
  return calendar::iso(calendar::civil_day(moment)) + " at " + calendar::short_time(moment);
}

/// The address of the document on statistics where it was installed beside the catalogue; empty if it was not.
std::string method_link(const std::filesystem::path& catalogue) {
  std::error_code error;
  const auto shared = std::filesystem::weakly_canonical(catalogue, error).parent_path().parent_path();
  const auto document = shared / "doc" / "lytes" / "docs" / "statistics.md";
  if (error || !std::filesystem::is_regular_file(document, error)) return "";
  return report::file_link(document.string());
}

}  // namespace

void write_html(Session& session, const std::filesystem::path& file, const report::ReportView& report) {
  const report::HtmlView view{report, session.targets().profile_on(report.today), now_in_words(session.reckoning()),
                              method_link(session.context().paths.catalogue)};
  storage::write_page(file, report::html_report(view));
}

}  // namespace lytes::cli

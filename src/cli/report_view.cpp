#include "report_view.hpp"

#include <fmt/format.h>

#include <chrono>

#include "html_page.hpp"
#include "lytes/console/session.hpp"
#include "lytes/notebook/evidence.hpp"
#include "lytes/report/report_page.hpp"

namespace lytes::cli {

namespace {

constexpr std::chrono::days thirteen_weeks{91};  // charts of a week look back so far, its words four weeks

}  // namespace

void show_report(Session& session, calendar::DayRange shown, bool is_week,
                 const std::optional<std::string>& html_file) {
  const calendar::Day today = session.today();
  const notebook::Judged judged = notebook::judge(session, shown, thirteen_weeks);
  const safety::Aims aims = session.aims(today);
  const calendar::DayRange looked_at{is_week ? shown.from - thirteen_weeks : shown.from, shown.to};
  const insight::Evidence seen = session.options.json ? judged.evidence : judged.evidence.with_experiments_blind();
  report::ReportView view{judged.timeline, shown, today, seen, is_week, aims};
  view.unknown = notebook::unknown_product(session, judged.timeline, looked_at, aims);
  view.before_last_spasms = notebook::before_last_spasms(session, judged);
  view.sources = notebook::sources_until_answered(session, judged);
  if (html_file) write_html(session, *html_file, view);
  session.answer(report::report_json, report::report_page, view);
  if (html_file && !session.options.json) session.say(fmt::format("\nAs a page: {}\n", *html_file));
}

}  // namespace lytes::cli

#include "report_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "html_page.hpp"
#include "lytes/insight/evidence.hpp"
#include "lytes/report/report_page.hpp"
#include "lytes/timeline/timeline.hpp"
#include "open_signs.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

constexpr std::chrono::days thirteen_weeks{91};  // charts of a week look back so far, its words four weeks

}  // namespace

std::optional<calendar::DayRange> diary_up_to(Session& session, calendar::Day last) {
  const auto all = session.store().days();
  if (!all || all->from > last) return std::nullopt;
  return calendar::DayRange{all->from, std::min(all->to, last)};
}

calendar::DayRange signs_in_sight(calendar::DayRange shown, const std::optional<calendar::DayRange>& diary,
                                  calendar::Day today) {
  calendar::DayRange days{shown.from, std::min(shown.to, today)};
  if (diary) days.from = std::min(days.from, diary->to - std::chrono::days{safety::open_sign_days - 1});
  return days;
}

void show_report(Session& session, calendar::DayRange shown, bool is_week,
                 const std::optional<std::string>& html_file) {
  const calendar::Day today = calendar::today(session.reckoning());
  const auto diary = diary_up_to(session, std::min(shown.to, today));
  calendar::DayRange read{shown.from - thirteen_weeks, shown.to};
  if (diary) read = {std::min(read.from, diary->from), std::max(read.to, diary->to)};
  const auto timeline = timeline::build(session.store(), session.targets(), read);
  const auto evidence = insight::assess(timeline, {diary, shown}, session.targets(), session.personal_advice(),
                                        open_signs(session, signs_in_sight(shown, diary, today), RulesTold::All));
  const report::ReportView view{timeline, shown, today, evidence, is_week, session.aims(today)};
  if (html_file) write_html(session, *html_file, view);
  session.say(session.options.json ? report::report_json(view) : report::report_page(view, session.style()));
  if (html_file && !session.options.json) session.say(fmt::format("\nAs a page: {}\n", *html_file));
}

}  // namespace lytes::cli

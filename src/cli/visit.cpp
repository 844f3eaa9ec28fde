#include "visit.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lytes/console/session.hpp"
#include "lytes/insight/evidence.hpp"
#include "lytes/notebook/open_signs.hpp"
#include "lytes/notebook/report_days.hpp"
#include "lytes/notebook/trials.hpp"
#include "lytes/report/visit_page.hpp"
#include "lytes/safety/day_rules.hpp"
#include "lytes/storage/page_file.hpp"

namespace lytes::cli {

namespace {

using calendar::Day;
using calendar::DayRange;
using journal::EntryKind;

constexpr EntryKind spasms_only[] = {EntryKind::Spasm};
constexpr EntryKind taken_kinds[] = {EntryKind::Supplement, EntryKind::Medicine};
constexpr EntryKind factors_only[] = {EntryKind::Factor};

std::optional<timeline::SaidWeight> weight_up_to(Session& session, DayRange days) {
  return timeline::last_weight(session.store().list(days, factors_only));
}

}  // namespace

void show_visit(Session& session, DayRange shown, const std::optional<std::string>& html_file) {
  const Day today = session.today();
  shown.to = std::max(shown.from, std::min(shown.to, today));
  const auto diary = notebook::diary_up_to(session, shown.to);
  const DayRange read{diary ? std::min(diary->from, shown.from) : shown.from, shown.to};
  const auto timeline = timeline::build(session.store(), session.targets(), read);
  const auto personal = session.personal_advice();
  const DayRange told = notebook::signs_in_sight(shown, diary, today);
  const auto evidence = insight::assess(
      timeline, {diary, shown}, session.targets(), personal, open_signs(session, told, notebook::RulesTold::All),
      notebook::trial_standings(session, std::min(today, shown.to + std::chrono::days{1})));
  const auto seen = seen_signs_told(session, told);
  const auto& targets = session.targets().on(today);
  const auto& profile = session.targets().profile_on(today);
  const auto halves = timeline::course_by_halves(timeline, shown);
  const auto intake = safety::intake_courses(timeline, shown, targets, personal);
  const auto spasms = safety::rule_spasms(session.store().list(shown, spasms_only), session.vocabulary());
  const report::VisitView view{profile,
                               profile.age_on(today),
                               personal,
                               weight_up_to(session, read),
                               timeline,
                               diary,
                               shown,
                               today,
                               seen,
                               halves,
                               safety::nights_of(spasms, shown),
                               intake,
                               targets.general_adult,
                               targets.fluid_basis,
                               timeline::taken_products(session.store().list(shown, taken_kinds)),
                               timeline::logged_factors(timeline, shown),
                               evidence,
                               insight::visit_questions(evidence, intake, halves, personal)};
  if (html_file) storage::write_page(*html_file, report::visit_html(view));
  session.answer(report::visit_json, report::visit_page, view);
  if (html_file && !session.options.json) session.say(fmt::format("\nAs a page: {}\n", *html_file));
}

}  // namespace lytes::cli

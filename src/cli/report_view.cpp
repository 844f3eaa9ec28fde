#include "report_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "html_page.hpp"
#include "lytes/insight/evidence.hpp"
#include "lytes/notebook/open_signs.hpp"
#include "lytes/notebook/report_days.hpp"
#include "lytes/report/report_page.hpp"
#include "lytes/timeline/before_spasm.hpp"
#include "lytes/timeline/sources.hpp"
#include "lytes/timeline/sums.hpp"
#include "lytes/timeline/timeline.hpp"
#include "lytes/timeline/unknown_product.hpp"
#include "session.hpp"
#include "trial_view.hpp"

namespace lytes::cli {

namespace {

constexpr std::chrono::days thirteen_weeks{91};  // charts of a week look back so far, its words four weeks

constexpr std::size_t last_spasms = 5;
constexpr std::chrono::days weeks_of_spasms{120};
constexpr std::chrono::days eight_weeks{56};
constexpr std::size_t most_sources = 3;

/// The last of these days.
calendar::DayRange latest(calendar::DayRange days, std::chrono::days most) {
  return {std::max(days.from, days.to - most), days.to};
}

/// The hours before the last spasms and, until there is an answer, where the nutrients come from. Neither for somebody
/// who is to see no goals.
void add_what_came_before(Session& session, const std::optional<calendar::DayRange>& diary, report::ReportView& view) {
  if (!diary || session.personal_advice().has(targets::Effect::HideGoals)) return;
  view.before_last_spasms = timeline::before_last_spasms(session.store(), latest(*diary, weeks_of_spasms), last_spasms);
  const bool any_answer = std::ranges::any_of(view.evidence.associations,
                                              [](const auto& one) { return !one.withheld && one.enough_data(); });
  if (any_answer) return;
  for (std::size_t place = 0; place < view.sources.size(); ++place) {
    view.sources[place] = timeline::best_sources(session.store(), latest(*diary, eight_weeks),
                                                 timeline::target_nutrients[place], most_sources);
  }
}

/// What costs the most of the days that are looked at, among what is held against a goal of this person.
std::optional<timeline::UnknownProduct> unknown_product(Session& session, const timeline::Timeline& timeline,
                                                        calendar::DayRange looked_at, const safety::Aims& aims) {
  std::vector<quantity::Nutrient> goals;
  for (const auto nutrient : timeline::target_nutrients) {
    if (aims.is_goal(nutrient)) goals.push_back(nutrient);
  }
  const auto days = timeline::days_left_unknown(timeline, looked_at, goals);
  if (!days) return std::nullopt;
  return timeline::costliest_unknown(timeline, session.store().list_lacking(*days), *days, goals);
}

struct Days {
  insight::DiaryDays diary;     ///< all of it, as far as it is judged
  timeline::Timeline timeline;  ///< the days that are looked at one by one
};

Days read_days(Session& session, const std::optional<calendar::DayRange>& diary, calendar::DayRange kept) {
  calendar::DayRange read = kept;
  if (diary) read = {std::min(kept.from, diary->from), std::max(kept.to, diary->to)};
  insight::DiaryDays days(diary ? diary->length() : 0);
  std::vector<timeline::DayRow> rows;
  timeline::each_day(session.store(), session.targets(), read, [&](timeline::DayRow&& row) {
    if (diary && diary->contains(row.day)) days.add(row);
    if (kept.contains(row.day)) rows.push_back(std::move(row));
  });
  return {std::move(days), timeline::Timeline(kept, std::move(rows))};
}

}  // namespace

void show_report(Session& session, calendar::DayRange shown, bool is_week,
                 const std::optional<std::string>& html_file) {
  const calendar::Day today = session.today();
  const auto diary = notebook::diary_up_to(session, std::min(shown.to, today));
  auto [days, timeline] =
      read_days(session, diary, insight::days_to_keep(diary, {shown.from - thirteen_weeks, shown.to}));
  const auto evidence =
      insight::assess(std::move(days), timeline, shown, session.targets(), session.personal_advice(),
                      open_signs(session, notebook::signs_in_sight(shown, diary, today), notebook::RulesTold::All),
                      trial_standings(session, std::min(shown.to, today)));
  const safety::Aims aims = session.aims(today);
  const calendar::DayRange looked_at{is_week ? shown.from - thirteen_weeks : shown.from, shown.to};
  const insight::Evidence seen = session.options.json ? evidence : evidence.with_experiments_blind();
  report::ReportView view{timeline, shown, today, seen, is_week, aims};
  view.unknown = unknown_product(session, timeline, looked_at, aims);
  add_what_came_before(session, diary, view);
  if (html_file) write_html(session, *html_file, view);
  session.answer(report::report_json, report::report_page, view);
  if (html_file && !session.options.json) session.say(fmt::format("\nAs a page: {}\n", *html_file));
}

}  // namespace lytes::cli

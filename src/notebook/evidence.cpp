#include "lytes/notebook/evidence.hpp"

#include <algorithm>
#include <utility>

#include "lytes/notebook/notebook.hpp"
#include "lytes/notebook/open_signs.hpp"
#include "lytes/notebook/report_days.hpp"
#include "lytes/notebook/trials.hpp"
#include "lytes/timeline/sums.hpp"

namespace lytes::notebook {

namespace {

constexpr std::size_t last_spasms = 5;
constexpr std::chrono::days weeks_of_spasms{120};
constexpr std::chrono::days eight_weeks{56};
constexpr std::size_t most_sources = 3;

/// The last of these days.
calendar::DayRange latest(calendar::DayRange days, std::chrono::days most) {
  return {std::max(days.from, days.to - most), days.to};
}

struct Days {
  insight::DiaryDays diary;     ///< all of it, as far as it is judged
  timeline::Timeline timeline;  ///< the days that are looked at one by one
};

Days read_days(Notebook& notebook, const std::optional<calendar::DayRange>& diary, calendar::DayRange kept) {
  calendar::DayRange read = kept;
  if (diary) read = {std::min(kept.from, diary->from), std::max(kept.to, diary->to)};
  insight::DiaryDays days(diary ? diary->length() : 0);
  std::vector<timeline::DayRow> rows;
  timeline::each_day(notebook.store(), notebook.targets(), read, [&](timeline::DayRow&& row) {
    if (diary && diary->contains(row.day)) days.add(row);
    if (kept.contains(row.day)) rows.push_back(std::move(row));
  });
  return {std::move(days), timeline::Timeline(kept, std::move(rows))};
}

bool shows_goals(Notebook& notebook) { return !notebook.personal_advice().has(targets::Effect::HideGoals); }

}  // namespace

Judged judge(Notebook& notebook, calendar::DayRange shown, std::chrono::days looked_back) {
  const calendar::Day today = notebook.today();
  const auto diary = diary_up_to(notebook, std::min(shown.to, today));
  auto [days, timeline] =
      read_days(notebook, diary, insight::days_to_keep(diary, {shown.from - looked_back, shown.to}));
  auto evidence = insight::assess(std::move(days), timeline, shown, notebook.targets(), notebook.personal_advice(),
                                  open_signs(notebook, signs_in_sight(shown, diary, today), RulesTold::All),
                                  trial_standings(notebook, std::min(shown.to, today)));
  return {diary, std::move(timeline), std::move(evidence)};
}

std::vector<timeline::BeforeSpasm> before_last_spasms(Notebook& notebook, const Judged& judged) {
  if (!judged.diary || !shows_goals(notebook)) return {};
  return timeline::before_last_spasms(notebook.store(), latest(*judged.diary, weeks_of_spasms), last_spasms);
}

std::array<std::vector<timeline::Source>, 3> sources_until_answered(Notebook& notebook, const Judged& judged) {
  std::array<std::vector<timeline::Source>, 3> sources;
  const bool any_answer = std::ranges::any_of(judged.evidence.associations,
                                              [](const auto& one) { return !one.withheld && one.enough_data(); });
  if (!judged.diary || any_answer || !shows_goals(notebook)) return sources;
  for (std::size_t place = 0; place < sources.size(); ++place) {
    sources[place] = timeline::best_sources(notebook.store(), latest(*judged.diary, eight_weeks),
                                            timeline::target_nutrients[place], most_sources);
  }
  return sources;
}

std::optional<timeline::UnknownProduct> unknown_product(Notebook& notebook, const timeline::Timeline& timeline,
                                                        calendar::DayRange looked_at, const safety::Aims& aims) {
  std::vector<quantity::Nutrient> goals;
  for (const auto nutrient : timeline::target_nutrients) {
    if (aims.is_goal(nutrient)) goals.push_back(nutrient);
  }
  const auto days = timeline::days_left_unknown(timeline, looked_at, goals);
  if (!days) return std::nullopt;
  return timeline::costliest_unknown(timeline, notebook.store().list_lacking(*days), *days, goals);
}

}  // namespace lytes::notebook

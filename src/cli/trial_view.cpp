#include "trial_view.hpp"

#include <algorithm>

#include "lytes/insight/trial_plan.hpp"
#include "lytes/journal/trials.hpp"
#include "lytes/notebook/open_signs.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

using calendar::Day;

constexpr std::chrono::days four_weeks{28};

/// What clocks show now, since midnight of the logical day.
std::chrono::minutes clock_of_today(Session& session) {
  const auto now = session.now();
  return std::chrono::floor<std::chrono::minutes>(calendar::local_time(now) -
                                                  calendar::LocalTime(now.day.time_since_epoch()));
}

}  // namespace

std::vector<insight::TrialStanding> trial_standings(Session& session, Day day) {
  journal::Trials trials(session.journal());
  std::vector<insight::TrialStanding> standings;
  if (!trials.any()) return standings;
  for (auto& trial : trials.all()) {
    if (trial.terms.from > day) continue;
    const calendar::DayRange days{trial.terms.from, std::min(trial.terms.last_day(), day)};
    const auto timeline = timeline::build(session.store(), session.targets(), days);
    standings.push_back(insight::trial_standing(std::move(trial), timeline.rows(), day));
  }
  return standings;
}

std::optional<insight::TrialStanding> latest_trial(Session& session) {
  auto standings = trial_standings(session, session.today());
  if (standings.empty()) return std::nullopt;
  return std::move(standings.back());
}

insight::CoinOfToday coin_of_today(Session& session, const insight::TrialStanding& standing) {
  const Day today = session.today();
  const auto timeline = timeline::build(session.store(), session.targets(), {today - four_weeks, today});
  const auto told = safety::told_signs(session.store().list_worded({today, today}), session.vocabulary());
  const auto& row = timeline.rows().back();
  const auto all = session.store().days();
  std::string barred_by = safety::bars_coin(row, told);
  const bool fever = std::ranges::any_of(notebook::open_signs_of_today(session, notebook::RulesTold::All),
                                         [](const auto& open) { return open.sign.name == "fever"; });
  if (barred_by.empty() && fever) barred_by = "a fever that a doctor has not seen yet (`lytes seen fever`)";
  return insight::coin_of_today(standing, {row, clock_of_today(session), std::move(barred_by), all && all->to > today,
                                           insight::usual_end_of_day(timeline.rows())});
}

std::optional<safety::TrialRefusal> refusal(Session& session, quantity::Nutrient nutrient, safety::TrialStep step) {
  const Day today = session.today();
  const auto personal = session.personal_advice();
  const auto open = notebook::open_signs_of_today(session, notebook::RulesTold::All);
  return safety::reason_against_trial(
      nutrient, {personal, session.targets().profile_on(today), session.targets().on(today), open, today}, step);
}

}  // namespace lytes::cli

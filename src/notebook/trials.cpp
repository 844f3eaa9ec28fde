#include "lytes/notebook/trials.hpp"

#include <algorithm>
#include <chrono>

#include "lytes/journal/trials.hpp"
#include "lytes/notebook/notebook.hpp"
#include "lytes/notebook/open_signs.hpp"
#include "lytes/notebook/report_days.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::notebook {

namespace {

using calendar::Day;

constexpr std::chrono::days four_weeks{28};

/// What clocks show now, since midnight of the logical day.
std::chrono::minutes clock_of_today(Notebook& notebook) {
  const auto now = notebook.now();
  return std::chrono::floor<std::chrono::minutes>(calendar::local_time(now) -
                                                  calendar::LocalTime(now.day.time_since_epoch()));
}

}  // namespace

std::vector<insight::TrialStanding> trial_standings(Notebook& notebook, Day day) {
  journal::Trials trials(notebook.journal());
  std::vector<insight::TrialStanding> standings;
  if (!trials.any()) return standings;
  for (auto& trial : trials.all()) {
    if (trial.terms.from > day) continue;
    const calendar::DayRange days{trial.terms.from, std::min(trial.terms.last_day(), day)};
    const auto timeline = timeline::build(notebook.store(), notebook.targets(), days);
    standings.push_back(insight::trial_standing(std::move(trial), timeline.rows(), day));
  }
  return standings;
}

std::optional<insight::TrialStanding> latest_trial(Notebook& notebook) {
  auto standings = trial_standings(notebook, notebook.today());
  if (standings.empty()) return std::nullopt;
  return std::move(standings.back());
}

insight::CoinOfToday coin_of_today(Notebook& notebook, const insight::TrialStanding& standing) {
  const Day today = notebook.today();
  const auto timeline = timeline::build(notebook.store(), notebook.targets(), {today - four_weeks, today});
  const auto told = safety::told_signs(notebook.store().list_worded({today, today}), notebook.vocabulary());
  const auto& row = timeline.rows().back();
  const auto all = notebook.store().days();
  std::string barred_by = safety::bars_coin(row, told);
  const bool fever = std::ranges::any_of(open_signs_of_today(notebook, RulesTold::All),
                                         [](const auto& open) { return open.sign.name == "fever"; });
  if (barred_by.empty() && fever) barred_by = "a fever that a doctor has not seen yet (`lytes seen fever`)";
  return insight::coin_of_today(standing, {row, clock_of_today(notebook), std::move(barred_by), all && all->to > today,
                                           insight::usual_end_of_day(timeline.rows())});
}

std::optional<safety::TrialRefusal> refusal(Notebook& notebook, quantity::Nutrient nutrient, safety::TrialStep step) {
  const Day today = notebook.today();
  const auto personal = notebook.personal_advice();
  const auto open = open_signs_of_today(notebook, RulesTold::All);
  return safety::reason_against_trial(
      nutrient, {personal, notebook.targets().profile_on(today), notebook.targets().on(today), open, today}, step);
}

insight::TrialPlan plan_of_trial(Notebook& notebook, insight::Exposure exposure, const insight::TrialWishes& wishes) {
  const Day yesterday = notebook.today() - std::chrono::days{1};
  const auto diary = diary_up_to(notebook, yesterday);
  calendar::DayRange days{yesterday - insight::trial_looks_back + std::chrono::days{1}, yesterday};
  if (diary) days.from = std::max(days.from, diary->from);
  return insight::trial_plan(notebook.store(), notebook.targets(), days, exposure, wishes);
}

void end_trial(Notebook& notebook, const insight::TrialStanding& standing, const std::string& by) {
  notebook.save([&] { journal::Trials(notebook.journal()).end(standing.trial.id, {notebook.today(), by}); });
}

void keep_end_by_evidence(Notebook& notebook, const insight::TrialStanding& standing) {
  if (!standing.evidence_ended_it || standing.trial.end) return;
  notebook.prepare_to_write();
  auto change = notebook.change();
  journal::Trials(notebook.journal())
      .end(standing.trial.id, {*standing.evidence_ended_it, std::string(journal::ended_by_evidence)});
  change.commit();
}

std::optional<safety::TrialRefusal> end_if_unsafe(Notebook& notebook, const insight::TrialStanding& standing) {
  if (standing.over()) return std::nullopt;
  auto against = refusal(notebook, standing.trial.terms.nutrient, safety::TrialStep::GoOn);
  if (!against) return std::nullopt;
  notebook.prepare_to_write();
  end_trial(notebook, standing, against->code);
  notebook.saved.reset();  // nothing that was typed
  return against;
}

Draw draw_coin(Notebook& notebook, const insight::TrialStanding& standing) {
  Draw draw{coin_of_today(notebook, standing)};
  auto& coin = draw.coin;
  if (coin.answer != insight::CoinAnswer::ToDraw) return draw;
  journal::Trials trials(notebook.journal());
  if (trials.was_drawn_for(coin.day)) {  // by an earlier experiment
    coin.answer = insight::CoinAnswer::LeftOut;
    return draw;
  }
  const auto side = insight::coin_of(standing.trial, coin.day);
  notebook.save([&] { trials.add_coin(standing.trial.id, coin.day, side); });
  coin.answer = insight::CoinAnswer::Drawn;
  coin.coin = side;
  draw.just_drawn = true;
  return draw;
}

std::vector<timeline::Source> foods_for_coin(Notebook& notebook, const insight::CoinOfToday& coin) {
  constexpr std::chrono::days eight_weeks{56};
  constexpr std::size_t most = 6;
  const bool ask = coin.coin == journal::CoinSide::Target && coin.exposure != insight::Exposure::Water &&
                   !coin.nothing_logged && coin.missing() > 0;
  if (!ask) return {};
  return timeline::best_sources(notebook.store(), {coin.day - eight_weeks, coin.day},
                                insight::nutrient_of(coin.exposure), most);
}

}  // namespace lytes::notebook

#include "lytes/insight/trial.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "insight/diary.hpp"
#include "lytes/insight/trial_day.hpp"
#include "lytes/insight/trial_plan.hpp"

using namespace lytes;
using namespace lytes::insight;
using namespace lytes::insight::testing;
using journal::CoinSide;
using std::chrono::days;
using std::chrono::hours;

namespace {

constexpr int planned = 56;

journal::Trial trial_from_monday() {
  journal::Trial trial;
  trial.id = 1;
  trial.seed = "000102030405060708090a0b0c0d0e0f";
  trial.terms.nutrient = quantity::Nutrient::Magnesium;
  trial.terms.from = monday;
  trial.terms.planned_days = planned;
  trial.terms.draw_from = hours{15};
  trial.terms.rate = 1;
  return trial;
}

/// A coin on every day that can have one; so many spasms after each side.
struct Experiment {
  journal::Trial trial = trial_from_monday();
  std::vector<timeline::DayRow> rows;

  Experiment(int after_target, int after_usual, int so_far = planned) {
    int spasms = 1;
    for (int day = 0; day < so_far; ++day) {
      const auto date = monday + days{day};
      const CoinSide side = coin_of(trial, date);
      rows.push_back(closed_day(date, side == CoinSide::Target ? 400 : 200, spasms));
      if (date < trial.terms.last_day()) trial.coins.push_back({date, side});
      spasms = side == CoinSide::Target ? after_target : after_usual;
    }
  }
  TrialStanding on(calendar::Day today) const { return trial_standing(trial, rows, today); }
  TrialStanding at_end() const { return on(monday + days{planned}); }
};

void leave_open(timeline::DayRow& row) {
  row.spasm_status = journal::DayStatus::Partial;
  row.spasms.clear();
}

CoinOfToday coin_at(const TrialStanding& standing, const timeline::DayRow& row, hours clock) {
  return coin_of_today(standing, {row, clock, "", false, hours{22}});
}

}  // namespace

TEST_CASE("an experiment runs until its last day is over, and tells its verdict then") {
  const Experiment same(1, 1);
  CHECK(same.on(monday + days{planned - 1}).state == TrialState::Running);
  const auto end = same.at_end();
  CHECK(end.state == TrialState::NoDifferenceShown);
  CHECK(end.ended == monday + days{planned - 1});
  CHECK(end.exact_p == 1);
  CHECK(end.days_used == planned - 1);
  CHECK(word(end.state) == "no_difference_shown");
}

TEST_CASE("evidence that is enough ends it early, and what comes later changes nothing") {
  const auto end = Experiment(0, 6).at_end();
  CHECK(end.state == TrialState::Confirmed);
  REQUIRE(end.evidence_ended_it);
  CHECK(end.ended == end.evidence_ended_it);
  CHECK(*end.ended < monday + days{planned - 1});
  CHECK(end.more_when_short());
  CHECK(rules_on(end, *end.ended + days{364}));
  CHECK_FALSE(rules_on(end, *end.ended + days{366}));
}

TEST_CASE("where days went unlogged after one side more often, nothing is confirmed") {
  Experiment uneven(0, 6);
  for (std::size_t day = 1; day < uneven.rows.size(); ++day) {
    if (uneven.trial.coins[day - 1].side == CoinSide::Usual && day % 2 == 0) leave_open(uneven.rows[day]);
  }
  const auto end = uneven.at_end();
  CHECK(end.unknown.p <= 0.05);
  CHECK(end.state == TrialState::NotConfirmed);
}

TEST_CASE("an experiment that was ended early has no verdict, and one that had ended itself keeps its own") {
  Experiment stopped(1, 1);
  stopped.trial.end = journal::TrialEnd{monday + days{20}, "person"};
  CHECK(stopped.on(monday + days{19}).state == TrialState::Running);
  CHECK(stopped.at_end().state == TrialState::Stopped);
  CHECK(stopped.at_end().ended == monday + days{20});
  Experiment clear(0, 6);
  clear.trial.end = journal::TrialEnd{monday + days{50}, "person"};
  CHECK(clear.at_end().state == TrialState::Confirmed);
}

TEST_CASE("a coin that was taken back is in no sum, and counts as a day that nobody knows") {
  Experiment experiment(1, 1);
  const auto before = experiment.at_end();
  experiment.trial.coins[3].left_out = true;
  const auto after = experiment.at_end();
  CHECK(after.days_used == before.days_used - 1);
  CHECK(after.unknown.after_target + after.unknown.after_usual == 1);
}

TEST_CASE("the log tells whether a day was done as its coin said, unless the person does") {
  Experiment experiment(1, 1);
  experiment.trial.coins[0].obeyed_said = false;
  const auto standing = experiment.at_end();
  CHECK(standing.days[0].obeyed == false);
  CHECK(standing.days[1].obeyed == true);
  // A usual day that reached the target may have done so as usual.
  const auto usual = std::ranges::find(experiment.trial.coins, CoinSide::Usual, &journal::DrawnCoin::side);
  auto& row = experiment.rows[static_cast<std::size_t>((usual->day - monday).count())];
  row = closed_day(row.day, 400, 1);
  CHECK_FALSE(experiment.at_end().days[static_cast<std::size_t>((usual->day - monday).count())].obeyed);
}

TEST_CASE("the spasms of a day that is not over are awaited, not unknown") {
  Experiment experiment(1, 1, 10);
  leave_open(experiment.rows.back());
  const auto standing = experiment.on(monday + days{9});
  CHECK(standing.days[8].to_come);
  CHECK(standing.unknown.after_target + standing.unknown.after_usual == 0);
}

TEST_CASE("a coin can be drawn from its hour on, while the day is short, and once") {
  Experiment experiment(1, 1, 10);
  experiment.trial.coins.pop_back();
  const auto standing = experiment.on(monday + days{9});
  const auto short_day = closed_day(monday + days{9}, 200, 0);
  CHECK(coin_at(standing, short_day, hours{15}).answer == CoinAnswer::ToDraw);
  CHECK(coin_at(standing, short_day, hours{14}).answer == CoinAnswer::BeforeHour);
  CHECK(coin_at(standing, closed_day(monday + days{9}, 350, 0), hours{15}).answer == CoinAnswer::AtTarget);
  const auto drawn = coin_at(standing, closed_day(monday + days{8}, 200, 0), hours{15});
  CHECK(drawn.answer == CoinAnswer::Drawn);
  CHECK(drawn.coin == coin_of(experiment.trial, monday + days{8}));
  CHECK(coin_of_today(standing, {short_day, hours{15}, "fever", false, hours{22}}).answer == CoinAnswer::Barred);
  CHECK(coin_of_today(standing, {short_day, hours{15}, "", true, hours{22}}).answer == CoinAnswer::LaterDays);
  CHECK(coin_at(standing, closed_day(monday + days{planned - 1}, 200, 0), hours{15}).answer == CoinAnswer::LastDay);
  experiment.trial.seed.clear();
  CHECK(coin_at(experiment.on(monday + days{9}), short_day, hours{15}).answer == CoinAnswer::SeedLost);
}

TEST_CASE("water is asked only where it can be drunk slowly and in time") {
  auto trial = trial_from_monday();
  trial.terms.nutrient = quantity::Nutrient::Water;
  const auto standing = trial_standing(trial, {}, monday);
  auto row = closed_day(monday, 200, 0);
  row.targets.water_ml = 3000;  // 2200 so far
  CHECK(coin_at(standing, row, hours{18}).answer == CoinAnswer::ToDraw);
  CHECK(coin_at(standing, row, hours{19}).answer == CoinAnswer::TooLate);
  row.targets.water_ml = 3800;
  CHECK(coin_at(standing, row, hours{18}).answer == CoinAnswer::TooMuchMissing);
}

TEST_CASE("a plan rests on the person's own days, and says what would make it shorter") {
  std::vector<timeline::DayRow> rows;
  std::vector<timeline::DayRow> before;
  for (int day = 0; day < 100; ++day) {
    rows.push_back(closed_day(monday + days{day}, day % 5 == 0 ? 400 : 200, 2 * (day % 2)));
    // On every fifth day the target is reached only after the hour.
    before.push_back(closed_day(monday + days{day}, 150, 0));
  }
  const auto habits = trial_habits(rows, before, Exposure::Magnesium);
  CHECK(habits.figures.rate == 1);
  CHECK(habits.figures.dispersion == Approx(100.0 / 99));
  CHECK(habits.figures.short_share == 0.8);
  CHECK(habits.figures.waiting_share == 1);
  CHECK(habits.figures.waiting_ends_short == 0.8);
  CHECK(habits.hours_known);
  auto reached_early = habits;
  reached_early.figures.waiting_share = 0.8;
  reached_early.figures.waiting_ends_short = 1;
  const OtherHour earlier[] = {{hours{12}, reached_early}};
  const auto plan = trial_plan(Exposure::Magnesium, habits, usual_draw_time, earlier);
  REQUIRE(plan.feasible());
  CHECK(plan.ratio == 2);
  CHECK(plan.offered->days <= 365);
  REQUIRE(plan.earlier);
  CHECK(plan.earlier->draw_from == hours{12});
  CHECK(plan.earlier->days < plan.offered->days);
  const auto terms = terms_of(plan, monday, 200);
  CHECK(terms.planned_days == 200);
  CHECK(terms.waiting_ends_short == 0.8);
  CHECK(trial_power(terms) > 0.5);
}

TEST_CASE("without enough days, or with too few spasms, no experiment is offered") {
  auto few = made_up(20, 1, 1);
  CHECK_FALSE(
      trial_plan(Exposure::Magnesium, trial_habits(few, few, Exposure::Magnesium), usual_draw_time, {}).enough_known);
  auto rare = made_up(180, 0.02, 1);
  const auto plan = trial_plan(Exposure::Magnesium, trial_habits(rare, rare, Exposure::Magnesium), usual_draw_time, {});
  CHECK(plan.enough_known);
  CHECK_FALSE(plan.feasible());
  CHECK(plan.tripling.days > 365);
}

TEST_CASE("day totals of another app have no hours, so those that end short are taken for those that wait") {
  auto rows = made_up(60, 1, 1);
  auto before = rows;
  for (auto& row : before) row.day_totals = 1;
  const auto habits = trial_habits(rows, before, Exposure::Magnesium);
  CHECK_FALSE(habits.hours_known);
  CHECK(habits.figures.waiting_share == habits.figures.short_share);
  CHECK(habits.figures.waiting_ends_short == 1);
}

TEST_CASE("the usual end of a day is the middle of the last things had, and ten at night without a week of them") {
  std::vector<timeline::DayRow> rows = made_up(20, 1, 1);
  CHECK(usual_end_of_day(rows) == hours{21});
  CHECK(usual_end_of_day(std::span(rows).first(3)) == hours{22});
}

TEST_CASE("a finished experiment rules the grade of its exposure for a year") {
  const auto timeline = timeline_of(made_up(365, 0.2, 4));
  const auto with = [&](TrialState state, calendar::Day ended) {
    TrialStanding standing;
    standing.trial = trial_from_monday();
    standing.exposure = Exposure::Magnesium;
    standing.state = state;
    standing.ended = ended;
    standing.effect.ratio = stats::Estimate{0.5, 0.3, 0.8};
    return assess(timeline, {timeline.range(), timeline.range()}, targets::TargetBook({}, {}), {}, {}, {standing});
  };
  const auto lately = timeline.range().to - days{30};
  const auto confirmed = with(TrialState::Confirmed, lately);
  CHECK(confirmed.of(Exposure::Magnesium).grade == Grade::Confirmed);
  CHECK(confirmed.next_step.kind == NextStepKind::ReachConfirmed);
  CHECK(with(TrialState::NoDifferenceShown, lately).of(Exposure::Magnesium).grade == Grade::Hint);
  CHECK(with(TrialState::Stopped, lately).of(Exposure::Magnesium).grade >= Grade::Moderate);
  CHECK(with(TrialState::NotConfirmed, lately).of(Exposure::Magnesium).grade >= Grade::Moderate);
  CHECK(with(TrialState::NoDifferenceShown, lately - days{365}).of(Exposure::Magnesium).grade >= Grade::Moderate);
  CHECK(with(TrialState::Running, lately).next_step.kind == NextStepKind::GoOnWithTrial);
  CHECK(confirmed.of(Exposure::Water).grade != Grade::Confirmed);
}

TEST_CASE("from moderate on the next step is a coin, where one is allowed and would come to an end") {
  const auto timeline = timeline_of(made_up(365, 0.2, 4));
  targets::ReferenceIntake magnesium{};
  magnesium.nutrient = quantity::Nutrient::Magnesium;
  magnesium.meaning = targets::Meaning::Target;
  magnesium.amount = 350;
  magnesium.basis = "RDA";
  const targets::TargetBook book({magnesium}, {});
  const auto step = [&](std::vector<safety::OpenSign> signs) {
    return assess(timeline, {timeline.range(), timeline.range()}, book, {}, std::move(signs)).next_step;
  };
  CHECK(step({}).kind == NextStepKind::PlanTrial);
  CHECK(step({}).exposure == Exposure::Magnesium);
  const targets::TargetBook own({magnesium}, {{}, {{quantity::Nutrient::Magnesium, monday, 300}}});
  const auto evidence = assess(timeline, {timeline.range(), timeline.range()}, own, {}, {});
  CHECK(evidence.next_step.kind == NextStepKind::ReachTarget);
}

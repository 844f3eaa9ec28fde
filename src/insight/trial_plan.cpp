#include "lytes/insight/trial_plan.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "lytes/safety/trials.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::insight {
namespace {

using timeline::DayRow;

/// What is worth saying of a way to make it shorter.
constexpr double worth_saying_days = 14;
constexpr double nearly_every_day = 0.98;

void take_spasms(std::span<const DayRow> rows, TrialHabits& habits) {
  double squares = 0;
  for (const DayRow& row : rows) {
    const auto spasms = row.closed_spasm_count();
    if (!spasms) continue;
    ++habits.spasm_days;
    habits.spasms += *spasms;
    squares += *spasms * *spasms;
  }
  if (habits.spasm_days < 2 || habits.spasms == 0) return;
  const double mean = static_cast<double>(habits.spasms) / habits.spasm_days;
  habits.figures.rate = mean;
  habits.figures.dispersion = (squares - habits.spasm_days * mean * mean) / (habits.spasm_days - 1) / mean;
}

}  // namespace

TrialHabits trial_habits(std::span<const DayRow> rows, std::span<const DayRow> before, Exposure exposure) {
  const auto nutrient = nutrient_of(exposure);
  TrialHabits habits;
  habits.figures.obeyed = obeyed_unless_said;
  habits.figures.known = known_unless_said;
  take_spasms(rows, habits);
  int ended_short = 0;
  int timed = 0;
  int waiting = 0;
  int waiting_ended_short = 0;
  for (std::size_t day = 0; day < rows.size(); ++day) {
    const auto is_short = rows[day].deficient(nutrient);
    if (!is_short) continue;
    ++habits.intake_days;
    if (*is_short) ++ended_short;
    if (before[day].day_totals > 0) continue;
    ++timed;
    const double missing = *rows[day].target(nutrient) - before[day].held_against_target(nutrient).sum;
    const bool too_much = exposure == Exposure::Water && missing > safety::most_water_to_ask_ml;
    if (missing <= 0 || too_much) continue;
    ++waiting;
    if (*is_short) ++waiting_ended_short;
  }
  if (habits.intake_days == 0) return habits;
  habits.figures.short_share = static_cast<double>(ended_short) / habits.intake_days;
  habits.figures.waiting_share = habits.figures.short_share;
  habits.figures.waiting_ends_short = 1;
  habits.hours_known = timed >= least_intake_days && waiting > 0;
  if (!habits.hours_known) return habits;
  habits.figures.waiting_share = static_cast<double>(waiting) / timed;
  habits.figures.waiting_ends_short = static_cast<double>(waiting_ended_short) / waiting;
  return habits;
}

TrialPlan trial_plan(Exposure exposure, const TrialHabits& habits, std::chrono::minutes draw_from,
                     std::span<const OtherHour> earlier) {
  TrialPlan plan;
  plan.exposure = exposure;
  plan.habits = habits;
  plan.draw_from = draw_from;
  plan.enough_known = habits.spasm_days >= least_spasm_days && habits.intake_days >= least_intake_days;
  if (!plan.enough_known) return plan;
  plan.doubling = stats::coin_plan(habits.figures, trial_ratios.front());
  plan.tripling = stats::coin_plan(habits.figures, trial_ratios.back());
  for (const double ratio : trial_ratios) {
    const auto found = stats::coin_plan(habits.figures, ratio);
    if (plan.offered || found.days > longest_trial) continue;
    plan.ratio = ratio;
    plan.offered = found;
  }
  const double looked_for = plan.ratio.value_or(trial_ratios.back());
  const double days = stats::coin_plan(habits.figures, looked_for).days;
  const auto saves = [&](double others, double than) {
    return std::isfinite(others) && others + worth_saying_days <= than;
  };
  for (const OtherHour& hour : earlier) {
    const double then = stats::coin_plan(hour.habits.figures, looked_for).days;
    if (saves(then, plan.earlier ? plan.earlier->days : days)) plan.earlier = {hour.draw_from, then};
  }
  stats::CoinHabits closed = habits.figures;
  closed.known = nearly_every_day;
  const double then = stats::coin_plan(closed, looked_for).days;
  if (habits.figures.known < nearly_every_day && saves(then, days)) plan.days_if_closed = then;
  return plan;
}

TrialPlan trial_plan(journal::Store& store, const targets::TargetBook& targets, calendar::DayRange days,
                     Exposure exposure, const TrialWishes& wishes) {
  constexpr std::chrono::minutes earliest{10 * 60};
  const auto diary = timeline::build(store, targets, days);
  const auto habits_at = [&](std::chrono::minutes hour) {
    auto habits = trial_habits(diary.rows(), timeline::intake_before(store, targets, days, hour).rows(), exposure);
    if (wishes.obeyed) habits.figures.obeyed = *wishes.obeyed;
    if (wishes.known) habits.figures.known = *wishes.known;
    return habits;
  };
  std::vector<OtherHour> earlier;
  for (auto hour = wishes.draw_from - std::chrono::hours{1}; hour >= earliest; hour -= std::chrono::hours{1}) {
    earlier.push_back({hour, habits_at(hour)});
  }
  return trial_plan(exposure, habits_at(wishes.draw_from), wishes.draw_from, earlier);
}

std::optional<Exposure> exposure_called(std::string_view name) {
  for (const auto& facts : exposure_table) {
    if (name == word(facts.exposure) || name == quantity::facts_of(facts.nutrient).symbol) return facts.exposure;
  }
  return std::nullopt;
}

journal::TrialTerms terms_of(const TrialPlan& plan, calendar::Day from, int days) {
  const stats::CoinHabits& figures = plan.habits.figures;
  return {nutrient_of(plan.exposure),
          from,
          days,
          plan.draw_from,
          plan.ratio.value_or(trial_ratios.back()),
          figures.rate,
          std::max(figures.dispersion, 0.0),
          figures.short_share,
          figures.waiting_share,
          figures.waiting_ends_short,
          figures.obeyed,
          figures.known};
}

double trial_power(const journal::TrialTerms& terms) {
  const stats::CoinHabits habits{terms.rate,          terms.dispersion,         terms.short_share,
                                 terms.waiting_share, terms.waiting_ends_short, terms.obeyed,
                                 terms.known};
  return stats::coin_power(habits, terms.ratio, terms.planned_days);
}

std::chrono::minutes usual_end_of_day(std::span<const DayRow> rows) {
  constexpr std::chrono::minutes without_a_week{22 * 60};
  constexpr std::size_t week = 7;
  std::vector<std::chrono::minutes> ends;
  for (const DayRow& row : rows) {
    if (row.last_intake_at && row.day_totals == 0 && row.intake_status == journal::DayStatus::Complete) {
      ends.push_back(*row.last_intake_at);
    }
  }
  if (ends.size() < week) return without_a_week;
  const auto middle = ends.begin() + static_cast<std::ptrdiff_t>(ends.size() / 2);
  std::nth_element(ends.begin(), middle, ends.end());
  return *middle;
}

}  // namespace lytes::insight

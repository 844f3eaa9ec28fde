#include "lytes/stats/robustness.hpp"

#include <algorithm>
#include <vector>

#include "argument_checks.hpp"
#include "lytes/stats/case_crossover.hpp"
#include "lytes/stats/negative_binomial.hpp"
#include "outcome_parts.hpp"

namespace lytes::stats {
namespace {

LogRatio negative_binomial_log_ratio(const OutcomeParts& parts, Series late) {
  std::vector<std::uint8_t> used = parts.counts.known;
  double events = 0.0;
  for (std::size_t day = 0; day < used.size(); ++day) {
    used[day] &= late.known[day];
    if (used[day]) events += parts.counts.values[day];
  }
  if (events == 0.0) return {};
  Design design(parts.null_model(calendar_for(events)).calendar);
  const Vector column = zero_filled(late);
  design.add_column({column.data(), late.days()});
  const CountFit fit = negative_binomial_regression(design, {parts.counts.values, used}).fit;
  if (fit.status == Status::NotConverged || fit.status == Status::TooFewEvents) return {fit.status, 0.0};
  // A loose calendar column does not touch the exposure's own.
  if (fit.columns.back() == ColumnState::Aliased) return {Status::RankDeficient, 0.0};
  if (fit.columns.back() == ColumnState::Diverging) return {Status::Separated, 0.0};
  return {Status::Ok, fit.coefficients.back()};
}

LogRatio case_crossover_log_ratio(const OutcomeParts& parts, Series late) {
  const std::vector<Series> exposures = {late};
  const StratifiedFit fit = conditional_poisson(parts.counts, exposures, weekday_strata(late.days()));
  if (fit.status != Status::Ok) return {fit.status, 0.0};
  return {Status::Ok, fit.log_ratios.front()};
}

}  // namespace

bool Robustness::keeps_sign_of(double log_ratio) const {
  const auto agrees = [log_ratio](const LogRatio& other) {
    return other.status == Status::Ok && (other.value > 0.0) == (log_ratio > 0.0);
  };
  return agrees(negative_binomial) && agrees(case_crossover) &&
         std::all_of(without_quarter.begin(), without_quarter.end(), agrees);
}

Robustness robustness(const Outcome& outcome, Series exposure, int lag) {
  require_series(exposure);
  require_same_days(outcome.days(), exposure.days());
  const SeriesData late = lagged(exposure, lag);
  Robustness result;
  result.negative_binomial = negative_binomial_log_ratio(outcome.parts(), late);
  result.case_crossover = case_crossover_log_ratio(outcome.parts(), late);
  const std::size_t days = outcome.days();
  for (std::size_t quarter = 0; quarter < 4; ++quarter) {
    std::vector<std::uint8_t> left_out(days, 0);
    for (std::size_t day = quarter * days / 4; day < (quarter + 1) * days / 4; ++day) left_out[day] = 1;
    result.without_quarter[quarter] = calendar_adjusted_log_ratio(outcome, exposure, lag, left_out);
  }
  return result;
}

bool survives_history(const Outcome& outcome, Series exposure, int lag, double log_ratio) {
  const Series counts = outcome.counts();
  const SeriesData history = recent_history(counts);
  SeriesData any{std::vector<double>(counts.days(), 0.0), {counts.known.begin(), counts.known.end()}};
  for (std::size_t day = 0; day < counts.days(); ++day) {
    any.values[day] = counts.known[day] && counts.values[day] > 0.0 ? 1.0 : 0.0;
  }
  const std::vector<Covariate> beside = {{history, 0}, {any, 1}};
  const auto agrees_beside = [&](std::size_t covariates) {
    const Effect effect = shift_calibrated_effect(outcome, exposure, lag, std::span(beside).first(covariates));
    return effect.status == Status::Ok && agree(log_ratio, effect.log_ratio);
  };
  return agrees_beside(1) && agrees_beside(2);
}

}  // namespace lytes::stats

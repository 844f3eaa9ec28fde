#include "lytes/stats/shift_calibrated_effect.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <stdexcept>

#include "argument_checks.hpp"
#include "effect_from_statistics.hpp"
#include "long_run_variance.hpp"
#include "lytes/stats/newey_west.hpp"
#include "outcome_parts.hpp"

namespace lytes::stats {
namespace {

using Eigen::Index;

constexpr double least_degrees_of_freedom = 8.0;
constexpr double shifts_per_degree_of_freedom = 6.0;

std::vector<std::uint8_t> joint_mask(const OutcomeParts& parts, Series lagged_exposure) {
  std::vector<std::uint8_t> used = parts.counts.known;
  for (std::size_t day = 0; day < used.size(); ++day) used[day] &= lagged_exposure.known[day];
  return used;
}

void add_column(Design& design, Series column) {
  const Vector values = zero_filled(column);
  design.add_column({values.data(), column.days()});
}

CountModel fit(const OutcomeParts& parts, const NullModel& null, Series lagged_exposure,
               std::span<const std::uint8_t> used, Design& design) {
  add_column(design, lagged_exposure);
  return fit_counts(design, {parts.counts.values, used}, {starting_from(null.coefficients, design), {}});
}

/// Whether the last column, the exposure, has a sound coefficient.
Status status_of_exposure(const CountModel& model) {
  if (model.columns.empty() || model.status == Status::NotConverged) return Status::NotConverged;
  if (model.columns.back() == ColumnState::Aliased) return Status::RankDeficient;
  if (model.columns.back() == ColumnState::Diverging) return Status::Separated;
  return Status::Ok;
}

double pearson_dispersion(const OutcomeParts& parts, const CountModel& model, std::span<const std::uint8_t> used,
                          double left_over) {
  double chi2 = 0.0;
  for (std::size_t day = 0; day < used.size(); ++day) {
    if (!used[day]) continue;
    const double mean = model.fitted[static_cast<Index>(day)];
    const double residual = parts.counts.values[day] - mean;
    chi2 += residual * residual / mean;
  }
  return chi2 / left_over;
}

void fill_regression_errors(const OutcomeParts& parts, const Design& design, const CountModel& model,
                            std::span<const std::uint8_t> used, Effect& effect) {
  const std::size_t last = design.columns() - 1;
  const double left_over = static_cast<double>(effect.pairs) - static_cast<double>(effect.coefficients);
  effect.log_ratio = model.coefficients[static_cast<Index>(last)];
  effect.model_error = 1.0 / std::sqrt(model.factor.pivot(last));
  effect.vif = model.last_column_sum_of_squares / model.factor.pivot(last);
  effect.dispersion = pearson_dispersion(parts, model, used, left_over);
  effect.dispersed_error = effect.model_error * std::sqrt(std::max(1.0, effect.dispersion));

  const Vector own_covariance =
      model.factor.solve(Vector::Unit(static_cast<Index>(design.columns()), static_cast<Index>(last)));
  const Vector influence = times(design, own_covariance).cwiseProduct(model.score);
  effect.lags = newey_west_lags(design.days());
  const double variance = long_run_variance({influence.data(), design.days()}, effect.lags);
  effect.persistent_error = std::sqrt(variance * static_cast<double>(effect.pairs) / left_over);
}

void fill_interval(double level, Effect& effect) {
  effect.error = std::max(effect.dispersed_error, effect.persistent_error) * std::max(1.0, effect.shift.spread);
  effect.degrees_of_freedom =
      std::max(least_degrees_of_freedom, static_cast<double>(effect.shift.shifts) / shifts_per_degree_of_freedom);
  const boost::math::students_t_distribution<double> student(effect.degrees_of_freedom);
  const double half_width = boost::math::quantile(student, 0.5 + level / 2.0) * effect.error;
  effect.ratio = std::exp(effect.log_ratio);
  effect.lower = std::exp(effect.log_ratio - half_width);
  effect.upper = std::exp(effect.log_ratio + half_width);
  effect.p = effect.p_against(1.0);
}

bool varies(Series series, std::span<const std::uint8_t> used) {
  double first = 0.0;
  bool any = false;
  for (std::size_t day = 0; day < used.size(); ++day) {
    if (!used[day]) continue;
    if (any && series.values[day] != first) return true;
    first = series.values[day];
    any = true;
  }
  return false;
}

}  // namespace

double Effect::p_against(double null_ratio) const {
  if (!(null_ratio > 0.0) || !std::isfinite(null_ratio)) throw std::invalid_argument("the null ratio must be positive");
  if (status != Status::Ok) return 1.0;
  const boost::math::students_t_distribution<double> student(degrees_of_freedom);
  const double distance = std::abs(log_ratio - std::log(null_ratio)) / error;
  return 2.0 * boost::math::cdf(boost::math::complement(student, distance));
}

Effect count_pairs(const OutcomeParts& parts, Series lagged_exposure, std::span<const std::uint8_t> known) {
  Effect effect;
  bool zero_or_one = true;
  for (std::size_t day = 0; day < known.size(); ++day) {
    if (!known[day]) continue;
    const double exposure = lagged_exposure.values[day];
    zero_or_one = zero_or_one && (exposure == 0.0 || exposure == 1.0);
    EventsOverDays& arm = exposure > 0.0 ? effect.exposed : effect.unexposed;
    arm.days += 1.0;
    arm.events += parts.counts.values[day];
  }
  effect.pairs = static_cast<std::size_t>(effect.exposed.days + effect.unexposed.days);
  effect.calendar = calendar_for(effect.events());
  if (effect.events() > 0.0 && varies(lagged_exposure, known)) effect.status = Status::Ok;
  const bool empty_arm = effect.exposed.events == 0.0 || effect.unexposed.events == 0.0;
  if (effect.status == Status::Ok && zero_or_one && empty_arm) effect.status = Status::Separated;
  return effect;
}

void estimate(const OutcomeParts& parts, Series exposure, int lag, double level, std::span<const double> statistics,
              Effect& effect) {
  const NullModel& null = parts.null_model(effect.calendar);
  const SeriesData late = lagged(exposure, lag);
  const std::vector<std::uint8_t> used = joint_mask(parts, late);
  Design design(null.calendar);
  const CountModel model = fit(parts, null, late, used, design);
  effect.coefficients = model.factor.rank();
  effect.status = status_of_exposure(model);
  if (effect.status == Status::Ok && effect.pairs <= effect.coefficients) effect.status = Status::TooFewEvents;
  if (effect.status != Status::Ok) return;

  fill_regression_errors(parts, design, model, used, effect);
  effect.shift = shift_test(statistics, lag);
  if (effect.shift.shifts == 0) {
    effect.status = Status::TooShort;
    return;
  }
  fill_interval(level, effect);
}

Effect shift_calibrated_effect(const ScoredSeries& exposure, int lag, double level) {
  require_inside_unit_interval(level, "level");
  const OutcomeParts& parts = exposure.outcome().parts();
  const SeriesData late = lagged(exposure.series(), lag);
  Effect effect = count_pairs(parts, late, joint_mask(parts, late));
  if (effect.status != Status::Ok) return effect;
  const NullModel& null = parts.null_model(effect.calendar);
  if (null.status != Status::Ok) {
    effect.status = null.status;
    return effect;
  }
  estimate(parts, exposure.series(), lag, level, exposure.statistics(effect.calendar), effect);
  return effect;
}

Effect shift_calibrated_effect(const Outcome& outcome, Series exposure, int lag, double level) {
  return shift_calibrated_effect(ScoredSeries(outcome, exposure), lag, level);
}

}  // namespace lytes::stats

#include "lytes/stats/joint_model.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <stdexcept>

#include "argument_checks.hpp"
#include "circular_correlator.hpp"
#include "count_regression.hpp"
#include "joint_design.hpp"
#include "long_run_variance.hpp"
#include "lytes/stats/newey_west.hpp"
#include "outcome_parts.hpp"
#include "score_statistics.hpp"

namespace lytes::stats {
namespace {

using Eigen::Index;

constexpr double least_degrees_of_freedom = 8.0;
constexpr double shifts_per_degree_of_freedom = 6.0;
/// Counts that the columns foretell to the last one leave nothing to tell an error by.
constexpr double least_dispersion = 1e-6;
constexpr std::size_t days_of_a_week = 7;
/// The share of a week and the same shares some days on have days in common.
constexpr std::size_t week_guard_days = shift_guard_days + days_of_a_week;

void require_data(const JointData& data, std::span<const std::uint8_t> left_out) {
  require_counts(data.counts);
  if (data.first_weekday < 0 || data.first_weekday > 6) throw std::invalid_argument("weekdays run from 0 to 6");
  if (!left_out.empty()) require_same_days(data.days(), left_out.size());
  for (const auto* many : {&data.exposures, &data.factors}) {
    for (const Series& one : *many) {
      require_series(one);
      require_same_days(data.days(), one.days());
    }
  }
}

std::span<const double> days_of(const Vector& values) {
  return {values.data(), static_cast<std::size_t>(values.size())};
}

/// What the fit without exposures leaves of the counts, transformed: all exposures are held against the same.
class LeftOver {
 public:
  LeftOver(const Vector& residual, std::size_t days)
      : correlator_(days), residual_(with_square(correlator_, residual)) {}

  std::vector<double> scores(const Vector& exposure) {
    return statistic_at_every_shift(correlator_, residual_, exposure);
  }

 private:
  CircularCorrelator correlator_;
  CircularCorrelator::Spectrum residual_;
};

/// The fitted model, and what every exposure's error is worked out from.
struct Fitted {
  const JointModel& model;
  const JointDesign& rows;
  const Design& design;
  const CountModel& counts;
  const GramFactor& null_information;  ///< of all columns, weighted with what the fit without exposures expects
  LeftOver& left_over;
  Past past;

  double row_count() const { return static_cast<double>(model.rows); }
  double free_rows() const { return row_count() - static_cast<double>(model.columns.size()); }
  Vector unit(std::size_t column) const {
    return Vector::Unit(static_cast<Index>(design.columns()), static_cast<Index>(column));
  }
};

void fill_errors(const Fitted& fit, std::size_t column, JointEffect& effect) {
  const Vector own = fit.counts.factor.solve(fit.unit(column));
  const double variance = own[static_cast<Index>(column)];
  effect.model_error = std::sqrt(variance);
  effect.dispersed_error = std::sqrt(*fit.model.dispersion * variance);
  const Vector influence = fit.rows.on_every_day(times(fit.design, own).cwiseProduct(fit.counts.score));
  const double long_run = long_run_variance(days_of(influence), fit.model.lags);
  effect.persistent_error = std::sqrt(long_run * fit.row_count() / fit.free_rows());

  const Vector cross = fit.null_information.solve(fit.unit(column));
  const Vector own_part = fit.rows.on_every_day(times(fit.design, cross) / cross[static_cast<Index>(column)]);
  effect.shift =
      shift_test(fit.left_over.scores(own_part), 0, fit.past == Past::WeekBefore ? week_guard_days : shift_guard_days);
  if (effect.shift.shifts == 0) effect.shift.spread = 1.0;
  effect.error = std::max(effect.dispersed_error * std::max(1.0, effect.shift.spread), effect.persistent_error);
  effect.degrees_of_freedom =
      std::max(least_degrees_of_freedom, static_cast<double>(effect.shift.shifts) / shifts_per_degree_of_freedom);

  const Vector& weights = fit.counts.fitted;
  const Vector exposure = fit.rows.exposed(column - (fit.design.columns() - fit.rows.places.size()));
  const double mean = weights.dot(exposure) / weights.sum();
  effect.vif = (weights.array() * (exposure.array() - mean).square()).sum() * variance;
}

Estimate around(double value, double half_width) { return {value, value - half_width, value + half_width}; }

/// Standardised over the rows. With the score equations the sum of expected counts over exposed days is that of their
/// counts, so the day before needs no exponentials.
void fill_excess(const Fitted& fit, const Arms& arms, double t, JointEffect& effect) {
  const double dispersion = *fit.model.dispersion;
  const double without = std::exp(-effect.log_ratio);
  const double exposed = arms.exposed.events;
  const double c = exposed / arms.events();
  const double per_week = 7.0 / arms.days();
  const double through_ratio = c * without * effect.error;
  const double rest = 1.0 - without;
  effect.extra_per_week = around(per_week * exposed * rest,
                                 t * per_week *
                                     std::sqrt(exposed * without * effect.error * exposed * without * effect.error +
                                               dispersion * exposed * (1.0 - without * without)));
  const double share_variance = through_ratio * through_ratio +
                                rest * rest * dispersion * c * (1.0 - c) / arms.events() +
                                2.0 * rest * c * without * dispersion / arms.events();
  effect.attributable_share = around(c * rest, t * std::sqrt(share_variance));
}

/// The same with a share of days in place of exposed or not: the chance is that of the ratio and that of the counts
/// which a ratio is multiplied with, and the two hang together.
void fill_excess_of_week(const Fitted& fit, const Vector& share_of_week, double t, JointEffect& effect) {
  const auto expected = fit.counts.fitted.array();
  const Eigen::ArrayXd left = (-effect.log_ratio * share_of_week.array()).exp();
  const double all = expected.sum();
  const double extra = (expected * (1.0 - left)).sum();
  const double through_ratio = (expected * left * share_of_week.array()).sum() * effect.error;
  const double of_counts = *fit.model.dispersion * (expected * (1.0 - left.square())).sum();
  const double of_all = *fit.model.dispersion * extra * extra / all;
  const auto error = [&](double variance) { return std::sqrt(std::max(0.0, variance)); };
  const double per_week = 7.0 / fit.row_count();
  effect.extra_per_week = around(per_week * extra, t * per_week * error(through_ratio * through_ratio + of_counts));
  effect.attributable_share = around(extra / all, t / all * error(through_ratio * through_ratio + of_counts - of_all));
}

JointEffect effect_of(const Fitted& fit, std::size_t entered) {
  const std::size_t column = fit.design.columns() - fit.rows.places.size() + entered;
  JointEffect effect;
  effect.log_ratio = fit.counts.coefficients[static_cast<Index>(column)];
  effect.ratio = std::exp(effect.log_ratio);
  fill_errors(fit, column, effect);
  const boost::math::students_t_distribution<double> student(effect.degrees_of_freedom);
  const double t = boost::math::quantile(student, 0.975);
  effect.lower = std::exp(effect.log_ratio - t * effect.error);
  effect.upper = std::exp(effect.log_ratio + t * effect.error);
  effect.p = 2.0 * boost::math::cdf(boost::math::complement(student, std::abs(effect.log_ratio) / effect.error));
  const bool week = fit.past == Past::WeekBefore;
  const double prior = week ? sceptical_prior_sd_of_week : sceptical_prior_sd;
  effect.posterior = posterior(effect.log_ratio, effect.error, prior);
  effect.always_valid = always_valid_interval(effect.log_ratio, effect.error, prior);
  if (week) {
    fill_excess_of_week(fit, fit.rows.exposed(entered), t, effect);
  } else {
    fill_excess(fit, fit.model.arms[fit.rows.places[entered]], t, effect);
  }
  return effect;
}

double pearson_dispersion(const CountModel& fit, double free_rows) {
  return (fit.score.array().square() / fit.fitted.array()).sum() / free_rows;
}

/// The calendar's columns that were estimated, then all others.
std::vector<ModelColumn> columns_of(const JointDesign& design, std::size_t estimated) {
  std::vector<ModelColumn> columns;
  const std::size_t others = design.plain.size() + design.places.size();
  for (std::size_t place = 0; place + others < estimated; ++place) columns.push_back({ColumnKind::Calendar, place});
  columns.insert(columns.end(), design.plain.begin(), design.plain.end());
  for (const std::size_t place : design.places) columns.push_back({ColumnKind::Exposure, place});
  return columns;
}

/// On the rows; what is told of no row there is taken for the mean. Empty where it would not do for a start.
std::optional<Vector> near_expected(std::span<const double> near, const JointDesign& rows, double mean) {
  if (near.size() < rows.days) return std::nullopt;
  Vector expected(static_cast<Index>(rows.rows.size()));
  for (std::size_t row = 0; row < rows.rows.size(); ++row) {
    const double told = near[rows.rows[row]];
    if (!(told >= 0 && std::isfinite(told))) return std::nullopt;
    expected[static_cast<Index>(row)] = told > 0 ? told : mean;
  }
  return expected;
}

void fill_ratios(const JointDesign& rows, const CountModel& fit, JointModel& model) {
  const Index first = fit.coefficients.size() - static_cast<Index>(rows.places.size());
  for (std::size_t entered = 0; entered < rows.places.size(); ++entered) {
    JointEffect effect;
    effect.log_ratio = fit.coefficients[first + static_cast<Index>(entered)];
    effect.ratio = std::exp(effect.log_ratio);
    model.effects[rows.places[entered]] = effect;
  }
}

bool is_usable(const CountModel& fit) {
  return fit.status != Status::TooFewEvents && fit.status != Status::NotConverged;
}

}  // namespace

JointData JointData::first(std::size_t days) const {
  const auto cut = [days](Series series) { return Series{series.values.first(days), series.known.first(days)}; };
  JointData data{first_weekday, cut(counts), {}, {}};
  for (const Series& exposure : exposures) data.exposures.push_back(cut(exposure));
  for (const Series& factor : factors) data.factors.push_back(cut(factor));
  return data;
}

std::string_view word(FactorUse use) {
  switch (use) {
    case FactorUse::Taken:
      return "taken";
    case FactorUse::TooRarelyLogged:
      return "too_rarely_logged";
    case FactorUse::DoesNotVary:
      return "does_not_vary";
    case FactorUse::TooFewEvents:
      return "too_few_spasms";
  }
  return "";
}

JointModel joint_model(const JointData& data, const JointOptions& options) {
  require_data(data, options.left_out);
  JointModel model;
  model.effects.resize(data.exposures.size());
  const JointDesign rows = joint_design(data, options, model);
  if (!rows.design) return model;

  const Design& design = *rows.design;
  const Series counts = rows.counts;
  const auto near = near_expected(options.near, rows, model.events / static_cast<double>(model.rows));
  const CountModel null = near ? fit_counts_near(rows.nuisance(), counts, *near, Wanted::Expected)
                               : fit_counts(rows.nuisance(), counts, {}, Wanted::Expected);
  if (!is_usable(null)) return model;
  const GramFactor null_information(weighted_gram(design, null.fitted));
  const CountModel fit = fit_counts(design, counts, {starting_from(null.coefficients, design), null_information});
  if (!is_usable(fit)) return model;
  const std::size_t columns = fit.factor.rank();
  if (model.rows <= columns + 2) return model;

  const double free_rows = static_cast<double>(model.rows) - static_cast<double>(columns);
  const double dispersion = pearson_dispersion(fit, free_rows);
  if (dispersion < least_dispersion) return model;

  model.columns = columns_of(rows, columns);
  model.lags = newey_west_lags(data.days());
  model.dispersion = dispersion;
  const Vector expected = rows.on_every_day(fit.fitted);
  model.expected.assign(expected.begin(), expected.end());
  if (options.only_ratios) {
    fill_ratios(rows, fit, model);
    return model;
  }
  LeftOver left_over(rows.on_every_day(null.score), data.days());
  const Fitted fitted{model, rows, design, fit, null_information, left_over, options.past};
  for (std::size_t entered = 0; entered < rows.places.size(); ++entered) {
    model.effects[rows.places[entered]] = effect_of(fitted, entered);
  }
  return model;
}

std::optional<double> lead_check(const ScoredSeries& exposure) {
  const OutcomeParts& parts = exposure.outcome().parts();
  const Series tomorrow = exposure.series();
  const SeriesData yesterday = lagged(tomorrow, 1);
  double events = 0.0;
  bool zero = false;
  bool one = false;
  for (std::size_t day = 0; day < tomorrow.days(); ++day) {
    if (parts.counts.known[day] && yesterday.known[day]) events += parts.counts.values[day];
    if (!tomorrow.known[day]) continue;
    (tomorrow.values[day] > 0 ? one : zero) = true;
  }
  if (events < 1.0 || !zero || !one) return std::nullopt;
  const CalendarForm form = calendar_for(events);
  if (parts.null_model(form).status != Status::Ok) return std::nullopt;
  const ShiftTest test = shift_test(exposure.statistics(form), -1);
  return test.shifts > 0 ? std::optional(test.p) : std::nullopt;
}

std::optional<double> lead_check(const Outcome& outcome, Series exposure) {
  return lead_check(ScoredSeries(outcome, exposure));
}

}  // namespace lytes::stats

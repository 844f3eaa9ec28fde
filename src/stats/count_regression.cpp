#include "count_regression.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lytes::stats {
namespace {

using Eigen::Index;

constexpr int most_steps = 60;
constexpr int most_halvings = 30;
/// Twice what a step is expected to add to the log-likelihood. A step this small leaves, Newton's method being
/// quadratic, an error of some 1e-8 standard errors.
constexpr double small_gain = 1e-8;
/// While steps shrink that quickly, the information hardly changes from one to the next, and the last one's factor
/// serves on: it costs more than all else. Such steps end in the same, but each only so many times nearer. Of the first
/// step the same is told by the events: in a step that gains g it changes by about the root of g to their number.
constexpr double quick_shrinking = 1e-2;
constexpr double small_gain_by_old_factor = 1e-13;
/// A coefficient without a finite value still moves by about 1 a step when the likelihood has stopped growing.
constexpr double diverging_step = 0.1;
/// Towards such a value the likelihood's tail is an exponential, and each step gains 1/e of what the one before did:
/// then so many steps are taken at once, and leave a ten-millionth of the gain.
constexpr double steps_along_a_tail = 16.0;
constexpr double near_the_tail = 0.02;
/// exp stays finite and positive well beyond any rate that events of a day can have.
constexpr double farthest_log_rate = 300.0;

struct State {
  Vector coefficients;
  Vector log_mean;
  Vector mean;
  double log_likelihood;
};

/// The values of the days that are used, one after another.
Vector packed(std::span<const double> values, std::span<const std::uint8_t> used) {
  Vector some(static_cast<Index>(std::ranges::count(used, std::uint8_t{1})));
  Index row = 0;
  for (std::size_t day = 0; day < used.size(); ++day) {
    if (used[day]) some[row++] = values[day];
  }
  return some;
}

std::span<const double> span_of(const Vector& values) {
  return {values.data(), static_cast<std::size_t>(values.size())};
}

Vector bounded(const Vector& log_mean) { return log_mean.cwiseMax(-farthest_log_rate).cwiseMin(farthest_log_rate); }

/// Of the days that are used alone: what is not used adds nothing, and takes as long.
class CountLikelihood {
 public:
  CountLikelihood(const DesignView& design, Series counts)
      : of_some_days_(uses_all(counts) ? Design(std::size_t{0}) : on_days(design, counts.known)),
        design_(uses_all(counts) ? design : of_some_days_),
        counts_(packed(counts.values, counts.known)) {}
  CountLikelihood(const CountLikelihood&) = delete;

  State at(Vector coefficients) const {
    State state;
    state.log_mean = bounded(times(design_, coefficients));
    state.mean = state.log_mean.array().exp();
    state.coefficients = std::move(coefficients);
    state.log_likelihood = counts_.dot(state.log_mean) - state.mean.sum();
    return state;
  }

  Vector gradient(const State& state) const { return transpose_times(design_, counts_ - state.mean); }
  LowerRows information(const State& state) const { return weighted_gram(design_, state.mean); }

  /// One weighted regression of log(y + 0.1), as R's glm begins.
  Vector first_coefficients() const { return near(counts_.array() + 0.1).coefficients; }

  /// One step of weighted regression from these means on.
  Start near(const Vector& mean) const {
    const Vector response = mean.array().log() + (counts_ - mean).array() / mean.array();
    GramFactor factor(weighted_gram(design_, mean));
    Vector coefficients = factor.solve(transpose_times(design_, mean.cwiseProduct(response)));
    return {std::move(coefficients), std::move(factor)};
  }

  /// Weighted sum of squares of the last column about its weighted mean.
  double spread_of_last_column(const State& state) const {
    if (design_.plain_columns() == 0) return 0.0;
    const auto values = design_.plain_column(design_.plain_columns() - 1);
    const Eigen::Map<const Vector> column(values.data(), static_cast<Index>(values.size()));
    const double total = state.mean.sum();
    const double mean = total > 0.0 ? state.mean.dot(column) / total : 0.0;
    return (state.mean.array() * (column.array() - mean).square()).sum();
  }

  double total() const { return counts_.sum(); }
  std::size_t rows() const { return static_cast<std::size_t>(counts_.size()); }

 private:
  static bool uses_all(Series counts) { return std::ranges::find(counts.known, std::uint8_t{0}) == counts.known.end(); }

  Design of_some_days_;  ///< empty where all are used
  DesignView design_;
  Vector counts_;
};

bool along_a_tail(double gain, double last_gain) {
  return std::abs(gain / last_gain * std::numbers::e - 1.0) < near_the_tail;
}

std::vector<ColumnState> column_states(const GramFactor& factor, const Vector& last_step) {
  std::vector<ColumnState> states(static_cast<std::size_t>(last_step.size()), ColumnState::Estimated);
  for (std::size_t column = 0; column < states.size(); ++column) {
    if (factor.aliased(column)) {
      states[column] = ColumnState::Aliased;
    } else if (std::abs(last_step[static_cast<Index>(column)]) > diverging_step) {
      states[column] = ColumnState::Diverging;
    }
  }
  return states;
}

Status status_of(const std::vector<ColumnState>& columns) {
  Status status = Status::Ok;
  for (const ColumnState column : columns) {
    if (column == ColumnState::Diverging) return Status::Separated;
    if (column == ColumnState::Aliased) status = Status::RankDeficient;
  }
  return status;
}

}  // namespace

Vector starting_from(const Vector& first_coefficients, const DesignView& design) {
  Vector start = Vector::Zero(static_cast<Index>(design.columns()));
  start.head(first_coefficients.size()) = first_coefficients;
  return start;
}

Vector indicator(Series series) {
  Vector known(static_cast<Index>(series.days()));
  for (std::size_t day = 0; day < series.days(); ++day) known[static_cast<Index>(day)] = series.known[day] ? 1.0 : 0.0;
  return known;
}

Vector zero_filled(Series series) {
  Vector values(static_cast<Index>(series.days()));
  for (std::size_t day = 0; day < series.days(); ++day) {
    values[static_cast<Index>(day)] = series.known[day] ? series.values[day] : 0.0;
  }
  return values;
}

namespace {

/// What a fit found on the days it used, told of every day.
void fill_days(const DesignView& design, Series counts, Vector on_used_days, CountModel& model) {
  const bool all = on_used_days.size() == static_cast<Index>(counts.days());
  model.fitted = all ? std::move(on_used_days) : Vector(bounded(times(design, model.coefficients)).array().exp());
  model.score = Vector::Zero(model.fitted.size());
  const double* const count = counts.values.data();
  const std::uint8_t* const known = counts.known.data();
  for (Index day = 0; day < static_cast<Index>(counts.days()); ++day) {
    if (known[day]) model.score[day] = count[day] - model.fitted[day];
  }
}

/// Newton from a start to the top.
/// @param factor of the information near the start; empty if that is not known
/// @return the last step
Vector climb(const CountLikelihood& likelihood, GramFactor factor, State& state, CountModel& model) {
  Vector step;
  bool old_factor = factor.size() > 0;
  double last_gain = likelihood.total();
  for (int round = 0; round < most_steps && model.status == Status::NotConverged; ++round) {
    const Vector gradient = likelihood.gradient(state);
    if (!old_factor) factor = GramFactor(likelihood.information(state));
    step = factor.solve(gradient);
    const double gain = gradient.dot(step);
    if (!std::isfinite(gain)) break;
    double length = round > 0 && along_a_tail(gain, last_gain) ? steps_along_a_tail : 1.0;
    const bool quick = gain < quick_shrinking * last_gain;
    last_gain = gain;
    State next = likelihood.at(state.coefficients + length * step);
    const double rounding = 1e-12 * (1.0 + std::abs(state.log_likelihood));
    for (int halving = 0; halving < most_halvings && !(next.log_likelihood >= state.log_likelihood - rounding);
         ++halving) {
      length /= 2.0;
      next = likelihood.at(state.coefficients + length * step);
    }
    if (!(next.log_likelihood >= state.log_likelihood - rounding)) break;
    state = std::move(next);
    if (gain < (old_factor ? small_gain_by_old_factor : small_gain)) model.status = Status::Ok;
    old_factor = quick;
  }
  return step;
}

void fill_errors(const CountLikelihood& likelihood, const State& state, const Vector& last_step, CountModel& model) {
  model.factor = GramFactor(likelihood.information(state));
  model.last_column_sum_of_squares = likelihood.spread_of_last_column(state);
  model.columns = column_states(model.factor, last_step);
  if (model.status == Status::Ok) model.status = status_of(model.columns);
}

/// @param start none: from the counts
CountModel fit(const DesignView& design, Series counts, const CountLikelihood& likelihood, Start start, Wanted wanted) {
  CountModel model;
  model.rows = likelihood.rows();
  if (model.rows == 0 || likelihood.total() == 0.0 || design.columns() == 0) return model;

  if (start.coefficients.size() == 0) start.coefficients = likelihood.first_coefficients();
  State state = likelihood.at(std::move(start.coefficients));
  model.status = Status::NotConverged;
  const Vector step = climb(likelihood, std::move(start.factor), state, model);
  if (wanted == Wanted::Errors) fill_errors(likelihood, state, step, model);
  model.log_likelihood = state.log_likelihood;
  model.coefficients = std::move(state.coefficients);
  fill_days(design, counts, std::move(state.mean), model);
  return model;
}

}  // namespace

CountModel fit_counts(const DesignView& design, Series counts, Start start, Wanted wanted) {
  return fit(design, counts, CountLikelihood(design, counts), std::move(start), wanted);
}

CountModel fit_counts_near(const DesignView& design, Series counts, const Vector& expected, Wanted wanted) {
  const CountLikelihood likelihood(design, counts);
  return fit(design, counts, likelihood, likelihood.near(packed(span_of(expected), counts.known)), wanted);
}

}  // namespace lytes::stats

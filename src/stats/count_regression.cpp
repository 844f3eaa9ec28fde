#include "count_regression.hpp"

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

class CountLikelihood {
 public:
  CountLikelihood(const Design& design, Series counts)
      : design_(design), used_(indicator(counts)), counts_(zero_filled(counts)) {}

  State at(Vector coefficients) const {
    State state;
    state.log_mean = times(design_, coefficients).cwiseMax(-farthest_log_rate).cwiseMin(farthest_log_rate);
    state.mean = state.log_mean.array().exp();
    state.coefficients = std::move(coefficients);
    state.log_likelihood = counts_.dot(state.log_mean) - used_.dot(state.mean);
    return state;
  }

  Vector weights(const State& state) const { return used_.cwiseProduct(state.mean); }
  Vector score(const State& state) const { return used_.cwiseProduct(counts_ - state.mean); }

  /// One weighted regression of log(y + 0.1), as R's glm begins.
  Vector first_coefficients() const { return coefficients_near(counts_.array() + 0.1); }

  /// One step of weighted regression from these means on.
  Vector coefficients_near(const Vector& mean) const {
    const Vector weight = used_.array() * mean.array();
    const Vector response = mean.array().log() + (counts_ - mean).array() / mean.array();
    return GramFactor(weighted_gram(design_, weight)).solve(transpose_times(design_, weight.cwiseProduct(response)));
  }

  double used_days() const { return used_.sum(); }
  double total() const { return counts_.sum(); }
  const Vector& used() const { return used_; }

 private:
  const Design& design_;
  Vector used_;
  Vector counts_;
};

bool along_a_tail(double gain, double last_gain) {
  return std::abs(gain / last_gain * std::numbers::e - 1.0) < near_the_tail;
}

/// Weighted sum of squares of the last column about its weighted mean.
double spread_of_last_column(const Design& design, const Vector& weights) {
  if (design.plain_columns() == 0) return 0.0;
  const auto values = design.plain_column(design.plain_columns() - 1);
  const Eigen::Map<const Vector> column(values.data(), static_cast<Index>(values.size()));
  const double total = weights.sum();
  const double mean = total > 0.0 ? weights.dot(column) / total : 0.0;
  return (weights.array() * (column.array() - mean).square()).sum();
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

Vector starting_from(const Vector& calendar_coefficients, const Design& design) {
  Vector start = Vector::Zero(static_cast<Index>(design.columns()));
  start.head(calendar_coefficients.size()) = calendar_coefficients;
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

CountModel fit_counts_near(const Design& design, Series counts, const Vector& expected) {
  return fit_counts(design, counts, CountLikelihood(design, counts).coefficients_near(expected));
}

CountModel fit_counts(const Design& design, Series counts, const Vector& start) {
  const CountLikelihood likelihood(design, counts);
  CountModel model;
  model.rows = static_cast<std::size_t>(likelihood.used_days());
  if (model.rows == 0 || likelihood.total() == 0.0 || design.columns() == 0) return model;

  State state = likelihood.at(start.size() == 0 ? likelihood.first_coefficients() : start);
  model.status = Status::NotConverged;
  Vector step;
  double last_gain = 0.0;
  for (int round = 0; round < most_steps && model.status == Status::NotConverged; ++round) {
    const Vector gradient = transpose_times(design, likelihood.score(state));
    step = GramFactor(weighted_gram(design, likelihood.weights(state))).solve(gradient);
    const double gain = gradient.dot(step);
    if (!std::isfinite(gain)) break;
    double length = along_a_tail(gain, last_gain) ? steps_along_a_tail : 1.0;
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
    if (gain < small_gain) model.status = Status::Ok;
  }

  const Vector weights = likelihood.weights(state);
  model.factor = GramFactor(weighted_gram(design, weights));
  model.last_column_sum_of_squares = spread_of_last_column(design, weights);
  model.score = likelihood.score(state);
  model.log_likelihood = state.log_likelihood;
  model.coefficients = std::move(state.coefficients);
  model.fitted = std::move(state.mean);
  if (step.size() > 0) model.columns = column_states(model.factor, step);
  if (model.status == Status::Ok) model.status = status_of(model.columns);
  return model;
}

}  // namespace lytes::stats

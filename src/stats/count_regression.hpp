#pragma once

#include <limits>

#include "lytes/stats/poisson_regression.hpp"
#include "normal_equations.hpp"

namespace lytes::stats {

/// A log-linear count model at a given theta: variance mu + mu^2 / theta. Infinity is Poisson.
struct CountModel {
  Status status = Status::TooFewEvents;
  Vector coefficients;
  Vector fitted;  ///< on every day
  Vector score;   ///< (y - mu) / (1 + mu / theta), 0 on unused days
  std::vector<ColumnState> columns;
  GramFactor factor{Matrix(0, 0)};          ///< of the expected information at the estimate
  double last_column_sum_of_squares = 0.0;  ///< about its weighted mean, at the estimate
  std::size_t rows = 0;
  double log_likelihood = 0.0;  ///< with all constants for Poisson; without those of theta and y alone otherwise
};

inline constexpr double poisson_theta = std::numeric_limits<double>::infinity();

/// Newton on the expected information with step halving, from `start` or, if it is empty, from the counts.
/// Does not check its arguments.
CountModel fit_counts(const Design& design, Series counts, double theta, const Vector& start = {});

/// The calendar's coefficients, and 0 for the design's plain columns: close to where most models end.
Vector starting_from(const Vector& calendar_coefficients, const Design& design);

/// The days on which a series is known, as weights 1 and 0; and its values with 0 on the others.
Vector indicator(Series series);
Vector zero_filled(Series series);

}  // namespace lytes::stats

#pragma once

#include "lytes/stats/poisson_regression.hpp"
#include "normal_equations.hpp"

namespace lytes::stats {

/// A log-linear Poisson model.
struct CountModel {
  Status status = Status::TooFewEvents;
  Vector coefficients;
  Vector fitted;  ///< on every day
  Vector score;   ///< y - mu, 0 on unused days
  std::vector<ColumnState> columns;
  GramFactor factor;                        ///< of the expected information at the estimate
  double last_column_sum_of_squares = 0.0;  ///< about its weighted mean, at the estimate
  std::size_t rows = 0;
  double log_likelihood = 0.0;  ///< without what depends on the counts alone
};

/// Where a fit begins.
struct Start {
  Vector coefficients;  ///< empty: from the counts
  GramFactor factor;    ///< of the expected information near there; empty if that is not known
};

/// What is worked out of a fit: finding the errors takes as long as a step.
enum class Wanted {
  Expected,  ///< the coefficients and what they expect; columns, factor and sum of squares stay empty
  Errors     ///< all of it
};

/// Newton on the expected information with step halving. Does not check its arguments.
CountModel fit_counts(const DesignView& design, Series counts, Start start = {}, Wanted wanted = Wanted::Errors);

/// The same from what a model much like it expects on every day, above 0: two or three steps instead of six.
CountModel fit_counts_near(const DesignView& design, Series counts, const Vector& expected, Wanted wanted);

/// The coefficients of a design's first columns, and 0 for the rest: close to where most models end.
Vector starting_from(const Vector& first_coefficients, const DesignView& design);

/// The days on which a series is known, as weights 1 and 0; and its values with 0 on the others.
Vector indicator(Series series);
Vector zero_filled(Series series);

}  // namespace lytes::stats

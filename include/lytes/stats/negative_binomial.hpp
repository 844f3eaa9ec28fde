#pragma once

#include <limits>

#include "lytes/stats/design.hpp"
#include "lytes/stats/poisson_regression.hpp"
#include "lytes/stats/series.hpp"

namespace lytes::stats {

struct NegativeBinomialFit {
  /// As a Poisson fit's, with errors conditional on theta. `dispersion` is Pearson's for the negative binomial.
  CountFit fit;
  /// Variance is mu + mu^2 / theta. Infinite when the counts are no more spread than Poisson's: `fit` is then
  /// Poisson's.
  double theta = std::numeric_limits<double>::infinity();
  double theta_error = 0.0;  ///< from the observed information of theta alone; 0 when theta is infinite

  bool is_poisson() const { return theta == std::numeric_limits<double>::infinity(); }
};

/// Negative binomial regression (NB2) with log link, by maximum likelihood in coefficients and theta in turn.
///
/// Theta by Newton's method on its score, by bisection of the profile where that wanders. Theta above 10,000, or a
/// log-likelihood less than 1e-6 above Poisson's, means Poisson.
/// Venables & Ripley 2002, ch. 7; checked against R MASS glm.nb polished to 1e-11.
/// @throws std::invalid_argument as poisson_regression
NegativeBinomialFit negative_binomial_regression(const Design& design, Series counts);

}  // namespace lytes::stats

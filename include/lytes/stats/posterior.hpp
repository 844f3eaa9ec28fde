#pragma once

namespace lytes::stats {

/// What is believed of a log rate ratio after an estimate, from a normal prior around 0.
struct Posterior {
  double mean;  ///< of the log ratio
  double sd;
  double ratio;  ///< exp(mean)
  double lower;  ///< limits of the central 95 % interval of the ratio
  double upper;
  double probability_above_1;
  double bayes_factor;  ///< evidence for "some difference" over "none"; below 1 speaks for none

  /// P(ratio > threshold).
  /// @param threshold positive
  double probability_above(double threshold) const;
};

/// Normal estimate times normal prior. Spiegelhalter, Abrams & Myles 2004, ch. 3; checked against R pnorm and qnorm.
/// @param log_ratio finite
/// @param standard_error positive and finite
/// @param prior_sd of the log ratio; the same
/// @throws std::invalid_argument otherwise
Posterior posterior(double log_ratio, double standard_error, double prior_sd);

struct RatioInterval {
  double lower;
  double upper;
};

/// Interval that keeps its level however often one looks: the ratios whose Bayes factor against stays below 1/alpha.
///
/// For people who look every week. Half-width sqrt((W+r) log((W+r)/(r alpha^2))) / W with W = 1/SE^2,
/// r = 1/prior_sd^2. Robbins 1970; Howard et al. 2021.
/// @throws std::invalid_argument as posterior, or if alpha is outside (0, 1)
RatioInterval always_valid_interval(double log_ratio, double standard_error, double prior_sd, double alpha = 0.05);

}  // namespace lytes::stats

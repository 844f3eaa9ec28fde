#pragma once

namespace lytes::stats {

/// Spread of the sceptical prior on a log rate ratio: 95 % of ratios between 0.50 and 1.99.
/// Sceptical because trials of magnesium found little (Cochrane CD009402, 2020).
inline constexpr double sceptical_prior_sd = 0.35;

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
/// @throws std::invalid_argument otherwise
Posterior posterior(double log_ratio, double standard_error, double prior_sd = sceptical_prior_sd);

struct RatioInterval {
  double lower;
  double upper;
};

/// Interval that keeps its level however often one looks: the ratios whose Bayes factor against stays below 1/alpha.
///
/// For people who look every week. Half-width sqrt((W+r) log((W+r)/(r alpha^2))) / W with W = 1/SE^2,
/// r = 1/prior_sd^2. Robbins 1970; Howard et al. 2021.
/// @throws std::invalid_argument as posterior, or if alpha is outside (0, 1)
RatioInterval always_valid_interval(double log_ratio, double standard_error, double alpha = 0.05,
                                    double prior_sd = sceptical_prior_sd);

}  // namespace lytes::stats

#include "score_statistics.hpp"

#include <algorithm>
#include <cmath>

namespace lytes::stats {
namespace {

using Eigen::Index;

/// A denominator below this share of the largest one possible is rounding left by the transforms.
constexpr double rounding_share = 1e-13;

/// Residual of a weighted regression on the days of positive weight, 0 elsewhere.
Vector residual_on(const Design& design, const Vector& response, const Vector& weights) {
  const Vector weighted = response.cwiseProduct(weights);
  const Vector coefficients = GramFactor(weighted_gram(design, weights)).solve(transpose_times(design, weighted));
  return (weights.array() > 0.0).select((response - times(design, coefficients)).array(), 0.0);
}

std::span<const double> days_of(const Vector& values) {
  return {values.data(), static_cast<std::size_t>(values.size())};
}

}  // namespace

std::vector<double> statistic_at_every_shift(CircularCorrelator& correlator,
                                             const CircularCorrelator::Spectrum& residual,
                                             const CircularCorrelator::Spectrum& squared_residual,
                                             const Vector& exposure) {
  const Vector squared = exposure.cwiseAbs2();
  std::vector<double> statistics = correlator.correlate(residual, correlator.transform(days_of(exposure)));
  const std::vector<double> variances = correlator.correlate(squared_residual, correlator.transform(days_of(squared)));
  // At frequency 0 a transform is the plain sum, so this is sum(e^2) max(x^2).
  const double least = rounding_share * squared_residual[0].real() * (squared.size() > 0 ? squared.maxCoeff() : 0.0);
  for (std::size_t shift = 0; shift < statistics.size(); ++shift) {
    statistics[shift] = variances[shift] > least ? statistics[shift] / std::sqrt(variances[shift]) : 0.0;
  }
  return statistics;
}

std::vector<double> score_statistics(const OutcomeParts& parts, const NullModel& null, Series exposure) {
  const Vector weights = null.expected.cwiseProduct(indicator(exposure));
  const Vector own = residual_on(Design(null.calendar), zero_filled(exposure), weights);
  return statistic_at_every_shift(*parts.correlator, null.residual_spectrum, null.squared_spectrum, own);
}

}  // namespace lytes::stats

#include "score_statistics.hpp"

#include <cmath>

namespace lytes::stats {
namespace {

using Eigen::Index;

/// A denominator below this share of the largest one possible is rounding left by the transforms.
constexpr double rounding_share = 1e-13;

/// What is left of an exposure beside the calendar is rounding from here down, as a share of it: a day short of
/// something on every day is the calendar's own level.
constexpr double rounding_of_exposure = 1e-9;

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

CircularCorrelator::Spectrum with_square(CircularCorrelator& correlator, const Vector& residual) {
  const Vector squared = residual.cwiseAbs2();
  return correlator.transform(days_of(residual), days_of(squared));
}

std::vector<double> statistic_at_every_shift(CircularCorrelator& correlator,
                                             const CircularCorrelator::Spectrum& residual, const Vector& exposure) {
  // T is the same in any unit; in the largest as one, x and its square are of one size, as their transform wants it.
  const double largest = exposure.size() > 0 ? exposure.cwiseAbs().maxCoeff() : 0.0;
  const Vector scaled = largest > 0.0 ? Vector(exposure / largest) : exposure;
  const CircularCorrelator::Spectrum own = with_square(correlator, scaled);
  auto [statistics, variances] = correlator.correlate(residual, own);
  // At frequency 0 a transform is the plain sum, so this is sum(e^2) max(x^2).
  const double least = rounding_share * residual.imaginary[0];
  for (std::size_t shift = 0; shift < statistics.size(); ++shift) {
    statistics[shift] = variances[shift] > least ? statistics[shift] / std::sqrt(variances[shift]) : 0.0;
  }
  return statistics;
}

std::vector<double> score_statistics(const OutcomeParts& parts, const NullModel& null, Series exposure) {
  const Vector weights = null.expected.cwiseProduct(indicator(exposure));
  const Vector response = zero_filled(exposure);
  const Vector own = residual_on(Design(null.calendar), response, weights);
  const auto size = [](const Vector& values) { return values.lpNorm<Eigen::Infinity>(); };
  if (size(own) <= rounding_of_exposure * size(response)) return std::vector<double>(exposure.days(), 0.0);
  return statistic_at_every_shift(*parts.correlator, null.residual_spectrum, own);
}

}  // namespace lytes::stats

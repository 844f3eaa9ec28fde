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

void add_zero_filled(Design& design, const SeriesData& column, std::vector<std::uint8_t>& known) {
  const Vector values = zero_filled(column);
  design.add_column(days_of(values));
  for (std::size_t day = 0; day < known.size(); ++day) known[day] &= column.known[day];
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

std::vector<double> score_statistics(const OutcomeParts& parts, const NullModel& null, Series exposure, int lag,
                                     std::span<const Covariate> covariates) {
  if (covariates.empty()) return score_statistics(parts, null, exposure);
  Design outcome_side(null.calendar);
  Design exposure_side(null.calendar);
  std::vector<std::uint8_t> outcome_known = parts.counts.known;
  std::vector<std::uint8_t> exposure_known(exposure.known.begin(), exposure.known.end());
  for (const Covariate& covariate : covariates) {
    add_zero_filled(outcome_side, lagged(covariate.series, covariate.lag), outcome_known);
    add_zero_filled(exposure_side, lagged(covariate.series, covariate.lag - lag), exposure_known);
  }
  const Vector start = starting_from(null.coefficients, outcome_side);
  const CountModel model = fit_counts(outcome_side, {parts.counts.values, outcome_known}, poisson_theta, start);
  if (model.coefficients.size() == 0 || model.status == Status::NotConverged) return {};

  const Series usable{exposure.values, exposure_known};
  const Vector weights = null.expected.cwiseProduct(indicator(usable));
  const Vector own = residual_on(exposure_side, zero_filled(usable), weights);
  const Vector squared = model.score.cwiseAbs2();
  CircularCorrelator& correlator = *parts.correlator;
  const auto residual_spectrum = correlator.transform(days_of(model.score));
  const auto squared_spectrum = correlator.transform(days_of(squared));
  return statistic_at_every_shift(correlator, residual_spectrum, squared_spectrum, own);
}

}  // namespace lytes::stats

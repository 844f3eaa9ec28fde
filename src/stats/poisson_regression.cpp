#include "lytes/stats/poisson_regression.hpp"

#include <cmath>

#include "argument_checks.hpp"
#include "count_regression.hpp"

namespace lytes::stats {
namespace {

/// What one day adds to half the deviance, with 0 log 0 = 0.
double half_deviance(double count, double mean) {
  const double fit = count > 0.0 ? count * std::log(count / mean) : 0.0;
  return fit - (count - mean);
}

std::vector<double> to_vector(const Vector& values) { return {values.begin(), values.end()}; }

/// A model as callers see it, with covariance and goodness of fit.
CountFit to_count_fit(const CountModel& model, Series counts) {
  CountFit fit;
  fit.status = model.status;
  fit.rows = model.rows;
  if (model.coefficients.size() == 0) return fit;

  fit.coefficients = to_vector(model.coefficients);
  fit.fitted = to_vector(model.fitted);
  fit.score = to_vector(model.score);
  fit.columns = model.columns;
  fit.rank = model.factor.rank();
  const Matrix covariance = model.factor.inverse();
  fit.covariance.assign(covariance.data(), covariance.data() + covariance.size());
  for (std::size_t day = 0; day < counts.days(); ++day) {
    if (!counts.known[day]) continue;
    const double count = counts.values[day];
    const double mean = fit.fitted[day];
    fit.deviance += 2.0 * half_deviance(count, mean);
    fit.pearson_chi2 += (count - mean) * (count - mean) / mean;
    fit.log_likelihood += count * std::log(mean) - mean - std::lgamma(count + 1.0);
  }
  if (fit.rows > fit.rank) fit.dispersion = fit.pearson_chi2 / static_cast<double>(fit.rows - fit.rank);
  return fit;
}

}  // namespace

double CountFit::standard_error(std::size_t column) const {
  return std::sqrt(covariance[column * coefficients.size() + column]);
}

CountFit poisson_regression(const Design& design, Series counts) {
  require_counts(counts);
  require_same_days(design.days(), counts.days());
  return to_count_fit(fit_counts(design, counts), counts);
}

}  // namespace lytes::stats

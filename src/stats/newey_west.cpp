#include "lytes/stats/newey_west.hpp"

#include <algorithm>
#include <cmath>

#include "argument_checks.hpp"
#include "long_run_variance.hpp"
#include "normal_equations.hpp"

namespace lytes::stats {

std::size_t newey_west_lags(std::size_t days) {
  return static_cast<std::size_t>(4.0 * std::pow(static_cast<double>(days) / 100.0, 2.0 / 9.0));
}

double long_run_variance(std::span<const double> influence, std::size_t lags) {
  const Eigen::Map<const Vector> series(influence.data(), static_cast<Eigen::Index>(influence.size()));
  double sum = series.squaredNorm();
  const std::size_t longest = std::min(lags, influence.size() - std::min<std::size_t>(1, influence.size()));
  for (std::size_t lag = 1; lag <= longest; ++lag) {
    const double weight = 1.0 - static_cast<double>(lag) / static_cast<double>(lags + 1);
    const auto length = series.size() - static_cast<Eigen::Index>(lag);
    sum += 2.0 * weight * series.head(length).dot(series.tail(length));
  }
  return std::max(0.0, sum);
}

std::vector<double> newey_west_errors(const Design& design, const CountFit& fit, std::size_t lags, bool small_sample) {
  std::vector<double> errors(fit.coefficients.size(), 0.0);
  if (errors.empty()) return errors;
  require_same_days(design.days(), fit.score.size());
  const Eigen::Map<const Vector> score(fit.score.data(), static_cast<Eigen::Index>(fit.score.size()));
  const auto columns = static_cast<Eigen::Index>(errors.size());
  const Eigen::Map<const Matrix> covariance(fit.covariance.data(), columns, columns);
  const double left_over = static_cast<double>(fit.rows) - static_cast<double>(fit.rank);
  const double inflation = small_sample && left_over > 0.0 ? static_cast<double>(fit.rows) / left_over : 1.0;
  for (Eigen::Index column = 0; column < columns; ++column) {
    const Vector influence = times(design, covariance.col(column)).cwiseProduct(score);
    const double variance = long_run_variance({influence.data(), design.days()}, lags);
    errors[static_cast<std::size_t>(column)] = std::sqrt(variance * inflation);
  }
  return errors;
}

}  // namespace lytes::stats

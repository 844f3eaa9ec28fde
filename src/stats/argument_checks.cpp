#include "argument_checks.hpp"

#include <Eigen/Core>
#include <cmath>
#include <stdexcept>
#include <string>

namespace lytes::stats {
namespace {

/// Of known values and unknown ones, many at once: what is not finite leaves something when taken from itself.
bool all_finite(std::span<const double> values) {
  const Eigen::Map<const Eigen::ArrayXd> all(values.data(), static_cast<Eigen::Index>(values.size()));
  return (all - all).sum() == 0.0;
}

}  // namespace

void require_series(Series series) {
  require_same_days(series.values.size(), series.known.size());
  if (all_finite(series.values)) return;
  for (std::size_t day = 0; day < series.days(); ++day) {
    if (series.known[day] && !std::isfinite(series.values[day])) {
      throw std::invalid_argument("a known value is not finite, day " + std::to_string(day));
    }
  }
}

void require_counts(Series counts) {
  require_series(counts);
  for (std::size_t day = 0; day < counts.days(); ++day) {
    if (counts.known[day] && counts.values[day] < 0.0) {
      throw std::invalid_argument("a count is negative, day " + std::to_string(day));
    }
  }
}

void require_same_days(std::size_t days, std::size_t other_days) {
  if (days != other_days) {
    throw std::invalid_argument("lengths differ: " + std::to_string(days) + " and " + std::to_string(other_days));
  }
}

void require_inside_unit_interval(double value, const char* what) {
  if (!(value > 0.0 && value < 1.0)) throw std::invalid_argument(std::string(what) + " lies outside (0, 1)");
}

}  // namespace lytes::stats

#include "lytes/stats/power.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "argument_checks.hpp"

namespace lytes::stats {
namespace {

boost::math::normal_distribution<double> standard_normal() { return boost::math::normal_distribution<double>(); }

/// Variance of the log ratio from one day.
double variance_per_pair(const ObservedRates& rates, double rate_ratio) {
  if (!(rate_ratio > 0.0) || !std::isfinite(rate_ratio) || rate_ratio == 1.0) {
    throw std::invalid_argument("a ratio to look for is positive and not 1");
  }
  require_inside_unit_interval(rates.exposed_share, "the share of exposed days");
  if (!(rates.events_per_day >= 0.0) || !std::isfinite(rates.events_per_day)) {
    throw std::invalid_argument("events per day must be zero or more");
  }
  if (rates.events_per_day == 0.0) return std::numeric_limits<double>::infinity();
  const double share = rates.exposed_share;
  const double unexposed_rate = rates.events_per_day / (1.0 + share * (rate_ratio - 1.0));
  const double exposed_rate = rate_ratio * unexposed_rate;
  const double inflation = std::max(1.0, rates.overdispersion) * std::max(1.0, rates.vif);
  return inflation * (1.0 / (exposed_rate * share) + 1.0 / (unexposed_rate * (1.0 - share)));
}

}  // namespace

double pairs_needed(const ObservedRates& rates, double rate_ratio, double power, double alpha) {
  require_inside_unit_interval(power, "power");
  require_inside_unit_interval(alpha, "alpha");
  const double z =
      boost::math::quantile(standard_normal(), 1.0 - alpha / 2.0) + boost::math::quantile(standard_normal(), power);
  const double distance = std::log(rate_ratio);
  return variance_per_pair(rates, rate_ratio) * z * z / (distance * distance);
}

double power_of(const ObservedRates& rates, double rate_ratio, double pairs, double alpha) {
  require_inside_unit_interval(alpha, "alpha");
  if (!(pairs > 0.0)) throw std::invalid_argument("power needs days");
  const double distance = std::abs(std::log(rate_ratio)) / std::sqrt(variance_per_pair(rates, rate_ratio) / pairs);
  const double z = boost::math::quantile(standard_normal(), 1.0 - alpha / 2.0);
  return boost::math::cdf(standard_normal(), distance - z) + boost::math::cdf(standard_normal(), -distance - z);
}

double days_still_needed(double pairs, double usable_share, double days_so_far) {
  if (!(usable_share > 0.0 && usable_share <= 1.0)) throw std::invalid_argument("the usable share lies outside (0, 1]");
  return std::max(0.0, pairs / usable_share - days_so_far);
}

}  // namespace lytes::stats

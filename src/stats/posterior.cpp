#include "lytes/stats/posterior.hpp"

#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <stdexcept>

#include "argument_checks.hpp"

namespace lytes::stats {
namespace {

boost::math::normal_distribution<double> standard_normal() { return boost::math::normal_distribution<double>(); }

void require_estimate(double log_ratio, double standard_error, double prior_sd) {
  if (!std::isfinite(log_ratio)) throw std::invalid_argument("the log ratio is not finite");
  if (!(standard_error > 0.0) || !std::isfinite(standard_error)) {
    throw std::invalid_argument("the standard error must be positive");
  }
  if (!(prior_sd > 0.0) || !std::isfinite(prior_sd)) throw std::invalid_argument("the prior's sd must be positive");
}

double precision(double sd) { return 1.0 / (sd * sd); }

}  // namespace

double Posterior::probability_above(double threshold) const {
  if (!(threshold > 0.0)) throw std::invalid_argument("the threshold must be positive");
  return boost::math::cdf(standard_normal(), (mean - std::log(threshold)) / sd);
}

Posterior posterior(double log_ratio, double standard_error, double prior_sd) {
  require_estimate(log_ratio, standard_error, prior_sd);
  const double data = precision(standard_error);
  const double prior = precision(prior_sd);
  const double both = data + prior;
  Posterior result{};
  result.mean = log_ratio * data / both;
  result.sd = 1.0 / std::sqrt(both);
  result.ratio = std::exp(result.mean);
  const double half_width = boost::math::quantile(standard_normal(), 0.975) * result.sd;
  result.lower = std::exp(result.mean - half_width);
  result.upper = std::exp(result.mean + half_width);
  result.probability_above_1 = result.probability_above(1.0);
  result.bayes_factor = std::sqrt(prior / both) * std::exp(log_ratio * data * log_ratio * data / (2.0 * both));
  return result;
}

RatioInterval always_valid_interval(double log_ratio, double standard_error, double prior_sd, double alpha) {
  require_estimate(log_ratio, standard_error, prior_sd);
  require_inside_unit_interval(alpha, "alpha");
  const double data = precision(standard_error);
  const double prior = precision(prior_sd);
  const double both = data + prior;
  const double half_width = std::sqrt(both * std::log(both / (prior * alpha * alpha))) / data;
  return {std::exp(log_ratio - half_width), std::exp(log_ratio + half_width)};
}

}  // namespace lytes::stats

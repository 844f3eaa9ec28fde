#include "lytes/stats/negative_binomial.hpp"

#include <algorithm>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>
#include <cmath>
#include <map>

#include "argument_checks.hpp"
#include "count_regression.hpp"
#include "fit_conversion.hpp"

namespace lytes::stats {
namespace {

using Eigen::Index;

constexpr double largest_theta = 1e4;
constexpr double smallest_theta = 1e-6;
constexpr double least_gain = 1e-6;
constexpr int most_rounds = 100;

/// How often each count occurs: what depends on count and theta alone is worked out once a count, not once a day.
using Histogram = std::map<double, double>;

Histogram histogram_of(Series counts) {
  Histogram histogram;
  for (std::size_t day = 0; day < counts.days(); ++day) {
    if (counts.known[day]) histogram[counts.values[day]] += 1.0;
  }
  return histogram;
}

/// First and second derivative of the log-likelihood by theta at fixed means.
struct ThetaSlope {
  double score;
  double curvature;
};

class ThetaLikelihood {
 public:
  ThetaLikelihood(Series counts, const Vector& fitted)
      : histogram_(histogram_of(counts)), used_(indicator(counts)), counts_(zero_filled(counts)), fitted_(fitted) {}

  double value(double theta) const {
    double sum = 0.0;
    for (const auto& [count, days] : histogram_) {
      sum += days * (std::lgamma(theta + count) - std::lgamma(theta) - std::lgamma(count + 1.0));
    }
    const auto mean = fitted_.array();
    sum += (counts_.array() * mean.log()).sum();
    sum -= (used_.array() * (counts_.array() + theta) * (1.0 + mean / theta).log()).sum();
    return sum - counts_.sum() * std::log(theta);
  }

  ThetaSlope slope(double theta) const {
    using boost::math::digamma;
    using boost::math::trigamma;
    const double digamma_0 = digamma(theta);
    const double trigamma_0 = trigamma(theta);
    ThetaSlope slope{0.0, 0.0};
    for (const auto& [count, days] : histogram_) {
      if (count == 0.0) continue;
      slope.score += days * (digamma(theta + count) - digamma_0);
      slope.curvature += days * (trigamma(theta + count) - trigamma_0);
    }
    const auto mean = fitted_.array();
    const auto spread = theta + mean;
    slope.score += (used_.array() * ((mean - counts_.array()) / spread - (1.0 + mean / theta).log())).sum();
    slope.curvature += (used_.array() * (mean / (theta * spread) + (counts_.array() - mean) / spread.square())).sum();
    return slope;
  }

  /// Method of moments, as a beginning.
  double first_guess() const {
    const double sum = (used_.array() * (counts_.array() / fitted_.array() - 1.0).square()).sum();
    return std::clamp(used_.sum() / std::max(sum, 1e-12), 1e-2, largest_theta);
  }

  /// Newton on log theta from `theta`; by bisection of the score's sign where a step leads nowhere.
  double maximum(double theta) const {
    double low = smallest_theta;
    double high = 10.0 * largest_theta;
    for (int round = 0; round < most_rounds; ++round) {
      const ThetaSlope at = slope(theta);
      (at.score > 0.0 ? low : high) = theta;
      const double by_log = at.score * theta;
      const double curvature_by_log = at.curvature * theta * theta + by_log;
      double next = theta * std::exp(std::clamp(-by_log / curvature_by_log, -2.0, 2.0));
      if (!(curvature_by_log < 0.0) || !(next > low && next < high)) next = std::sqrt(low * high);
      if (std::abs(next - theta) < 1e-13 * theta) return next;
      theta = next;
    }
    return theta;
  }

 private:
  Histogram histogram_;
  Vector used_;
  Vector counts_;
  const Vector& fitted_;
};

NegativeBinomialFit poisson_instead(const CountModel& model, Series counts) {
  return {to_count_fit(model, counts, poisson_theta), poisson_theta, 0.0};
}

}  // namespace

NegativeBinomialFit negative_binomial_regression(const Design& design, Series counts) {
  require_counts(counts);
  require_same_days(design.days(), counts.days());
  const CountModel poisson = fit_counts(design, counts, poisson_theta);
  const bool fitted = poisson.coefficients.size() > 0 && poisson.status != Status::NotConverged;
  if (!fitted) return poisson_instead(poisson, counts);

  CountModel model = poisson;
  double theta = ThetaLikelihood(counts, model.fitted).first_guess();
  Status status = Status::NotConverged;
  for (int round = 0; round < most_rounds; ++round) {
    const double next = ThetaLikelihood(counts, model.fitted).maximum(theta);
    if (next > largest_theta) return poisson_instead(poisson, counts);
    const bool settled = std::abs(next - theta) < 1e-9 * theta;
    theta = next;
    model = fit_counts(design, counts, theta, model.coefficients);
    if (model.status == Status::NotConverged) break;
    if (settled) {
      status = model.status;
      break;
    }
  }
  const ThetaLikelihood likelihood(counts, model.fitted);
  NegativeBinomialFit result{to_count_fit(model, counts, theta), theta, 0.0};
  result.fit.status = status;
  result.fit.log_likelihood = likelihood.value(theta);
  const double poisson_log_likelihood = to_count_fit(poisson, counts, poisson_theta).log_likelihood;
  if (status != Status::NotConverged && result.fit.log_likelihood - poisson_log_likelihood < least_gain) {
    return poisson_instead(poisson, counts);
  }
  const double curvature = likelihood.slope(theta).curvature;
  if (curvature < 0.0) result.theta_error = 1.0 / std::sqrt(-curvature);
  return result;
}

}  // namespace lytes::stats

#include "lytes/stats/days_needed.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/tools/roots.hpp>
#include <cmath>
#include <stdexcept>

#include "argument_checks.hpp"
#include "lytes/stats/joint_model.hpp"

namespace lytes::stats {
namespace {

constexpr double fewest_days = 84;
constexpr double most_days = 40'000;
constexpr double probability_of_moderate = 0.97;
constexpr double bayes_factor_of_moderate = 3;
constexpr double price_of_holding = 0.20;
/// Without an estimate, how much wider than Poisson's an error usually is.
constexpr double usual_inflation = 1.5;

double z(double probability) { return boost::math::quantile(boost::math::normal_distribution<double>(), probability); }

/// Variance of the log ratio from one row, counts being Poisson, were the ratio `ratio`.
double variance_of_a_row(const DiarySoFar& diary, double ratio) {
  const double share = diary.exposed_share;
  const double unexposed_rate = diary.events_per_row / (1.0 + share * (ratio - 1.0));
  return 1.0 / (ratio * unexposed_rate * share) + 1.0 / (unexposed_rate * (1.0 - share));
}

/// By how many standard errors an estimate must lie off 0 to be moderate, when its precision is `data`.
double standard_errors_needed(double data) {
  const double prior = 1.0 / (sceptical_prior_sd * sceptical_prior_sd);
  const double both = data + prior;
  const double by_probability = z(probability_of_moderate) * std::sqrt(both / data);
  const double by_factor = std::sqrt(both / data * (2.0 * std::log(bayes_factor_of_moderate) + std::log(both / prior)));
  return std::max(by_probability, by_factor);
}

void require_diary(const DiarySoFar& diary, double ratio) {
  if (!(ratio > 0.0) || !std::isfinite(ratio) || ratio == 1.0) {
    throw std::invalid_argument("a ratio to look for is positive and not 1");
  }
  require_inside_unit_interval(diary.exposed_share, "the share of exposed days");
  if (!(diary.calendar_days > 0) || !(diary.rows > 0) || !(diary.events_per_row > 0)) {
    throw std::invalid_argument("a diary without days or events");
  }
}

}  // namespace

std::optional<double> days_for_moderate(const DiarySoFar& diary, double ratio, double power) {
  require_diary(diary, ratio);
  require_inside_unit_interval(power, "power");
  const double variance_of_a_day =
      diary.found ? diary.found->error * diary.found->error * diary.calendar_days * variance_of_a_row(diary, ratio) /
                        variance_of_a_row(diary, diary.found->ratio)
                  : usual_inflation * variance_of_a_row(diary, ratio) * diary.calendar_days / diary.rows;
  const auto to_spare = [&](double days) {
    const double data = days / variance_of_a_day;
    return std::abs(std::log(ratio)) * std::sqrt(data) - standard_errors_needed(data) - price_of_holding - z(power);
  };
  if (to_spare(most_days) < 0) return std::nullopt;
  if (to_spare(fewest_days) >= 0) return fewest_days;
  const auto near_enough = [](double low, double high) { return high - low < 1e-6; };
  return boost::math::tools::bisect(to_spare, fewest_days, most_days, near_enough).second;
}

}  // namespace lytes::stats

#include "lytes/stats/rate_ratio.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/tools/roots.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "argument_checks.hpp"

namespace lytes::stats {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

void require_arms(EventsOverDays exposed, EventsOverDays unexposed) {
  for (const EventsOverDays arm : {exposed, unexposed}) {
    if (!(arm.days > 0.0) || !std::isfinite(arm.days)) throw std::invalid_argument("days at risk must be positive");
    if (!(arm.events >= 0.0) || !std::isfinite(arm.events) || arm.events != std::floor(arm.events)) {
      throw std::invalid_argument("events must be a whole number, zero or more");
    }
  }
}

/// Share of the events that falls on exposed days, and back.
double share_of(double ratio, EventsOverDays exposed, EventsOverDays unexposed) {
  return exposed.days * ratio / (exposed.days * ratio + unexposed.days);
}

double ratio_of_odds(double odds, EventsOverDays exposed, EventsOverDays unexposed) {
  return odds * unexposed.days / exposed.days;
}

double point_estimate(EventsOverDays exposed, EventsOverDays unexposed) {
  if (exposed.events == 0.0 && unexposed.events == 0.0) return std::numeric_limits<double>::quiet_NaN();
  if (unexposed.events == 0.0) return infinity;
  return (exposed.events / exposed.days) / (unexposed.events / unexposed.days);
}

/// P(X > x) + weight P(X = x) and P(X < x) + weight P(X = x).
struct Tails {
  double upper;
  double lower;
};

Tails tails(double x, double n, double share, double weight) {
  const boost::math::binomial_distribution<double> binomial(n, share);
  const double at = boost::math::pdf(binomial, x);
  const double above = x >= n ? 0.0 : boost::math::cdf(boost::math::complement(binomial, x));
  const double below = x <= 0.0 ? 0.0 : boost::math::cdf(binomial, x - 1.0);
  return {above + weight * at, below + weight * at};
}

double two_sided_p(EventsOverDays exposed, EventsOverDays unexposed, double null_ratio, double weight) {
  require_arms(exposed, unexposed);
  if (!(null_ratio > 0.0) || !std::isfinite(null_ratio)) throw std::invalid_argument("the null ratio must be positive");
  const double n = exposed.events + unexposed.events;
  if (n == 0.0) return 1.0;
  const Tails tail = tails(exposed.events, n, share_of(null_ratio, exposed, unexposed), weight);
  return std::min(1.0, 2.0 * std::min(tail.upper, tail.lower));
}

/// Odds at which the mid-P tail that `upper_tail` names equals `alpha`, found on the log-odds scale.
double mid_p_odds(double x, double n, double alpha, bool upper_tail) {
  const auto excess = [=](double log_odds) {
    const Tails tail = tails(x, n, 1.0 / (1.0 + std::exp(-log_odds)), 0.5);
    return (upper_tail ? tail.upper : tail.lower) - alpha;
  };
  const double guess = std::log((x + 0.5) / (n - x + 0.5));
  double below = guess - 1.0;
  double above = guess + 1.0;
  const double sign = upper_tail ? 1.0 : -1.0;  // the upper tail rises with the odds, the lower one falls
  for (int widen = 0; widen < 60 && sign * excess(below) > 0.0; ++widen) below -= 1 << std::min(widen, 8);
  for (int widen = 0; widen < 60 && sign * excess(above) < 0.0; ++widen) above += 1 << std::min(widen, 8);
  std::uintmax_t steps = 200;
  const auto bracket =
      boost::math::tools::toms748_solve(excess, below, above, boost::math::tools::eps_tolerance<double>(50), steps);
  return std::exp(0.5 * (bracket.first + bracket.second));
}

}  // namespace

RateRatio exact_rate_ratio(EventsOverDays exposed, EventsOverDays unexposed, double level) {
  require_arms(exposed, unexposed);
  require_inside_unit_interval(level, "level");
  const double alpha = (1.0 - level) / 2.0;
  const double x1 = exposed.events;
  const double x0 = unexposed.events;
  double lower = 0.0;
  double upper = infinity;
  if (x1 > 0.0) {
    const double share = boost::math::ibeta_inv(x1, x0 + 1.0, alpha);
    lower = ratio_of_odds(share / (1.0 - share), exposed, unexposed);
  }
  if (x0 > 0.0) {
    // The complement keeps its digits when the share is close to 1.
    const double rest = boost::math::ibeta_inv(x0, x1 + 1.0, alpha);
    upper = ratio_of_odds((1.0 - rest) / rest, exposed, unexposed);
  }
  return {point_estimate(exposed, unexposed), lower, upper, exact_p_value(exposed, unexposed)};
}

RateRatio mid_p_rate_ratio(EventsOverDays exposed, EventsOverDays unexposed, double level) {
  require_arms(exposed, unexposed);
  require_inside_unit_interval(level, "level");
  const double alpha = (1.0 - level) / 2.0;
  const double n = exposed.events + unexposed.events;
  double lower = 0.0;
  double upper = infinity;
  if (exposed.events > 0.0) {
    lower = ratio_of_odds(mid_p_odds(exposed.events, n, alpha, true), exposed, unexposed);
  }
  if (unexposed.events > 0.0) {
    upper = ratio_of_odds(mid_p_odds(exposed.events, n, alpha, false), exposed, unexposed);
  }
  return {point_estimate(exposed, unexposed), lower, upper, mid_p_value(exposed, unexposed)};
}

double mid_p_value(EventsOverDays exposed, EventsOverDays unexposed, double null_ratio) {
  return two_sided_p(exposed, unexposed, null_ratio, 0.5);
}

double exact_p_value(EventsOverDays exposed, EventsOverDays unexposed, double null_ratio) {
  return two_sided_p(exposed, unexposed, null_ratio, 1.0);
}

}  // namespace lytes::stats

#include "lytes/stats/coin_trial.hpp"

#include <algorithm>
#include <array>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "lytes/stats/fisher.hpp"

namespace lytes::stats {
namespace {

constexpr double power = 0.8;
constexpr double days_in_week = 7;
constexpr double fewest_days = 28;
/// Days of the rate before that the expectation of the first day rests on.
constexpr double days_of_rate_before = 14;
constexpr std::array stakes = {-0.4, -0.2, 0.2, 0.4};
/// Sums of signed weights beyond this many are not walked through one by one.
constexpr std::int64_t most_sums = 4'000'000;

double normal_quantile(double probability) {
  return boost::math::quantile(boost::math::normal_distribution<double>(), probability);
}

void require_habits(const CoinHabits& habits, double ratio) {
  if (!(ratio > 1) || !std::isfinite(ratio)) throw std::invalid_argument("the ratio to be found must be above 1");
  if (!(habits.rate >= 0) || !std::isfinite(habits.rate)) throw std::invalid_argument("a rate is not negative");
  for (const double share :
       {habits.short_share, habits.waiting_share, habits.waiting_ends_short, habits.obeyed, habits.known}) {
    if (!(share >= 0 && share <= 1)) throw std::invalid_argument("a share lies between 0 and 1");
  }
}

/// log cosh without overflow.
double log_cosh(double x) { return std::abs(x) + std::log1p(std::exp(-2 * std::abs(x))) - std::log(2.0); }

/// N y - sum y of each day, divided by what all have in common.
std::vector<std::int64_t> weights_of(std::span<const CoinDay> used) {
  std::int64_t events = 0;
  for (const CoinDay& day : used) events += *day.events;
  const auto count = static_cast<std::int64_t>(used.size());
  const std::int64_t common = std::max<std::int64_t>(std::gcd(count, events), 1);
  std::vector<std::int64_t> weights;
  weights.reserve(used.size());
  for (const CoinDay& day : used) weights.push_back((count * *day.events - events) / common);
  return weights;
}

std::vector<CoinDay> used_days(std::span<const CoinDay> days) {
  std::vector<CoinDay> used;
  std::ranges::copy_if(days, std::back_inserter(used), [](const CoinDay& day) { return day.events.has_value(); });
  return used;
}

/// P(|sum of signed weights| >= least) by walking through all their sums.
double exact_tail(const std::vector<std::int64_t>& sizes, std::int64_t all, std::int64_t least) {
  const auto middle = static_cast<std::size_t>(all);
  std::vector<double> likely(2 * middle + 1, 0.0);
  std::vector<double> next(likely.size());
  likely[middle] = 1;
  std::size_t reach = 0;
  for (const std::int64_t size : sizes) {
    const auto step = static_cast<std::size_t>(size);
    if (step == 0) continue;
    std::fill(next.begin(), next.end(), 0.0);
    for (std::size_t place = middle - reach; place <= middle + reach; ++place) {
      next[place - step] += likely[place] / 2;
      next[place + step] += likely[place] / 2;
    }
    reach += step;
    likely.swap(next);
  }
  double tail = 0;
  for (std::size_t place = 0; place < likely.size(); ++place) {
    const std::int64_t sum = static_cast<std::int64_t>(place) - all;
    if (std::abs(sum) >= least) tail += likely[place];
  }
  return std::min(tail, 1.0);
}

double normal_tail(const std::vector<std::int64_t>& sizes, std::int64_t least) {
  double variance = 0;
  for (const std::int64_t size : sizes) variance += static_cast<double>(size) * static_cast<double>(size);
  const boost::math::normal_distribution<double> normal;
  return 2 * boost::math::cdf(boost::math::complement(normal, static_cast<double>(least) / std::sqrt(variance)));
}

/// Variance of the events of a side, about their mean, with n - 1.
double variance_of(std::span<const CoinDay> used, bool target, const CoinSums& sums) {
  double squares = 0;
  for (const CoinDay& day : used) {
    if (day.target == target) squares += std::pow(*day.events - sums.events / sums.days, 2);
  }
  return squares / (sums.days - 1);
}

/// What the two sides of the coin come to, as they are obeyed.
struct Sides {
  double after_usual;
  double after_target;

  double log_ratio() const { return std::log(after_target / after_usual); }
  /// Variance of the log ratio, times the number of coins.
  double spread(double dispersion) const { return std::max(1.0, dispersion) * (2 / after_usual + 2 / after_target); }
  bool differ() const { return after_usual > 0 && after_target < after_usual; }
};

Sides sides(const CoinHabits& habits, double ratio) {
  require_habits(habits, ratio);
  const double after_short = habits.rate * ratio / (1 + habits.short_share * (ratio - 1));
  const double as_usual = habits.waiting_ends_short + (1 - habits.waiting_ends_short) / ratio;
  const double obeyed = habits.obeyed / ratio;
  return {after_short * as_usual, after_short * (obeyed + (1 - habits.obeyed) * as_usual)};
}

}  // namespace

double coin_power(const CoinHabits& habits, double ratio, double days) {
  const Sides found = sides(habits, ratio);
  if (!found.differ() || !(days > 1)) return 0;
  const double coins = (days - 1) * habits.waiting_share * habits.known;
  const double errors = std::abs(found.log_ratio()) * std::sqrt(coins / found.spread(habits.dispersion));
  return boost::math::cdf(boost::math::normal_distribution<double>(), errors - normal_quantile(1 - p_at_the_end / 2));
}

CoinPlan coin_plan(const CoinHabits& habits, double ratio) {
  const double never = std::numeric_limits<double>::infinity();
  const Sides found = sides(habits, ratio);
  if (!found.differ()) return {1, never, never};
  const double z = (normal_quantile(1 - p_at_the_end / 2) + normal_quantile(power)) / found.log_ratio();
  CoinPlan plan{found.after_target / found.after_usual, z * z * found.spread(habits.dispersion), never};
  const double days = plan.coins / (habits.waiting_share * habits.known) + 1;
  if (std::isfinite(days)) plan.days = std::max(fewest_days, days_in_week * std::ceil(days / days_in_week));
  return plan;
}

std::vector<double> coin_evidence(std::span<const CoinDay> days, double rate_before) {
  std::array<double, stakes.size()> logs{};
  double seen_events = days_of_rate_before * rate_before;
  double seen_days = days_of_rate_before;
  std::vector<double> evidence;
  for (const CoinDay& day : days) {
    if (!day.events) continue;
    const double beyond = *day.events - seen_events / seen_days;
    double sum = 0;
    for (std::size_t place = 0; place < stakes.size(); ++place) {
      logs[place] += (day.target ? stakes[place] : -stakes[place]) * beyond - log_cosh(stakes[place] * beyond);
      sum += std::exp(logs[place]);
    }
    evidence.push_back(sum / static_cast<double>(stakes.size()));
    seen_events += *day.events;
    seen_days += 1;
  }
  return evidence;
}

double coin_exact_p(std::span<const CoinDay> days) {
  const auto used = used_days(days);
  auto weights = weights_of(used);
  std::int64_t difference = 0;
  std::int64_t all = 0;
  for (std::size_t place = 0; place < weights.size(); ++place) {
    difference += used[place].target ? weights[place] : -weights[place];
    weights[place] = std::abs(weights[place]);
    all += weights[place];
  }
  if (all == 0) return 1;
  return all <= most_sums ? exact_tail(weights, all, std::abs(difference)) : normal_tail(weights, std::abs(difference));
}

CoinEffect coin_effect(std::span<const CoinDay> days) {
  const auto used = used_days(days);
  CoinEffect effect;
  for (const CoinDay& day : used) {
    CoinSums& side = day.target ? effect.target : effect.usual;
    ++side.days;
    side.events += *day.events;
  }
  const CoinSums& target = effect.target;
  const CoinSums& usual = effect.usual;
  if (std::min(target.days, usual.days) < 2 || target.events + usual.events == 0) return effect;
  const double half = std::min(target.events, usual.events) == 0 ? 0.5 : 0;
  const double after_target = (target.events + half) / target.days;
  const double after_usual = (usual.events + half) / usual.days;
  // A side without events has no variance of its own: a Poisson count's of what was put in its place.
  const auto spread = [&](bool side, const CoinSums& sums, double mean) {
    const double variance = sums.events == 0 ? mean : variance_of(used, side, sums);
    return variance / (sums.days * mean * mean);
  };
  const double error = std::sqrt(spread(true, target, after_target) + spread(false, usual, after_usual));
  const double ratio = after_target / after_usual;
  const double reach = std::exp(normal_quantile(0.975) * error);
  effect.ratio = {ratio, ratio / reach, ratio * reach};
  effect.fewer_a_week = days_in_week * (after_usual - after_target);
  return effect;
}

CoinUnknown coin_unknown(std::span<const CoinDay> days) {
  CoinUnknown unknown;
  for (const CoinDay& day : days) {
    if (day.target) ++(day.events ? unknown.known_after_target : unknown.after_target);
    if (!day.target) ++(day.events ? unknown.known_after_usual : unknown.after_usual);
  }
  unknown.p = fisher_exact_p(
      {unknown.after_target, unknown.known_after_target, unknown.after_usual, unknown.known_after_usual});
  return unknown;
}

}  // namespace lytes::stats

#pragma once

#include <optional>
#include <span>
#include <vector>

#include "lytes/stats/estimate.hpp"

namespace lytes::stats {

// An experiment of one person with a fair coin: on some days it says whether to reach something or to leave the day as
// it is, and the events of the next day are counted. Only which side fell is random, so nothing else can lie behind a
// difference. docs/statistics.md has the formulas.

/// What is known of a person before the first coin.
struct CoinHabits {
  double rate = 0;                ///< events a day as usual
  double dispersion = 1;          ///< variance of the daily counts over their mean
  double short_share = 0;         ///< share of usual days that end short
  double waiting_share = 0;       ///< share of usual days that are still short when the coin is drawn
  double waiting_ends_short = 1;  ///< share of those that end short
  double obeyed = 0.85;           ///< share of coins that are done as they say
  double known = 0.9;             ///< share of coins whose next day will be known
};

struct CoinPlan {
  double expected_ratio;  ///< of the rates after the two sides of the coin, as obeyed: nearer 1 than 1 / ratio
  double coins;           ///< with a known next day
  double days;            ///< calendar days, whole weeks, at least four of them; infinite where nothing can be found
};

/// How likely an experiment of so many days is to find it.
/// @throws std::invalid_argument as `coin_plan`
double coin_power(const CoinHabits& habits, double ratio, double days);

/// How long it takes to find that days left short are followed by `ratio` times the events, in four cases of five, at
/// the 4 % that the end is tested at.
/// @throws std::invalid_argument for a ratio of 1 or less, shares outside 0 to 1, or a rate that is negative
CoinPlan coin_plan(const CoinHabits& habits, double ratio);

/// A day with a coin, and what followed.
struct CoinDay {
  bool target;                ///< the side that says: reach it
  std::optional<int> events;  ///< of the next day; empty where they are not known
};

/// What the days with a known next day come to. All in order of the days.
struct CoinSums {
  int days = 0;
  double events = 0;
};

/// The evidence against "the coin makes no difference" after each day with a known next day, in their order: 1 says
/// nothing, and of those without a difference at most one in a hundred ever sees 100, however often they look. Each
/// day's expectation rests on the days before it alone.
/// @param rate_before events a day before the first coin
std::vector<double> coin_evidence(std::span<const CoinDay> days, double rate_before);

/// The share of all ways in which the coins might have fallen that would have shown a difference at least as large as
/// these did; exact. 1 without a day. (With so many events that the exact way would take minutes, more than a diary can
/// hold, by the normal distribution with the exact variance.)
double coin_exact_p(std::span<const CoinDay> days);

/// Events after reaching it over events after leaving the day as it is: below 1 are fewer after reaching it.
/// Empty until both sides have two days with a known next day, and without any event.
struct CoinEffect {
  CoinSums target;
  CoinSums usual;
  std::optional<Estimate> ratio;       ///< 95 % interval of the normal distribution
  std::optional<double> fewer_a_week;  ///< on days left as they are, less on days that reach it
};
CoinEffect coin_effect(std::span<const CoinDay> days);

/// How often the next day is not known, after each side.
struct CoinUnknown {
  int after_target = 0;
  int known_after_target = 0;
  int after_usual = 0;
  int known_after_usual = 0;
  double p = 1;  ///< Fisher's exact, two-sided
};
CoinUnknown coin_unknown(std::span<const CoinDay> days);

/// What the experiment is decided by. Both together are wrong in at most 5 % of people without a difference.
inline constexpr double evidence_that_ends = 100;  ///< at any day
inline constexpr double p_at_the_end = 0.04;       ///< at the planned day, once
inline constexpr double p_of_unknown_days = 0.05;  ///< below which days were left unknown after one side too often

}  // namespace lytes::stats

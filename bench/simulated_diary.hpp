#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <random>
#include <vector>

#include "lytes/stats/series.hpp"

/// Diaries of people who do not exist, for measuring how often a statistic is wrong.
namespace simulated {

using lytes::stats::SeriesData;

/// What makes a diary hard. Strengths are on the scale of log rates for spasms and of standard deviations for intake.
struct Habits {
  double spasms_a_day = 0.3;
  double deficient_share = 0.4;
  double missing_share = 0.2;       ///< of days, in runs of three on average
  double partial_share = 0.0;       ///< of the other days: spasms known, intake not complete
  double rate_ratio = 1.0;          ///< what a deficient yesterday does to today's spasms
  double intake_persistence = 0.5;  ///< correlation of one day's intake with the next
  double spasm_persistence = 0.0;   ///< the same of the latent log rate
  double spasm_spread = 0.0;        ///< standard deviation of that log rate
  double regimes = 0.0;        ///< good and bad spells, 30 days on average, this far apart in log rate and in intake
  double drift = 0.0;          ///< a slow wave that spasms and intake share, its height in both
  double weekly = 0.0;         ///< weekends: more spasms, less intake
  double after_a_spasm = 0.0;  ///< how much more is taken on a day with a spasm
};

struct Diary {
  SeriesData spasms;
  std::array<SeriesData, 3> deficient;
  int first_weekday = 0;
};

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}

  Diary diary(std::size_t days, const Habits& habits) {
    const std::size_t before = 60;  // so that no stream starts from rest
    const std::size_t all = days + before;
    const std::vector<double> drift = slow_wave(all);
    const std::vector<double> spells = regimes(all);
    const std::vector<double> latent = persistent(all, habits.spasm_persistence);
    const std::vector<double> common = persistent(all, habits.intake_persistence);
    std::array<std::vector<double>, 3> own;
    for (auto& stream : own) stream = persistent(all, habits.intake_persistence);
    const std::size_t first_weekday = random_() % 7;

    Diary diary;
    diary.first_weekday = static_cast<int>((first_weekday + before) % 7);
    std::array<double, 3> yesterday{};
    double count_yesterday = 0.0;
    const double level = habits.spasms_a_day * std::exp(-0.5 * habits.spasm_spread * habits.spasm_spread) /
                         (1.0 + habits.deficient_share * (habits.rate_ratio - 1.0));
    const double cut = quantile(1.0 - habits.deficient_share);
    for (std::size_t day = 0; day < all; ++day) {
      const bool weekend = (first_weekday + day) % 7 >= 5;
      const double shared = habits.drift * drift[day] + habits.regimes * spells[day] + (weekend ? habits.weekly : 0.0);
      double log_rate = std::log(level) + shared + habits.spasm_spread * latent[day];
      if (yesterday[0] > 0.0) log_rate += std::log(habits.rate_ratio);
      const double count =
          static_cast<double>(std::poisson_distribution<int>(std::exp(std::min(log_rate, 4.0)))(random_));
      for (std::size_t stream = 0; stream < 3; ++stream) {
        // The three share half of their variance: one meal holds them all.
        const double want = std::sqrt(0.5) * (common[day] + own[stream][day]) + shared;
        const double taken_more = count + count_yesterday > 0.0 ? habits.after_a_spasm : 0.0;
        const double deficient = want - taken_more > cut ? 1.0 : 0.0;
        if (day >= before) diary.deficient[stream].values.push_back(deficient);
        yesterday[stream] = deficient;
      }
      count_yesterday = count;
      if (day >= before) diary.spasms.values.push_back(count);
    }
    diary.spasms.known = known_days(days, habits.missing_share);
    for (auto& stream : diary.deficient) {
      stream.known = diary.spasms.known;
      for (auto& known : stream.known) known = known != 0 && uniform() >= habits.partial_share ? 1 : 0;
    }
    return diary;
  }

 private:
  double uniform() { return std::uniform_real_distribution<double>(0.0, 1.0)(random_); }
  double normal() { return std::normal_distribution<double>()(random_); }

  /// Of the standard normal, by bisection: called once a diary.
  static double quantile(double p) {
    double low = -6.0, high = 6.0;
    for (int step = 0; step < 60; ++step) {
      const double middle = 0.5 * (low + high);
      (0.5 * std::erfc(-middle / std::numbers::sqrt2) < p ? low : high) = middle;
    }
    return 0.5 * (low + high);
  }

  /// First-order autoregression with unit variance.
  std::vector<double> persistent(std::size_t days, double persistence) {
    std::vector<double> values(days);
    double value = normal();
    for (double& day : values) {
      value = persistence * value + std::sqrt(1.0 - persistence * persistence) * normal();
      day = value;
    }
    return values;
  }

  /// A sine of a period between four months and a year.
  std::vector<double> slow_wave(std::size_t days) {
    const double period = 120.0 + 245.0 * uniform();
    const double phase = 2.0 * std::numbers::pi * uniform();
    std::vector<double> values(days);
    for (std::size_t day = 0; day < days; ++day) {
      values[day] = std::sin(2.0 * std::numbers::pi * static_cast<double>(day) / period + phase);
    }
    return values;
  }

  /// -1/2 and 1/2, changing with a chance of one in thirty a day.
  std::vector<double> regimes(std::size_t days) {
    std::vector<double> values(days);
    double state = uniform() < 0.5 ? -0.5 : 0.5;
    for (double& day : values) {
      if (uniform() < 1.0 / 30.0) state = -state;
      day = state;
    }
    return values;
  }

  std::vector<std::uint8_t> known_days(std::size_t days, double missing_share) {
    std::vector<std::uint8_t> known;
    const double end_a_gap = 1.0 / 3.0;
    const double begin_a_gap = end_a_gap * missing_share / (1.0 - missing_share);
    bool missing = uniform() < missing_share;
    for (std::size_t day = 0; day < days; ++day) {
      missing = missing ? uniform() >= end_a_gap : uniform() < begin_a_gap;
      known.push_back(missing ? 0 : 1);
    }
    return known;
  }

  std::mt19937_64 random_;
};

}  // namespace simulated

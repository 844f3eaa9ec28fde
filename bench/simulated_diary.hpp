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

/// What makes a diary hard. Where one strength holds for spasms and intake, it is on the scale of log rates for the
/// ones and of standard deviations for the other: more spasms, less intake.
struct Habits {
  double spasms_a_day = 0.35;     ///< usually, after a day with enough magnesium
  bool at_most_one = false;       ///< a day has a spasm or none, as that likely
  double ratio = 1.0;             ///< what a day short of magnesium does to the next
  double ratio_of_week = 1.0;     ///< what seven such days do to the next, in proportion to their number
  double short_share = 0.4;       ///< of days
  double gap_share = 0.08;        ///< of days nothing is known, in runs of three on average
  double partial_share = 0.05;    ///< of the others only spasms
  double persistence = 0.5;       ///< correlation of one day's intake with the next
  double common_share = 0.5;      ///< of the variance of intake that water, magnesium and potassium share
  double season = 0.0;            ///< a wave of a year in both
  double weekend = 0.0;           ///< in both
  double steps = 0.0;             ///< three a year, up or down, in both
  double drift = 0.0;             ///< from the first day to the last of a year, in both
  double flare_ups = 1.0;         ///< times the rate in spells of a week, one in six weeks or so
  double less_on_bad_days = 0.0;  ///< less intake on a day with a spasm
  double copied_share = 0.0;      ///< of days, that are the day before once more
  double stress = 0.0;            ///< a standard deviation of it, in both: intake of its day, spasms of the next
  double stress_logged = 0.0;     ///< share of days
  double heat_waves = 0.0;   ///< five of eight days a year, in both: intake of the day, water most, spasms of the next
  bool heat_logged = false;  ///< daily, from 0 to 10
  double announced = 0.0;    ///< spasms that a day announces: more magnesium on it, more spasms on the next
};

struct Diary {
  SeriesData spasms;
  std::array<std::vector<int>, 3> intake;  ///< water ml, magnesium mg, potassium mg
  std::array<SeriesData, 3> deficient;     ///< known on complete days
  SeriesData stress;
  SeriesData heat;
  int first_weekday = 0;
  double extra_per_week = 0.0;  ///< spasms that days short of magnesium bring, by the truth
};

inline constexpr std::array<double, 3> targets = {2000.0, 350.0, 3500.0};
inline constexpr std::size_t magnesium = 1;

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}

  Diary diary(std::size_t days, const Habits& habits) {
    const Past past = past_of(days, habits);
    Diary diary;
    diary.first_weekday = static_cast<int>((past.first_weekday + lead_in) % 7);
    std::vector<double> counts;
    std::array<std::vector<int>, 3> intake;
    double extra = 0.0;
    for (std::size_t day = 0; day < days + lead_in; ++day) {
      if (day > 0 && uniform() < habits.copied_share) {
        counts.push_back(counts.back());
        for (auto& stream : intake) stream.push_back(stream.back());
        continue;
      }
      const double log_effect = effect(intake[magnesium], day, habits);
      const double rate = std::exp(past.log_rate[day] + log_effect);
      counts.push_back(habits.at_most_one ? (uniform() < rate ? 1.0 : 0.0)
                                          : static_cast<double>(std::poisson_distribution<int>(rate)(random_)));
      if (day >= lead_in) extra += rate * (1.0 - std::exp(-log_effect));
      const double less = counts.back() > 0.0 ? habits.less_on_bad_days : 0.0;
      for (std::size_t stream = 0; stream < 3; ++stream) {
        intake[stream].push_back(
            static_cast<int>(std::lround(targets[stream] * std::exp(0.2 * (past.appetite[stream][day] - less)))));
      }
    }
    diary.extra_per_week = 7.0 * extra / static_cast<double>(days);
    log(past, counts, intake, habits, diary);
    return diary;
  }

 private:
  static constexpr std::size_t lead_in = 60;  ///< so that no stream starts from rest

  /// All that does not depend on spasms.
  struct Past {
    std::size_t first_weekday;
    std::vector<double> log_rate;
    std::array<std::vector<double>, 3> appetite;  ///< above 0: enough
    std::vector<double> stress;
    std::vector<double> heat;
  };

  static double effect(const std::vector<int>& taken, std::size_t day, const Habits& habits) {
    const auto is_short = [&](std::size_t back) {
      return day >= back && taken[day - back] < targets[magnesium] ? 1.0 : 0.0;
    };
    double week = 0.0;
    for (std::size_t back = 1; back <= 7; ++back) week += is_short(back) / 7.0;
    return std::log(habits.ratio) * is_short(1) + std::log(habits.ratio_of_week) * week;
  }

  Past past_of(std::size_t days, const Habits& habits) {
    const std::size_t all = days + lead_in;
    Past past;
    past.first_weekday = random_() % 7;
    const std::vector<double> both = shared(all, past.first_weekday, habits);
    const std::vector<double> flares = spells(all, 7.0, 35.0);
    const std::vector<double> common = persistent(all, habits.persistence);
    const std::vector<double> stress = persistent(all, 0.6);
    const std::vector<double> waves = spells(all, 8.0, 65.0);
    std::vector<double> announcing(all);
    for (std::size_t day = 0; day < all; ++day) {
      past.stress.push_back(std::clamp(std::round(4.5 + 2.1 * stress[day]), 0.0, 10.0));
      past.heat.push_back(std::floor(waves[day] > 0.0 ? 6.0 + 4.0 * uniform() : 3.0 * uniform()));
      announcing[day] = uniform() < 0.15 ? 1.0 : 0.0;
      double log_rate = std::log(habits.spasms_a_day) + both[day] + flares[day] * std::log(habits.flare_ups);
      if (day > 0) {
        log_rate += habits.stress * (past.stress[day - 1] - 4.5) / 2.1 + habits.heat_waves * waves[day - 1] +
                    habits.announced * announcing[day - 1];
      }
      past.log_rate.push_back(log_rate);
    }
    const double cut = quantile(habits.short_share);
    for (std::size_t stream = 0; stream < 3; ++stream) {
      const std::vector<double> own = persistent(all, habits.persistence);
      for (std::size_t day = 0; day < all; ++day) {
        const double usual =
            std::sqrt(habits.common_share) * common[day] + std::sqrt(1.0 - habits.common_share) * own[day];
        const double kept = stream == 0 ? 1.0 : 0.3;  // heat takes water most
        past.appetite[stream].push_back(usual - cut - both[day] - habits.stress * (past.stress[day] - 4.5) / 2.1 -
                                        kept * habits.heat_waves * waves[day] +
                                        (stream == magnesium ? habits.announced * announcing[day] : 0.0));
      }
    }
    return past;
  }

  /// Year, week, steps and drift.
  std::vector<double> shared(std::size_t days, std::size_t first_weekday, const Habits& habits) {
    const double phase = 2.0 * std::numbers::pi * uniform();
    const double drift = habits.drift * (uniform() < 0.5 ? 1.0 : -1.0);
    std::vector<double> values(days);
    double level = 0.0;
    for (std::size_t day = 0; day < days; ++day) {
      const double year = static_cast<double>(day) / 365.0;
      if (uniform() < 3.0 / 365.0) level = habits.steps * (uniform() < 0.5 ? -1.0 : 1.0);
      const bool weekend = (first_weekday + day) % 7 >= 5;
      values[day] = habits.season * std::sin(2.0 * std::numbers::pi * year + phase) + (weekend ? habits.weekend : 0.0) +
                    level + drift * (year - 0.5);
    }
    return values;
  }

  void log(const Past& past, const std::vector<double>& counts, const std::array<std::vector<int>, 3>& intake,
           const Habits& habits, Diary& diary) {
    const auto later = [](const auto& values) { return std::vector(values.begin() + lead_in, values.end()); };
    const std::size_t days = counts.size() - lead_in;
    diary.spasms = {later(counts), known_days(days, habits.gap_share)};
    diary.stress = {later(past.stress), diary.spasms.known};
    diary.heat = {later(past.heat), diary.spasms.known};
    std::vector<std::uint8_t> complete = diary.spasms.known;
    for (std::size_t day = 0; day < days; ++day) {
      if (uniform() < habits.partial_share) complete[day] = 0;
      if (uniform() >= habits.stress_logged) diary.stress.known[day] = 0;
      if (!habits.heat_logged) diary.heat.known[day] = 0;
    }
    for (std::size_t stream = 0; stream < 3; ++stream) {
      diary.intake[stream] = later(intake[stream]);
      diary.deficient[stream].known = complete;
      for (const int taken : diary.intake[stream]) {
        diary.deficient[stream].values.push_back(taken < targets[stream] ? 1.0 : 0.0);
      }
    }
  }

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

  /// 1 within spells and 0 between them, both as long as given on average.
  std::vector<double> spells(std::size_t days, double length, double between) {
    std::vector<double> values(days);
    bool inside = uniform() < length / (length + between);
    for (double& day : values) {
      inside = inside ? uniform() >= 1.0 / length : uniform() < 1.0 / between;
      day = inside ? 1.0 : 0.0;
    }
    return values;
  }

  std::vector<std::uint8_t> known_days(std::size_t days, double gap_share) {
    std::vector<std::uint8_t> known;
    const double end_a_gap = 1.0 / 3.0;
    const double begin_a_gap = end_a_gap * gap_share / (1.0 - gap_share);
    bool gap = uniform() < gap_share;
    for (std::size_t day = 0; day < days; ++day) {
      gap = gap ? uniform() >= end_a_gap : uniform() < begin_a_gap;
      known.push_back(gap ? 0 : 1);
    }
    return known;
  }

  std::mt19937_64 random_;
};

}  // namespace simulated

// How long the statistics take. One thread; see docs/statistics.md for figures and the peers they stand beside.

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

#include "lytes/stats/design.hpp"
#include "lytes/stats/joint_model.hpp"
#include "lytes/stats/lag_screen.hpp"
#include "lytes/stats/newey_west.hpp"
#include "lytes/stats/poisson_regression.hpp"
#include "lytes/stats/shift_calibrated_effect.hpp"
#include "simulated_diary.hpp"

using namespace lytes::stats;

namespace {

simulated::Habits ordinary() {
  simulated::Habits habits;
  habits.flare_ups = 4.0;
  return habits;
}

struct ManyExposures {
  simulated::Diary diary;
  std::vector<SeriesData> series;
  std::vector<Series> exposures;
  std::vector<Hypothesis> hypotheses;

  ManyExposures(std::size_t days, std::size_t count) {
    simulated::Generator generator(1);
    diary = generator.diary(days, ordinary());
    for (std::size_t made = 0; made < count; ++made) {
      simulated::Diary other = generator.diary(days, ordinary());
      series.push_back(std::move(other.deficient[0]));
    }
    exposures.assign(series.begin(), series.end());
    for (std::size_t exposure = 0; exposure < count; ++exposure) {
      for (int lag = 0; lag < 8; ++lag) hypotheses.push_back({exposure, lag});
    }
  }
};

/// 12 exposures x 8 lags, all shifts, step-down max-T, from bare counts: the null model is part of it.
void screen_12_by_8(benchmark::State& state) {
  const ManyExposures many(static_cast<std::size_t>(state.range(0)), 12);
  for (auto _ : state) {
    const Outcome outcome(many.diary.spasms, many.diary.first_weekday);
    benchmark::DoNotOptimize(lag_screen(outcome, many.exposures, many.hypotheses));
  }
  state.SetComplexityN(state.range(0));
}
BENCHMARK(screen_12_by_8)
    ->Arg(365)
    ->Arg(3650)
    ->Arg(3659)
    ->Arg(36500)
    ->Unit(benchmark::kMillisecond)
    ->Complexity(benchmark::oNLogN);

/// 3 exposures x 8 lags with the calibrated estimate of each.
void screen_3_by_8_with_estimates(benchmark::State& state) {
  const ManyExposures many(static_cast<std::size_t>(state.range(0)), 3);
  LagScreenOptions options;
  options.with_estimates = true;
  for (auto _ : state) {
    const Outcome outcome(many.diary.spasms, many.diary.first_weekday);
    benchmark::DoNotOptimize(lag_screen(outcome, many.exposures, many.hypotheses, options));
  }
}
BENCHMARK(screen_3_by_8_with_estimates)->Arg(365)->Arg(3650)->Unit(benchmark::kMillisecond);

void outcome_alone(benchmark::State& state) {
  const ManyExposures many(static_cast<std::size_t>(state.range(0)), 1);
  for (auto _ : state) benchmark::DoNotOptimize(Outcome(many.diary.spasms, many.diary.first_weekday).days());
}
BENCHMARK(outcome_alone)->Arg(365)->Arg(3650)->Arg(36500)->Unit(benchmark::kMillisecond);

void headline_estimate(benchmark::State& state) {
  const ManyExposures many(static_cast<std::size_t>(state.range(0)), 1);
  const Outcome outcome(many.diary.spasms, many.diary.first_weekday);
  for (auto _ : state) benchmark::DoNotOptimize(shift_calibrated_effect(outcome, many.exposures[0], 1));
}
BENCHMARK(headline_estimate)->Arg(365)->Arg(3650)->Arg(36500)->Unit(benchmark::kMillisecond);

/// A constant and 29 columns, of which six are short days or not, as bench/peers/count_models has them.
struct PlainModel {
  explicit PlainModel(std::size_t days)
      : design(days), counts{std::vector<double>(days), std::vector<std::uint8_t>(days, 1)} {
    std::mt19937_64 random(7);
    std::normal_distribution<double> normal;
    std::bernoulli_distribution is_short(0.4);
    std::vector<double> rates(days, -1.2);
    std::vector<double> column(days, 1.0);
    design.add_column(column);
    for (int made = 0; made < 29; ++made) {
      const double effect = 0.08 * normal(random);
      for (std::size_t day = 0; day < days; ++day) {
        column[day] = made < 6 ? static_cast<double>(is_short(random)) : normal(random);
        rates[day] += effect * column[day];
      }
      design.add_column(column);
    }
    for (std::size_t day = 0; day < days; ++day) {
      std::gamma_distribution<double> waves(1.5, std::exp(rates[day]) / 1.5);
      counts.values[day] = static_cast<double>(std::poisson_distribution<int>(waves(random))(random));
    }
  }

  Design design;
  SeriesData counts;
};

void count_model(benchmark::State& state) {
  const PlainModel model(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(poisson_regression(model.design, model.counts));
}
BENCHMARK(count_model)->Arg(365)->Arg(3650)->Unit(benchmark::kMillisecond);

void newey_west(benchmark::State& state) {
  const PlainModel model(static_cast<std::size_t>(state.range(0)));
  const CountFit fit = poisson_regression(model.design, model.counts);
  for (auto _ : state) benchmark::DoNotOptimize(newey_west_errors(model.design, fit, 9));
}
BENCHMARK(newey_west)->Arg(365)->Arg(3650)->Unit(benchmark::kMillisecond);

/// Three exposures beside each other and seven factors, of the day before and of the week before.
void one_look(benchmark::State& state) {
  const ManyExposures many(static_cast<std::size_t>(state.range(0)), 10);
  JointData data{many.diary.first_weekday, many.diary.spasms, {}, {}};
  for (std::size_t place = 0; place < 10; ++place) {
    (place < 3 ? data.exposures : data.factors).push_back(many.exposures[place]);
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(joint_model(data));
    benchmark::DoNotOptimize(joint_model(data, {Past::WeekBefore, {}, true}));
  }
}
BENCHMARK(one_look)->Arg(365)->Arg(3650)->Arg(36500)->Unit(benchmark::kMillisecond);

}  // namespace

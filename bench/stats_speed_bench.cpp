// How long the statistics take. One thread; see docs/statistics.md for figures and the peers they stand beside.

#include <benchmark/benchmark.h>

#include <cmath>
#include <random>
#include <vector>

#include "lytes/stats/lag_screen.hpp"
#include "lytes/stats/negative_binomial.hpp"
#include "lytes/stats/shift_calibrated_effect.hpp"
#include "simulated_diary.hpp"

using namespace lytes::stats;

namespace {

simulated::Habits ordinary() {
  simulated::Habits habits;
  habits.spasm_persistence = 0.7;
  habits.spasm_spread = 0.5;
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

/// Beside eight covariates.
void adjusted_estimate(benchmark::State& state) {
  const ManyExposures many(static_cast<std::size_t>(state.range(0)), 9);
  const Outcome outcome(many.diary.spasms, many.diary.first_weekday);
  std::vector<Covariate> covariates;
  for (std::size_t other = 1; other < 9; ++other) {
    covariates.push_back({many.exposures[other], 1});
  }
  std::vector<SeriesData> complete = many.series;
  for (std::size_t other = 1; other < 9; ++other) {
    complete[other].known.assign(complete[other].known.size(), 1);
    covariates[other - 1].series = complete[other];
  }
  for (auto _ : state) benchmark::DoNotOptimize(adjusted_effect(outcome, many.exposures[0], 1, covariates));
}
BENCHMARK(adjusted_estimate)->Arg(365)->Arg(3650)->Unit(benchmark::kMillisecond);

/// Full columns, theta 1.5: 6 of zeros and ones, 23 normal, an intercept.
void negative_binomial_30_columns(benchmark::State& state) {
  const std::size_t days = static_cast<std::size_t>(state.range(0));
  std::mt19937_64 random(2);
  std::normal_distribution<double> normal;
  std::vector<double> log_mean(days, std::log(0.3));
  Design design(days);
  design.add_column(std::vector<double>(days, 1.0));
  for (int column = 1; column < 30; ++column) {
    const double effect = 0.08 * normal(random);
    std::vector<double> values(days);
    for (std::size_t day = 0; day < days; ++day) {
      values[day] = column < 7 ? (random() % 10 < 4 ? 1.0 : 0.0) : normal(random);
      log_mean[day] += effect * values[day];
    }
    design.add_column(values);
  }
  SeriesData counts{std::vector<double>(days), std::vector<std::uint8_t>(days, 1)};
  for (std::size_t day = 0; day < days; ++day) {
    const double rate = std::gamma_distribution<double>(1.5, std::exp(log_mean[day]) / 1.5)(random);
    counts.values[day] = static_cast<double>(std::poisson_distribution<int>(rate)(random));
  }
  for (auto _ : state) benchmark::DoNotOptimize(negative_binomial_regression(design, counts));
}
BENCHMARK(negative_binomial_30_columns)->Arg(3650)->Unit(benchmark::kMillisecond);

}  // namespace

#include "lytes/stats/circular_shift.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>

#include "lytes/stats/outcome.hpp"
#include "lytes/stats/ranks.hpp"
#include "outcome_parts.hpp"
#include "score_statistics.hpp"

using namespace lytes::stats;
using Catch::WithinAbs;
using Catch::WithinRel;

namespace {

std::vector<double> random_values(std::size_t days, std::mt19937_64& random) {
  std::normal_distribution<double> normal;
  std::vector<double> values(days);
  for (double& value : values) value = normal(random);
  return values;
}

SeriesData random_series(std::size_t days, std::mt19937_64& random) {
  SeriesData series{random_values(days, random), std::vector<std::uint8_t>(days)};
  for (auto& known : series.known) known = random() % 5 != 0 ? 1 : 0;
  return series;
}

double direct_sum(const std::vector<double>& a, const std::vector<double>& b, std::size_t shift) {
  double sum = 0.0;
  for (std::size_t day = 0; day < a.size(); ++day) sum += a[day] * b[(day + a.size() - shift) % a.size()];
  return sum;
}

double direct_pearson(Series x, Series y, std::size_t shift) {
  std::vector<double> from, to;
  for (std::size_t day = 0; day < x.days(); ++day) {
    const std::size_t back = (day + x.days() - shift) % x.days();
    if (!y.known[day] || !x.known[back]) continue;
    from.push_back(x.values[back]);
    to.push_back(y.values[day]);
  }
  double mean_x = 0.0, mean_y = 0.0, xx = 0.0, yy = 0.0, xy = 0.0;
  for (std::size_t pair = 0; pair < from.size(); ++pair) mean_x += from[pair], mean_y += to[pair];
  mean_x /= static_cast<double>(from.size());
  mean_y /= static_cast<double>(from.size());
  for (std::size_t pair = 0; pair < from.size(); ++pair) {
    xx += (from[pair] - mean_x) * (from[pair] - mean_x);
    yy += (to[pair] - mean_y) * (to[pair] - mean_y);
    xy += (from[pair] - mean_x) * (to[pair] - mean_y);
  }
  return xy / std::sqrt(xx * yy);
}

/// T(s) by its definition, from the parts that the fast path uses.
std::vector<double> direct_statistics(const NullModel& null, Series exposure) {
  const std::size_t days = exposure.days();
  const Vector weights = null.expected.cwiseProduct(indicator(exposure));
  const Design design(null.calendar);
  const Vector response = zero_filled(exposure);
  const Vector fitted =
      times(design,
            GramFactor(weighted_gram(design, weights)).solve(transpose_times(design, response.cwiseProduct(weights))));
  std::vector<double> statistics(days);
  for (std::size_t shift = 0; shift < days; ++shift) {
    double sum = 0.0, squares = 0.0;
    for (std::size_t day = 0; day < days; ++day) {
      const std::size_t back = (day + days - shift) % days;
      if (!exposure.known[back]) continue;
      const double own = response[static_cast<Eigen::Index>(back)] - fitted[static_cast<Eigen::Index>(back)];
      const double residual = null.residual[static_cast<Eigen::Index>(day)];
      sum += residual * own;
      squares += residual * residual * own * own;
    }
    statistics[shift] = squares > 0.0 ? sum / std::sqrt(squares) : 0.0;
  }
  return statistics;
}

}  // namespace

TEST_CASE("circular correlation by FFT is the direct sum for every length from 1 to 400") {
  std::mt19937_64 random(11);
  for (std::size_t days = 1; days <= 400; ++days) {
    const std::vector<double> a = random_values(days, random);
    const std::vector<double> b = random_values(days, random);
    const std::vector<double> fast = circular_correlation(a, b);
    REQUIRE(fast.size() == days);
    double worst = 0.0;
    for (std::size_t shift = 0; shift < days; ++shift) {
      worst = std::max(worst, std::abs(fast[shift] - direct_sum(a, b, shift)));
    }
    INFO(days << " days");
    CHECK(worst < 1e-11);
  }
}

TEST_CASE("a prime number of days costs no accuracy") {
  std::mt19937_64 random(12);
  const std::vector<double> a = random_values(3659, random);
  const std::vector<double> b = random_values(3659, random);
  const std::vector<double> fast = circular_correlation(a, b);
  for (const std::size_t shift : {std::size_t{0}, std::size_t{1}, std::size_t{1829}, std::size_t{3658}}) {
    CHECK_THAT(fast[shift], WithinAbs(direct_sum(a, b, shift), 1e-9));
  }
}

TEST_CASE("shifted Pearson is the plain one over the days that are known in both") {
  std::mt19937_64 random(13);
  for (const std::size_t days : {2u, 3u, 17u, 60u, 97u, 211u}) {
    const SeriesData x = random_series(days, random);
    const SeriesData y = random_series(days, random);
    const ShiftedCorrelations shifted = shifted_pearson(x, y);
    for (std::size_t shift = 0; shift < days; ++shift) {
      if (shifted.pairs[shift] < 3) continue;
      CHECK_THAT(shifted.r[shift], WithinAbs(direct_pearson(x, y, shift), 1e-9));
    }
  }
}

TEST_CASE("the fast score statistic is its definition, on random diaries with masks") {
  std::mt19937_64 random(14);
  for (const std::size_t days : {31u, 97u, 240u, 365u}) {
    for (const double rate : {0.2, 0.9}) {
      SeriesData counts = random_series(days, random);
      for (double& count : counts.values) count = std::poisson_distribution<int>(rate)(random);
      SeriesData exposure = random_series(days, random);
      for (double& value : exposure.values) value = value > 0.3 ? 1.0 : 0.0;
      const Outcome outcome(counts, 3);
      const OutcomeParts& parts = outcome.parts();
      const NullModel& null = parts.null_model(calendar_for(parts.events));
      const std::vector<double> fast = score_statistics(parts, null, exposure);
      const std::vector<double> direct = direct_statistics(null, exposure);
      double worst = 0.0;
      for (std::size_t shift = 0; shift < days; ++shift) worst = std::max(worst, std::abs(fast[shift] - direct[shift]));
      INFO(days << " days, rate " << rate);
      CHECK(worst < 1e-9);
      for (const int at : {-1, 0, 1, 5}) CHECK(shift_test(fast, at).p == shift_test(direct, at).p);
    }
  }
}

TEST_CASE("the observed statistic is the one at its own shift, counted as the others are") {
  const std::vector<double> statistics = {3.0, 0.1, -0.2, 0.3, 0.1, -0.1, 0.2, 0.1, -4.0, 0.2};
  const ShiftTest test = shift_test(statistics, 0, 1);
  CHECK(test.observed == 3.0);
  CHECK(test.shifts == 7);  // ten days less the shift itself and one to either side
  CHECK_THAT(test.p, WithinAbs(2.0 / 8.0, 1e-15));
  CHECK_THAT(test.spread, WithinRel(std::sqrt((0.04 + 0.09 + 0.01 + 0.01 + 0.04 + 0.01 + 16.0) / 7.0), 1e-12));
  CHECK(shift_test(statistics, -1, 1).observed == 0.2);
  CHECK(shift_test(statistics, 9, 1).p == shift_test(statistics, -1, 1).p);
  CHECK(shift_test(statistics, 19, 1).p == shift_test(statistics, -1, 1).p);
}

TEST_CASE("shifting both streams alike changes no shift result") {
  std::mt19937_64 random(15);
  const SeriesData x = random_series(101, random);
  const SeriesData y = random_series(101, random);
  const auto turned = [](SeriesData series) {
    std::rotate(series.values.begin(), series.values.begin() + 40, series.values.end());
    std::rotate(series.known.begin(), series.known.begin() + 40, series.known.end());
    return series;
  };
  const ShiftedCorrelations there = shifted_spearman(x, y);
  const ShiftedCorrelations again = shifted_spearman(turned(x), turned(y));
  for (std::size_t shift = 0; shift < 101; ++shift) CHECK_THAT(again.r[shift], WithinAbs(there.r[shift], 1e-10));
}

TEST_CASE("a diary shorter than twice the guard has no shifts and says so") {
  const std::vector<double> statistics(15, 1.0);
  CHECK(shift_test(statistics, 1).shifts == 0);
  CHECK(shift_test(statistics, 1).p == 1.0);
  CHECK(shift_test(std::vector<double>(16, 1.0), 1).shifts == 1);
  CHECK(shift_test({}, 1).shifts == 0);
}

TEST_CASE("circular distance goes the short way round") {
  CHECK(circular_distance(0, 1, 10) == 1);
  CHECK(circular_distance(9, 1, 10) == 2);
  CHECK(circular_distance(1, -1, 10) == 2);
  CHECK(circular_distance(-23, 2, 10) == 5);
}

TEST_CASE("constant, empty and mismatched streams") {
  const SeriesData constant{std::vector<double>(30, 2.0), std::vector<std::uint8_t>(30, 1)};
  std::mt19937_64 random(16);
  const SeriesData varied = random_series(30, random);
  for (const double r : shifted_pearson(constant, varied).r) CHECK(r == 0.0);
  SeriesData unknown = varied;
  unknown.known.assign(30, 0);
  for (const std::size_t pairs : shifted_spearman(unknown, varied).pairs) CHECK(pairs == 0);
  CHECK(circular_correlation({}, {}).empty());
  CHECK(shifted_pearson({}, {}).r.empty());
  CHECK_THROWS_AS(circular_correlation(std::vector<double>(3), std::vector<double>(4)), std::invalid_argument);
  CHECK_THROWS_AS(shifted_pearson(varied, random_series(31, random)), std::invalid_argument);
  SeriesData infinite = varied;
  infinite.known[4] = 1;
  infinite.values[4] = std::numeric_limits<double>::infinity();
  CHECK_THROWS_AS(shifted_spearman(infinite, varied), std::invalid_argument);
}

TEST_CASE("an exposure that is the same on every day has no statistic, and not one made of rounding") {
  std::mt19937_64 random(19);
  SeriesData counts{std::vector<double>(200), std::vector<std::uint8_t>(200, 1)};
  for (double& count : counts.values) count = static_cast<double>(random() % 3);
  SeriesData always{std::vector<double>(200, 1.0), std::vector<std::uint8_t>(200, 1)};
  for (std::size_t day = 0; day < 200; day += 9) always.known[day] = 0;
  const Outcome outcome(counts, 2);
  const OutcomeParts& parts = outcome.parts();
  for (const CalendarForm form : {CalendarForm::WeekendAndTrend, CalendarForm::WeekdaysAndSpline}) {
    for (const double t : score_statistics(parts, parts.null_model(form), always)) CHECK(t == 0.0);
  }
}

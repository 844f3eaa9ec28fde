#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <memory>
#include <random>
#include <stdexcept>

#include "lytes/stats/newey_west.hpp"
#include "lytes/stats/poisson_regression.hpp"

using namespace lytes::stats;
using Catch::WithinAbs;
using Catch::WithinRel;

namespace {

SeriesData counts_of(std::vector<double> values) {
  const std::size_t days = values.size();
  return {std::move(values), std::vector<std::uint8_t>(days, 1)};
}

Design with_intercept(std::size_t days) {
  Design design(days);
  design.add_column(std::vector<double>(days, 1.0));
  return design;
}

std::vector<double> alternating(std::size_t days) {
  std::vector<double> values(days);
  for (std::size_t day = 0; day < days; ++day) values[day] = day % 2 == 0 ? 1.0 : 0.0;
  return values;
}

SeriesData over_dispersed(std::size_t days, double theta, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  SeriesData counts = counts_of(std::vector<double>(days));
  for (double& count : counts.values) {
    const double rate = std::gamma_distribution<double>(theta, 0.8 / theta)(random);
    count = std::poisson_distribution<int>(rate)(random);
  }
  return counts;
}

}  // namespace

TEST_CASE("with a level for each arm the Poisson coefficients are the log rates") {
  const std::vector<double> arm = alternating(8);
  Design design = with_intercept(8);
  design.add_column(arm);
  const CountFit fit = poisson_regression(design, counts_of({6, 1, 4, 0, 2, 1, 0, 2}));
  REQUIRE(fit.status == Status::Ok);
  CHECK_THAT(fit.coefficients[0], WithinRel(std::log(4.0 / 4.0), 1e-9) || WithinAbs(0.0, 1e-9));
  CHECK_THAT(fit.coefficients[1], WithinRel(std::log(12.0 / 4.0), 1e-9));
  CHECK_THAT(fit.standard_error(1), WithinRel(std::sqrt(1.0 / 12.0 + 1.0 / 4.0), 1e-9));
}

TEST_CASE("counts without a row, without an event or without a column cannot be fitted") {
  SeriesData unknown = counts_of({1, 2, 3});
  unknown.known.assign(3, 0);
  CHECK(poisson_regression(with_intercept(3), unknown).status == Status::TooFewEvents);
  CHECK(poisson_regression(with_intercept(3), counts_of({0, 0, 0})).status == Status::TooFewEvents);
  CHECK(poisson_regression(Design(3), counts_of({1, 0, 0})).status == Status::TooFewEvents);
  CHECK(poisson_regression(Design(std::size_t{0}), counts_of({})).status == Status::TooFewEvents);
}

TEST_CASE("a single event gives a level and no more") {
  const CountFit fit = poisson_regression(with_intercept(4), counts_of({0, 1, 0, 0}));
  CHECK(fit.status == Status::Ok);
  CHECK_THAT(fit.coefficients[0], WithinRel(std::log(0.25), 1e-9));
}

TEST_CASE("separation is a status, and names the column") {
  Design design = with_intercept(8);
  design.add_column(alternating(8));
  const CountFit fit = poisson_regression(design, counts_of({0, 1, 0, 2, 0, 1, 0, 1}));
  CHECK(fit.status == Status::Separated);
  CHECK(fit.columns[0] == ColumnState::Estimated);
  CHECK(fit.columns[1] == ColumnState::Diverging);
  for (const double value : fit.fitted) CHECK(std::isfinite(value));
}

TEST_CASE("beside a column without a finite value the others are as without its days") {
  SeriesData counts = over_dispersed(300, 2.0, 7);
  const std::vector<double> arm = alternating(300);
  std::vector<double> quiet(300, 0.0);
  SeriesData others = counts;
  for (std::size_t day = 100; day < 140; ++day) {
    quiet[day] = 1.0;
    counts.values[day] = 0.0;
    others.known[day] = 0;
  }
  Design design = with_intercept(300);
  design.add_column(quiet);
  design.add_column(arm);
  Design without = with_intercept(300);
  without.add_column(arm);
  const CountFit fit = poisson_regression(design, counts);
  const CountFit expected = poisson_regression(without, others);
  CHECK(fit.columns[1] == ColumnState::Diverging);
  CHECK(fit.columns[2] == ColumnState::Estimated);
  CHECK_THAT(fit.coefficients[0], WithinRel(expected.coefficients[0], 1e-6));
  CHECK_THAT(fit.coefficients[2], WithinRel(expected.coefficients[1], 1e-6));
  CHECK_THAT(fit.standard_error(2), WithinRel(expected.standard_error(1), 1e-6));
}

TEST_CASE("a column that earlier ones explain is left out, and the others are as without it") {
  const SeriesData counts = counts_of({3, 1, 4, 0, 2, 1, 0, 2});
  Design plain = with_intercept(8);
  plain.add_column(alternating(8));
  Design doubled = plain;
  std::vector<double> opposite = alternating(8);
  for (double& value : opposite) value = 5.0 - 2.0 * value;
  doubled.add_column(opposite);
  const CountFit alone = poisson_regression(plain, counts);
  const CountFit fit = poisson_regression(doubled, counts);
  CHECK(fit.status == Status::RankDeficient);
  CHECK(fit.columns[2] == ColumnState::Aliased);
  CHECK(fit.rank == 2);
  CHECK_THAT(fit.coefficients[1], WithinRel(alone.coefficients[1], 1e-9));
  CHECK_THAT(fit.standard_error(1), WithinRel(alone.standard_error(1), 1e-9));
  CHECK(fit.coefficients[2] == 0.0);
  CHECK_THAT(fit.dispersion, WithinRel(alone.dispersion, 1e-9));
}

TEST_CASE("counts so wild that a full step overshoots still end at the maximum") {
  std::vector<double> values = alternating(60);
  values[10] = 4000.0;
  Design design = with_intercept(60);
  std::vector<double> far(60);
  for (std::size_t day = 0; day < 60; ++day) far[day] = day == 10 ? 30.0 : static_cast<double>(day % 7) - 3.0;
  design.add_column(far);
  const CountFit fit = poisson_regression(design, counts_of(values));
  REQUIRE(fit.status == Status::Ok);
  double level = 0.0, slope = 0.0;
  for (std::size_t day = 0; day < 60; ++day) level += fit.score[day], slope += fit.score[day] * far[day];
  CHECK_THAT(level, WithinAbs(0.0, 1e-6));
  CHECK_THAT(slope, WithinAbs(0.0, 1e-5));
}

TEST_CASE("what is no count, no regressor or no match of lengths is refused") {
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK_THROWS_AS(poisson_regression(with_intercept(3), counts_of({1, -1, 0})), std::invalid_argument);
  CHECK_THROWS_AS(poisson_regression(with_intercept(3), counts_of({1, infinity, 0})), std::invalid_argument);
  CHECK_THROWS_AS(poisson_regression(with_intercept(3), counts_of({1, 0})), std::invalid_argument);
  Design design(3);
  CHECK_THROWS_AS(design.add_column(std::vector<double>{1.0, 2.0}), std::invalid_argument);
  CHECK_THROWS_AS(design.add_column(std::vector<double>{1.0, infinity, 0.0}), std::invalid_argument);
}

TEST_CASE("Newey-West counts the calendar: the same rows pushed together give another error") {
  std::mt19937_64 random(22);
  const std::size_t days = 200;
  SeriesData counts = over_dispersed(days, 1.0, 6);
  std::vector<double> exposure(days);
  for (std::size_t day = 0; day < days; ++day) exposure[day] = (day / 4) % 2 == 0 ? 1.0 : 0.0;
  for (auto& known : counts.known) known = random() % 3 != 0 ? 1 : 0;
  Design design = with_intercept(days);
  design.add_column(exposure);
  const CountFit fit = poisson_regression(design, counts);

  std::vector<double> pushed_counts, pushed_exposure;
  for (std::size_t day = 0; day < days; ++day) {
    if (!counts.known[day]) continue;
    pushed_counts.push_back(counts.values[day]);
    pushed_exposure.push_back(exposure[day]);
  }
  Design pushed = with_intercept(pushed_counts.size());
  pushed.add_column(pushed_exposure);
  const CountFit pushed_fit = poisson_regression(pushed, counts_of(pushed_counts));
  CHECK_THAT(pushed_fit.coefficients[1], WithinRel(fit.coefficients[1], 1e-9));
  CHECK(std::abs(newey_west_errors(pushed, pushed_fit, 5)[1] - newey_west_errors(design, fit, 5)[1]) > 1e-4);
  CHECK(newey_west_errors(design, fit, 5, false)[1] < newey_west_errors(design, fit, 5)[1]);
}

TEST_CASE("Newey-West lags grow slowly with the diary") {
  CHECK(newey_west_lags(60) == 3);
  CHECK(newey_west_lags(100) == 4);
  CHECK(newey_west_lags(365) == 5);
  CHECK(newey_west_lags(3650) == 8);
}

#include "lytes/stats/correlation.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>

#include "lytes/stats/circular_shift.hpp"
#include "lytes/stats/ranks.hpp"

using namespace lytes::stats;
using Catch::WithinAbs;

namespace {

SeriesData tied_series(std::size_t days, std::mt19937_64& random) {
  SeriesData series{std::vector<double>(days), std::vector<std::uint8_t>(days)};
  for (double& value : series.values) value = static_cast<double>(random() % 6);
  for (auto& known : series.known) known = random() % 4 != 0 ? 1 : 0;
  return series;
}

double sign(double value) { return value > 0.0 ? 1.0 : value < 0.0 ? -1.0 : 0.0; }

/// Tau-b by comparing every pair of days with every other.
double direct_tau_b(Series x, Series y) {
  double score = 0.0, in_x = 0.0, in_y = 0.0;
  for (std::size_t a = 0; a < x.days(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      if (!x.known[a] || !y.known[a] || !x.known[b] || !y.known[b]) continue;
      const double dx = sign(x.values[a] - x.values[b]);
      const double dy = sign(y.values[a] - y.values[b]);
      score += dx * dy;
      in_x += dx * dx;
      in_y += dy * dy;
    }
  }
  return score / std::sqrt(in_x * in_y);
}

}  // namespace

TEST_CASE("midranks share the ranks of their ties") {
  CHECK(midranks(std::vector<double>{10, 20, 20, 5}) == std::vector<double>{2, 3.5, 3.5, 1});
  CHECK(midranks(std::vector<double>{7, 7, 7}) == std::vector<double>{2, 2, 2});
  CHECK(midranks(std::vector<double>{}).empty());
  const std::vector<double> values = {4, 1, 9, 1};
  const std::vector<std::uint8_t> known = {1, 0, 1, 1};
  CHECK(midranks(Series{values, known}) == std::vector<double>{2, 0, 3, 1});
  CHECK_THROWS_AS(midranks(std::vector<double>{1.0, std::nan("")}), std::invalid_argument);
}

TEST_CASE("tau-b by merge sort is tau-b pair by pair") {
  std::mt19937_64 random(41);
  for (const std::size_t days : {5u, 12u, 64u, 101u}) {
    const SeriesData x = tied_series(days, random);
    const SeriesData y = tied_series(days, random);
    const Correlation found = kendall_tau_b(x, y);
    if (found.status == Status::Ok) CHECK_THAT(found.coefficient, WithinAbs(direct_tau_b(x, y), 1e-12));
  }
}

TEST_CASE("a monotone change of an exposure leaves every rank result") {
  std::mt19937_64 random(42);
  const SeriesData x = tied_series(150, random);
  const SeriesData y = tied_series(150, random);
  SeriesData changed = x;
  for (double& value : changed.values) value = std::exp(2.0 * value) - 40.0;
  CHECK(spearman(changed, y).coefficient == spearman(x, y).coefficient);
  CHECK(kendall_tau_b(changed, y).coefficient == kendall_tau_b(x, y).coefficient);
  CHECK(kendall_tau_b(changed, y).p_if_independent == kendall_tau_b(x, y).p_if_independent);
  CHECK(shifted_spearman(changed, y).r == shifted_spearman(x, y).r);
  CHECK(pearson(changed, y).coefficient != pearson(x, y).coefficient);
}

TEST_CASE("correlations are symmetric, turn with a sign and reach one") {
  std::mt19937_64 random(43);
  const SeriesData x = tied_series(80, random);
  const SeriesData y = tied_series(80, random);
  SeriesData down = x;
  for (double& value : down.values) value = -value;
  for (const auto& correlation : {pearson, spearman, kendall_tau_b}) {
    CHECK_THAT(correlation(y, x).coefficient, WithinAbs(correlation(x, y).coefficient, 1e-12));
    CHECK_THAT(correlation(down, y).coefficient, WithinAbs(-correlation(x, y).coefficient, 1e-12));
    CHECK_THAT(correlation(x, x).coefficient, WithinAbs(1.0, 1e-12));
    CHECK(correlation(x, x).p_if_independent < 1e-6);
  }
}

TEST_CASE("too few pairs and constant sides end in a status") {
  const SeriesData constant{std::vector<double>(9, 1.0), std::vector<std::uint8_t>(9, 1)};
  std::mt19937_64 random(44);
  const SeriesData varied = tied_series(9, random);
  const SeriesData two{{1.0, 2.0}, {1, 1}};
  for (const auto& correlation : {pearson, spearman, kendall_tau_b}) {
    CHECK(correlation(constant, varied).status == Status::TooFewEvents);
    CHECK(correlation(two, two).status == Status::TooFewEvents);
    CHECK(correlation({}, {}).status == Status::TooFewEvents);
    CHECK_THROWS_AS(correlation(two, varied), std::invalid_argument);
  }
}

TEST_CASE("a window is known from two thirds of its days, and a lag is a window of one") {
  const std::vector<double> values = {1, 2, 3, 4, 5, 6};
  const std::vector<std::uint8_t> known = {1, 1, 0, 1, 0, 0};
  const Series series{values, known};
  const SeriesData mean = window_mean(series, 1, 3);
  CHECK(mean.known == std::vector<std::uint8_t>{0, 0, 1, 1, 1, 0});
  CHECK(mean.values[2] == 1.5);
  CHECK(mean.values[3] == 1.5);
  CHECK(mean.values[4] == 3.0);
  const SeriesData ahead = lagged(series, -1);
  CHECK(ahead.known == std::vector<std::uint8_t>{1, 0, 1, 0, 0, 0});
  CHECK(ahead.values[0] == 2.0);
  CHECK(lagged(series, 100).known == std::vector<std::uint8_t>(6, 0));
  CHECK_THROWS_AS(window_mean(series, 3, 1), std::invalid_argument);
}

TEST_CASE("recent history is the mean of the three days before, or of all if none is known") {
  const std::vector<double> values = {3, 0, 1, 5, 2, 4};
  const std::vector<std::uint8_t> known = {1, 0, 0, 0, 1, 1};
  const SeriesData history = recent_history(Series{values, known});
  CHECK(history.values[0] == std::log1p(3.0));
  CHECK(history.values[3] == std::log1p(3.0));
  CHECK_THAT(history.values[4], WithinAbs(std::log1p(3.0), 1e-15));  // none known: the mean of 3, 2, 4
  CHECK_THAT(history.values[5], WithinAbs(std::log1p(2.0), 1e-15));
}

TEST_CASE("every status has a word") {
  for (const Status status : {Status::Ok, Status::TooFewEvents, Status::TooShort, Status::Separated,
                              Status::RankDeficient, Status::NotConverged}) {
    CHECK_FALSE(word(status).empty());
  }
  CHECK(word(Status::TooFewEvents) == "too_few_events");
}

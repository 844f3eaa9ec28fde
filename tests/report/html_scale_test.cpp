#include <catch2/catch.hpp>

#include "html/chart_scale.hpp"
#include "words/dates.hpp"

namespace lytes::report {

using std::chrono::sys_days;
using std::chrono::year;

TEST_CASE("ticks are round, start at 0 and reach the largest value") {
  CHECK(round_ticks(2.2, 3) == std::vector<double>{0, 1, 2, 3});
  CHECK(round_ticks(10, 2) == std::vector<double>{0, 5, 10});
  CHECK(round_ticks(3400, 3) == std::vector<double>{0, 2000, 4000});
  CHECK(round_ticks(1, 2) == std::vector<double>{0, 0.5, 1});
}

TEST_CASE("there are never more steps than asked for, and the last tick holds the value") {
  for (double most = 0.0013; most < 1e6; most *= 1.37) {
    const auto ticks = round_ticks(most, 3);
    CHECK(ticks.size() <= 4);
    CHECK(ticks.back() >= most * (1 - 1e-9));
    CHECK(ticks[ticks.size() - 2] < most);
  }
}

TEST_CASE("an axis without anything on it still has two ends") {
  CHECK(round_ticks(0, 3) == std::vector<double>{0, 1});
  CHECK(round_ticks(std::nan(""), 3) == std::vector<double>{0, 1});
}

TEST_CASE("an axis of ratios holds its values in powers of two around 1, but ends somewhere") {
  CHECK(ratio_ticks({}) == std::vector<double>{0.5, 1, 2});
  CHECK(ratio_ticks({1.05, 1.71, 2.8}) == std::vector<double>{0.5, 1, 2, 4});
  CHECK(ratio_ticks({0.2}) == std::vector<double>{0.125, 0.25, 0.5, 1, 2});
  CHECK(ratio_ticks({0, 1e9, INFINITY}) == std::vector<double>{0.5, 1, 2, 4, 8});
}

TEST_CASE("a doubling is as far from 1 as a halving") {
  const LogScale x(0.25, 4, 10, 110);
  CHECK_THAT(x(1), Catch::WithinAbs(60, 1e-9));
  CHECK_THAT(x(2) - x(1), Catch::WithinAbs(x(1) - x(0.5), 1e-9));
  CHECK(x.holds(4));
  CHECK_FALSE(x.holds(4.1));
}

TEST_CASE("dates say twice only what differs") {
  const sys_days day(year{2026} / 11 / 22);
  CHECK(long_dates({day - std::chrono::days(6), day}) == "16 to 22 November 2026");
  CHECK(long_dates({day - std::chrono::days(30), day}) == "23 October to 22 November 2026");
  CHECK(long_dates({day - std::chrono::days(365), day}) == "22 November 2025 to 22 November 2026");
  CHECK(long_dates({day, day}) == "22 November 2026");
}

}  // namespace lytes::report

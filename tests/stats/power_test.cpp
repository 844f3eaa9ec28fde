#include "lytes/stats/power.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

#include "stats/reference_data.hpp"

using namespace lytes::stats;
using Catch::WithinAbs;
using Catch::WithinRel;

TEST_CASE("days needed and power agree with R over the grid") {
  for (const auto& expected : reference::results()["days_needed"]) {
    const ObservedRates plain{expected["rate"], expected["share"]};
    const ObservedRates inflated{expected["rate"], expected["share"], 1.4, 1.3};
    const double ratio = expected["ratio"];
    CHECK_THAT(pairs_needed(plain, ratio), WithinRel(expected["days"].get<double>(), 1e-9));
    CHECK_THAT(pairs_needed(inflated, ratio), WithinRel(expected["days_inflated"].get<double>(), 1e-9));
    CHECK_THAT(power_of(plain, ratio, 120), WithinAbs(expected["power_120"].get<double>(), 1e-9));
  }
}

TEST_CASE("the days needed for a power have that power") {
  const ObservedRates rates{0.3, 0.4, 1.5, 1.2};
  for (const double power : {0.5, 0.8, 0.95}) {
    CHECK_THAT(power_of(rates, 2.0, pairs_needed(rates, 2.0, power)), WithinAbs(power, 1e-4));
  }
}

TEST_CASE("halving is as hard to see as doubling with the arms exchanged") {
  CHECK_THAT(pairs_needed({0.3, 0.4}, 0.5), WithinRel(pairs_needed({0.3, 0.6}, 2.0), 1e-12));
}

TEST_CASE("a diary without spasms needs for ever, an inflation below one counts as one") {
  CHECK(std::isinf(pairs_needed({0.0, 0.4}, 2.0)));
  CHECK(pairs_needed({0.3, 0.4, 0.5, 0.2}, 2.0) == pairs_needed({0.3, 0.4}, 2.0));
}

TEST_CASE("days still needed count the days that will be lost") {
  CHECK(days_still_needed(200, 0.5, 150) == 250.0);
  CHECK(days_still_needed(100, 1.0, 150) == 0.0);
}

TEST_CASE("questions without an answer are refused") {
  CHECK_THROWS_AS(pairs_needed({0.3, 0.4}, 1.0), std::invalid_argument);
  CHECK_THROWS_AS(pairs_needed({0.3, 0.4}, -2.0), std::invalid_argument);
  CHECK_THROWS_AS(pairs_needed({0.3, 0.0}, 2.0), std::invalid_argument);
  CHECK_THROWS_AS(pairs_needed({-0.3, 0.4}, 2.0), std::invalid_argument);
  CHECK_THROWS_AS(pairs_needed({0.3, 0.4}, 2.0, 1.0), std::invalid_argument);
  CHECK_THROWS_AS(power_of({0.3, 0.4}, 2.0, 0.0), std::invalid_argument);
  CHECK_THROWS_AS(days_still_needed(10, 0.0, 1), std::invalid_argument);
}

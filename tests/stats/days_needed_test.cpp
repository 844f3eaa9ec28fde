#include "lytes/stats/days_needed.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

using namespace lytes::stats;

namespace {

DiarySoFar diary(double rate, double share) { return {200, 160, rate, share, std::nullopt}; }

}  // namespace

TEST_CASE("the smaller the difference or the rarer the events, the longer it takes") {
  double before = 0;
  for (const double ratio : {4.0, 3.0, 2.0, 1.7, 1.5, 1.3}) {
    const auto days = days_for_moderate(diary(0.4, 0.4), ratio);
    REQUIRE(days);
    CHECK(*days >= 84);
    CHECK(*days >= before);
    before = *days;
  }
  before = 0;
  for (const double rate : {3.0, 1.0, 0.5, 0.2, 0.1}) {
    const auto days = days_for_moderate(diary(rate, 0.4), 2.0);
    REQUIRE(days);
    CHECK(*days >= before);
    before = *days;
  }
}

TEST_CASE("more power takes longer, and so does a wider error") {
  CHECK(*days_for_moderate(diary(0.4, 0.4), 2.0, 0.9) > *days_for_moderate(diary(0.4, 0.4), 2.0, 0.8));
  DiarySoFar found = diary(0.4, 0.4);
  found.found = {0.25, 1.4};
  const auto narrow = days_for_moderate(found, 2.0);
  found.found = {0.35, 1.4};
  const auto wide = days_for_moderate(found, 2.0);
  REQUIRE(narrow);
  REQUIRE(wide);
  CHECK(*wide > *narrow);
}

TEST_CASE("nothing is promised before five looks can have been held, nor beyond a lifetime") {
  CHECK(days_for_moderate(diary(20, 0.5), 4.0) == 84.0);
  CHECK_FALSE(days_for_moderate(diary(0.001, 0.01), 1.1));
}

TEST_CASE("a ratio below 1 is looked for as well, and what is no diary is refused") {
  CHECK(days_for_moderate(diary(0.4, 0.4), 0.5));
  CHECK_THROWS_AS(days_for_moderate(diary(0.4, 0.4), 1.0), std::invalid_argument);
  CHECK_THROWS_AS(days_for_moderate(diary(0.4, 0.4), 0.0), std::invalid_argument);
  CHECK_THROWS_AS(days_for_moderate(diary(0.4, 1.0), 2.0), std::invalid_argument);
  CHECK_THROWS_AS(days_for_moderate(diary(0.0, 0.4), 2.0), std::invalid_argument);
}

#include <catch2/catch.hpp>

#include "computer.hpp"

using namespace lytes;
using namespace std::chrono_literals;

TEST_CASE("the demo shows its diary also where a made-up time was skipped by the clocks") {
  cli::testing::Computer computer;
  computer.now = calendar::Day(2026y / 4 / 11) + 10h;  // one of its spasms falls between two and three on 29 March
  CHECK(computer.lytes({"demo"}) == 0);
  CHECK(computer.complained.empty());
}

TEST_CASE("a day is repeated across the hour that clocks skip") {
  cli::testing::Computer computer;
  computer.now = calendar::Day(2026y / 3 / 29) + 1h + 45min;  // 03:45, still the day before
  REQUIRE(computer.lytes({"drink", "300ml", "water", "@", "2026-03-28", "02:30"}) == 0);
  REQUIRE(computer.lytes({"again", "2026-03-27"}) == 0);
  CHECK(computer.json_of({"list", "today", "--json"})["entries"][0]["at"] == "2026-03-29T03:30:00+02:00");
}

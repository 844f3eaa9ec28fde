#include "counting.hpp"

#include <catch2/catch.hpp>

using namespace lytes::foods;

TEST_CASE("more than one is said in the plural") {
  CHECK(counted(5, "cherry") == "5 cherries");
  CHECK(counted(3, "half") == "3 halves");
  CHECK(counted(2, "tray") == "2 trays");
  CHECK(counted(1, "cherry") == "1 cherry");
}

#include "lytes/stats/fisher.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

using namespace lytes::stats;
using Catch::WithinAbs;
using Catch::WithinRel;

TEST_CASE("Fisher's exact p of known tables") {
  // The lady tasting tea: 34/70. Five against five apart: 2/252.
  CHECK_THAT(fisher_exact_p({3, 1, 1, 3}), WithinAbs(34.0 / 70.0, 1e-12));
  CHECK_THAT(fisher_exact_p({0, 5, 5, 0}), WithinAbs(2.0 / 252.0, 1e-12));
  // fisher.test of R 4.2.2.
  CHECK_THAT(fisher_exact_p({10, 2, 3, 15}), WithinRel(0.0005367241191434359, 1e-9));
  CHECK_THAT(fisher_exact_p({6, 120, 31, 140}), WithinRel(0.0005729714060381102, 1e-9));
  CHECK_THAT(fisher_exact_p({300, 1200, 200, 1300}), WithinRel(1.156675440390973e-06, 1e-9));
}

TEST_CASE("Fisher's exact p is the same with rows or columns changed over") {
  const double p = fisher_exact_p({7, 41, 19, 60});
  CHECK_THAT(fisher_exact_p({19, 60, 7, 41}), WithinRel(p, 1e-12));
  CHECK_THAT(fisher_exact_p({41, 7, 60, 19}), WithinRel(p, 1e-12));
  CHECK_THAT(fisher_exact_p({7, 19, 41, 60}), WithinRel(p, 1e-12));
}

TEST_CASE("a table with an empty row or column says nothing") {
  CHECK(fisher_exact_p({0, 0, 0, 0}) == 1.0);
  CHECK(fisher_exact_p({0, 0, 5, 9}) == 1.0);
  CHECK(fisher_exact_p({0, 8, 0, 9}) == 1.0);
  CHECK(fisher_exact_p({8, 0, 9, 0}) == 1.0);
  CHECK_THROWS_AS(fisher_exact_p({-1, 2, 3, 4}), std::invalid_argument);
}

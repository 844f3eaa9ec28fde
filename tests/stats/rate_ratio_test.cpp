#include "lytes/stats/rate_ratio.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "lytes/stats/evalue.hpp"
#include "stats/reference_data.hpp"

using namespace lytes::stats;
using Catch::WithinAbs;
using Catch::WithinRel;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

void check_limit(double limit, double expected) {
  if (std::isinf(expected)) {
    CHECK(std::isinf(limit));
  } else {
    CHECK_THAT(limit, WithinRel(expected, 1e-5) || WithinAbs(expected, 1e-12));
  }
}

}  // namespace

TEST_CASE("exact and mid-P rate ratios agree with R") {
  for (const auto& expected : reference::results()["rates"]) {
    const EventsOverDays deficient{expected["x1"], expected["t1"]};
    const EventsOverDays sufficient{expected["x0"], expected["t0"]};
    INFO(deficient.events << "/" << deficient.days << " and " << sufficient.events << "/" << sufficient.days);
    const RateRatio exact = exact_rate_ratio(deficient, sufficient);
    const RateRatio mid_p = mid_p_rate_ratio(deficient, sufficient);
    if (!expected["ratio"].is_null()) CHECK_THAT(exact.ratio, WithinRel(expected["ratio"].get<double>(), 1e-12));
    check_limit(exact.lower, reference::number(expected["exact"][0]));
    check_limit(exact.upper, reference::number(expected["exact"][1]));
    check_limit(mid_p.lower, reference::number(expected["mid_p"][0]));
    check_limit(mid_p.upper, reference::number(expected["mid_p"][1]));
    CHECK_THAT(exact.p, WithinAbs(expected["exact_p"].get<double>(), 1e-6));
    CHECK_THAT(mid_p.p, WithinAbs(expected["mid_p_p"].get<double>(), 1e-6));
    if (!expected["e_value"].is_null()) {
      CHECK_THAT(evalue(exact.ratio), WithinRel(expected["e_value"].get<double>(), 1e-9));
    }
    CHECK_THAT(evalue_of_interval(mid_p.lower, mid_p.upper), WithinRel(expected["e_value_limit"].get<double>(), 1e-6));
  }
}

TEST_CASE("p at a limit is one minus the level") {
  for (const double level : {0.5, 0.8, 0.95, 0.999}) {
    for (const EventsOverDays deficient : {EventsOverDays{12, 40}, EventsOverDays{1, 9}, EventsOverDays{150, 90}}) {
      const EventsOverDays sufficient{7, 80};
      const RateRatio mid_p = mid_p_rate_ratio(deficient, sufficient, level);
      CHECK_THAT(mid_p_value(deficient, sufficient, mid_p.lower), WithinAbs(1.0 - level, 1e-9));
      CHECK_THAT(mid_p_value(deficient, sufficient, mid_p.upper), WithinAbs(1.0 - level, 1e-9));
      const RateRatio exact = exact_rate_ratio(deficient, sufficient, level);
      CHECK_THAT(exact_p_value(deficient, sufficient, exact.lower), WithinAbs(1.0 - level, 1e-9));
      CHECK_THAT(exact_p_value(deficient, sufficient, exact.upper), WithinAbs(1.0 - level, 1e-9));
    }
  }
}

TEST_CASE("swapping deficient and sufficient inverts a rate ratio and leaves its p") {
  const EventsOverDays one{12, 40};
  const EventsOverDays other{9, 60};
  for (const auto& ratio : {exact_rate_ratio, mid_p_rate_ratio}) {
    const RateRatio there = ratio(one, other, 0.95);
    const RateRatio back = ratio(other, one, 0.95);
    CHECK_THAT(back.ratio, WithinRel(1.0 / there.ratio, 1e-12));
    CHECK_THAT(back.lower, WithinRel(1.0 / there.upper, 1e-9));
    CHECK_THAT(back.upper, WithinRel(1.0 / there.lower, 1e-9));
    CHECK_THAT(back.p, WithinRel(there.p, 1e-9));
  }
}

TEST_CASE("an arm without an event has a limit at zero or infinity, never a made-up number") {
  const RateRatio none_deficient = mid_p_rate_ratio({0, 15}, {4, 30});
  CHECK(none_deficient.ratio == 0.0);
  CHECK(none_deficient.lower == 0.0);
  CHECK(std::isfinite(none_deficient.upper));
  const RateRatio none_sufficient = mid_p_rate_ratio({3, 10}, {0, 20});
  CHECK(none_sufficient.ratio == infinity);
  CHECK(none_sufficient.upper == infinity);
  const RateRatio none = mid_p_rate_ratio({0, 10}, {0, 20});
  CHECK(std::isnan(none.ratio));
  CHECK(none.lower == 0.0);
  CHECK(none.upper == infinity);
  CHECK(none.p == 1.0);
}

TEST_CASE("limits hold far out, where shares round to one") {
  const RateRatio ratio = mid_p_rate_ratio({4000, 10}, {1, 3000});
  CHECK(ratio.lower < ratio.ratio);
  CHECK(ratio.ratio < ratio.upper);
  CHECK(std::isfinite(ratio.upper));
}

TEST_CASE("rate ratios refuse what is no count and no time") {
  CHECK_THROWS_AS(mid_p_rate_ratio({1, 0}, {1, 10}), std::invalid_argument);
  CHECK_THROWS_AS(mid_p_rate_ratio({-1, 5}, {1, 10}), std::invalid_argument);
  CHECK_THROWS_AS(exact_rate_ratio({1.5, 5}, {1, 10}), std::invalid_argument);
  CHECK_THROWS_AS(exact_rate_ratio({1, infinity}, {1, 10}), std::invalid_argument);
  CHECK_THROWS_AS(mid_p_rate_ratio({1, 5}, {1, 10}, 1.0), std::invalid_argument);
  CHECK_THROWS_AS(mid_p_value({1, 5}, {1, 10}, 0.0), std::invalid_argument);
}

TEST_CASE("an E-value is the same for a ratio and its inverse, and 1 where the interval holds 1") {
  CHECK(evalue(1.0) == 1.0);
  CHECK_THAT(evalue(0.5), WithinRel(evalue(2.0), 1e-12));
  CHECK_THAT(evalue(2.0), WithinRel(2.0 + std::sqrt(2.0), 1e-12));
  CHECK(std::isinf(evalue(0.0)));
  CHECK(std::isinf(evalue(infinity)));
  CHECK(evalue_of_interval(0.8, 1.4) == 1.0);
  CHECK(evalue_of_interval(0.2, 0.5) == evalue(0.5));
  CHECK_THROWS_AS(evalue(-1.0), std::invalid_argument);
  CHECK_THROWS_AS(evalue(std::nan("")), std::invalid_argument);
  CHECK_THROWS_AS(evalue_of_interval(2.0, 1.0), std::invalid_argument);
}

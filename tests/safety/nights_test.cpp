#include "lytes/safety/nights.hpp"

#include <catch2/catch.hpp>

using namespace lytes;
using namespace lytes::safety;
using std::chrono::days;
using std::chrono::hours;

namespace {

constexpr calendar::Day monday{std::chrono::year{2026} / 11 / 16};

/// @param hour since midnight of the day; 26 is two at night
RuleSpasm spasm(int day, int hour, const std::string& site, bool woke = false) {
  const calendar::Day on = monday + days{day};
  return {site, on, calendar::LocalTime(on.time_since_epoch()) + hours{hour}, true, woke, {}, {}};
}

}  // namespace

TEST_CASE("a night counts once, under its evening, however often it was broken") {
  const std::vector<RuleSpasm> spasms = {spasm(0, 12, "calf"), spasm(0, 23, "calf"), spasm(0, 26, "neck", true),
                                         spasm(2, 29, "calf")};
  const auto nights = nights_of(spasms, {monday, monday + days{6}});
  CHECK(nights.broken == 2);
  CHECK(nights.nights == 7);
  CHECK(nights.spasms == 3);
  CHECK(nights.woke == 1);
  REQUIRE(nights.by_site.size() == 2);
  CHECK(nights.by_site[0].site == "calf");
  CHECK(nights.by_site[0].spasms == 2);
  CHECK(nights.by_site[1].woke == 1);
}

TEST_CASE("a spasm whose time is not known was at no night unless it woke somebody") {
  std::vector<RuleSpasm> spasms = {spasm(0, 24, "calf"), spasm(1, 24, "calf", true)};
  for (auto& one : spasms) one.time_known = false;
  const auto nights = nights_of(spasms, {monday, monday + days{6}});
  CHECK(nights.spasms == 1);
  CHECK(nights.timeless == 1);
}

TEST_CASE("spasms of other days are not among them") {
  const std::vector<RuleSpasm> spasms = {spasm(-1, 24, "calf"), spasm(7, 24, "calf")};
  CHECK(nights_of(spasms, {monday, monday + days{6}}).spasms == 0);
}

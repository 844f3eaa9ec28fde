#include "lytes/calendar/zone.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>

#include "reckonings.hpp"

using namespace lytes::calendar;
using namespace std::chrono_literals;

namespace {

LocalTime local(const std::string& text) { return LocalTime(parse_instant(text + ":00Z", Zone()).time_since_epoch()); }

}  // namespace

TEST_CASE("offsets are those of the zone's own rules") {
  const auto offset = [](const std::string& zone, const std::string& at) {
    const Zone there = Zone::named(zone);
    return there.offset_at(parse_instant(at, there));
  };
  CHECK(offset("America/New_York", "2026-01-15 12:00") == -5h);
  CHECK(offset("America/New_York", "2026-07-15 12:00") == -4h);
  CHECK(offset("Europe/London", "2026-07-15 12:00") == 1h);
  CHECK(offset("Asia/Kolkata", "2026-07-15 12:00") == 5h + 30min);
  CHECK(offset("Australia/Lord_Howe", "2026-01-15 12:00") == 11h);
  CHECK(offset("Australia/Lord_Howe", "2026-07-15 12:00") == 10h + 30min);
}

TEST_CASE("summer time is still known in the last year that lytes takes") {
  const Zone berlin = Zone::named("Europe/Berlin");
  CHECK(berlin.offset_at(parse_instant("2037-07-15 12:00", berlin)) == 2h);
  CHECK(berlin.offset_at(parse_instant("2037-12-15 12:00", berlin)) == 1h);
}

TEST_CASE("a local time stands for one instant, for none, or for two") {
  const Zone new_york = Zone::named("America/New_York");
  CHECK(new_york.read(local("2026-03-08 01:59")).times == LocalReading::Times::Once);
  CHECK(new_york.read(local("2026-03-08 02:30")).times == LocalReading::Times::Never);
  CHECK(new_york.read(local("2026-03-08 03:00")).times == LocalReading::Times::Once);
  const LocalReading fold = new_york.read(local("2026-11-01 01:30"));
  CHECK(fold.times == LocalReading::Times::Twice);
  CHECK(fold.first == -4h);
  CHECK(fold.second == -5h);
  CHECK(Zone().read(local("2026-03-08 02:30")).times == LocalReading::Times::Once);
}

TEST_CASE("the zone of TZ is taken as POSIX writes it") {
  CHECK(Zone::local("Europe/Berlin").name() == "Europe/Berlin");
  CHECK(Zone::local(":Europe/Berlin").name() == "Europe/Berlin");
  CHECK(Zone::local("/usr/share/zoneinfo/Europe/Berlin").name() == "Europe/Berlin");
  CHECK(Zone::local("").name() == "UTC");
  CHECK(Zone::local("UTC").name() == "UTC");
  CHECK_FALSE(Zone::local().name().empty());
  CHECK(Zone().name() == "UTC");
}

TEST_CASE("zones are looked for where the C library will look") {
  REQUIRE(setenv("TZDIR", "/nonexistent", 1) == 0);
  CHECK_THROWS_AS(Zone::named("Europe/Berlin"), lytes::InputError);
  REQUIRE(setenv("TZDIR", "/usr/share/zoneinfo", 1) == 0);
  CHECK(Zone::named("Europe/Berlin").name() == "Europe/Berlin");
  CHECK(Zone::local("/usr/share/zoneinfo/Europe/Berlin").name() == "Europe/Berlin");
  unsetenv("TZDIR");
  CHECK(Zone::named("Europe/Berlin").name() == "Europe/Berlin");
}

TEST_CASE("a zone that the database does not have is refused") {
  CHECK_THROWS_AS(Zone::named("Europe/Nowhere"), lytes::InputError);
  CHECK_THROWS_AS(Zone::named(""), lytes::InputError);
  CHECK_THROWS_AS(Zone::named("../../etc/passwd"), lytes::InputError);
  const Zone rule = Zone::local("CET-1CEST,M3.5.0,M10.5.0/3");
  CHECK_THROWS_AS(rule.name(), lytes::InputError);
}

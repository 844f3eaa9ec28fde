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
  for (const std::string year : {"2037", "2038", "2050", "2199"}) {
    INFO(year);
    CHECK(berlin.offset_at(parse_instant(year + "-07-15 12:00", berlin)) == 2h);
    CHECK(berlin.offset_at(parse_instant(year + "-12-15 12:00", berlin)) == 1h);
  }
}

TEST_CASE("past the years that a zone's file lists, clocks change as in a year with the same weekdays") {
  const auto twin_of = [](std::chrono::year year) {
    std::chrono::year twin = year;
    const auto alike = [&] {
      return twin <= std::chrono::year(2037) && twin.is_leap() == year.is_leap() &&
             std::chrono::weekday(Day(twin / 1 / 1)) == std::chrono::weekday(Day(year / 1 / 1));
    };
    while (!alike()) --twin;
    return twin;
  };
  for (const char* name : {"Europe/Berlin", "Europe/London", "America/New_York", "Australia/Lord_Howe",
                           "Pacific/Auckland", "Asia/Kolkata"}) {
    const Zone zone = Zone::named(name);
    for (std::chrono::year year(2038); year <= std::chrono::year(2199); ++year) {
      INFO(name << ' ' << static_cast<int>(year));
      const Instant here = Day(year / 1 / 2);
      const Instant there = Day(twin_of(year) / 1 / 2);
      for (auto away = 0h; away < 362 * 24h; away += 1h) {
        if (zone.offset_at(here + away) != zone.offset_at(there + away)) FAIL(away.count() << " h into the year");
      }
    }
  }
}

TEST_CASE("before the zones of today clocks went by the local sun, to the second") {
  const auto offset = [](const std::string& zone, const std::string& at) {
    const Zone there = Zone::named(zone);
    return there.offset_at(parse_instant(at, there));
  };
  CHECK(offset("Europe/Berlin", "1900-01-01 12:00") == 1h);
  CHECK(offset("America/Sao_Paulo", "1900-01-01 12:00") == -(3h + 6min + 28s));
  CHECK(offset("Europe/Berlin", "1916-07-01 12:00") == 2h);  // the first summer time
  CHECK(offset("Europe/London", "1943-07-01 12:00") == 2h);  // double summer time
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

// Every zone of this system's database, against another reader of it: Howard Hinnant's date library.
#include <date/tz.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <random>

#include "lytes/calendar/day.hpp"
#include "lytes/calendar/zone.hpp"

// Without it the library links all the same and answers nonsense.
static_assert(USE_OS_TZDB == 1, "date::date-tz must be linked with USE_OS_TZDB=1");

using namespace lytes::calendar;
using namespace std::chrono_literals;

namespace {

constexpr Instant first = earliest_day;
constexpr Instant last = Instant(2'145'000'000s);  // that library loses summer time from 2038 on

LocalReading::Times times_of(const date::local_info& info) {
  if (info.result == date::local_info::nonexistent) return LocalReading::Times::Never;
  return info.result == date::local_info::ambiguous ? LocalReading::Times::Twice : LocalReading::Times::Once;
}

void compare_instant(const Zone& zone, const date::time_zone& other, Instant at) {
  if (at < first || at > last) return;
  REQUIRE(zone.offset_at(at) == other.get_info(at).offset);
}

void compare_local(const Zone& zone, const date::time_zone& other, LocalTime local) {
  const date::local_info expected = other.get_info(date::local_seconds(local.time_since_epoch()));
  const LocalReading found = zone.read(local);
  CAPTURE(local.time_since_epoch().count());
  REQUIRE(found.times == times_of(expected));
  REQUIRE(found.first == expected.first.offset);
  if (found.times == LocalReading::Times::Once) return;
  REQUIRE(found.second == expected.second.offset);
  if (found.times == LocalReading::Times::Never) REQUIRE(found.gap_ended_at == expected.second.begin);
}

/// Both sides of a change of clocks, in instants and in what clocks show.
void compare_around(const Zone& zone, const date::time_zone& other, const date::sys_info& before) {
  const Instant change = before.end;
  const date::sys_info after = other.get_info(change);
  for (const auto away : {-3601s, -1800s, -1s, 0s, 1s, 1799s, 3600s}) {
    compare_instant(zone, other, change + away);
    for (const auto offset : {before.offset, after.offset}) {
      compare_local(zone, other, LocalTime((change + away + offset).time_since_epoch()));
    }
  }
}

}  // namespace

TEST_CASE("every zone of the database is read as another library reads it") {
  std::mt19937_64 random(20261122);
  std::uniform_int_distribution<std::int64_t> seconds(first.time_since_epoch().count(),
                                                      last.time_since_epoch().count());
  std::size_t zones = 0;
  std::size_t changes = 0;
  for (const date::time_zone& other : date::get_tzdb().zones) {
    CAPTURE(other.name());
    const Zone zone = Zone::named(other.name());
    ++zones;
    for (int i = 0; i < 20; ++i) compare_instant(zone, other, Instant(std::chrono::seconds(seconds(random))));
    // Three years of the past, and what is still to come.
    for (const char* from : {"1901", "1916", "1940", "1973", "1996", "2024"}) {
      const Instant start(std::chrono::seconds((std::stoll(from) - 1970) * 31'556'952));
      date::sys_info info = other.get_info(start);
      while (info.end < start + 3 * 366 * 24h && info.end < last) {
        compare_around(zone, other, info);
        info = other.get_info(info.end);
        ++changes;
      }
    }
  }
  CHECK(zones > 300);
  CHECK(changes > 1'000);
}

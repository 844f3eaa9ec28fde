#include "lytes/calendar/moment.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "reckonings.hpp"

using namespace lytes::calendar;
using namespace std::chrono_literals;
using Catch::Contains;

namespace {

Moment at(const std::string& text, const Reckoning& reckoning) {
  return moment_at(parse_instant(text, reckoning.zone), reckoning);
}

/// Of all years but the ends of the first and the last day.
std::uniform_int_distribution<std::int64_t> any_second() {
  return std::uniform_int_distribution<std::int64_t>(Instant(earliest_day + 2 * 24h).time_since_epoch().count(),
                                                     Instant(latest_day - 2 * 24h).time_since_epoch().count());
}

struct KnownChange {
  std::string zone;
  std::string first_day;  ///< a few days around the change are looked at from here
  int seconds_in_days;    ///< how long those five dates last together
};

const std::vector<KnownChange>& clock_changes() {
  static const std::vector<KnownChange> changes = {
      {"America/New_York", "2026-03-06", 5 * 86'400 - 3600},
      {"America/New_York", "2026-10-30", 5 * 86'400 + 3600},
      {"Europe/London", "2026-03-27", 5 * 86'400 - 3600},
      {"Europe/London", "2026-10-23", 5 * 86'400 + 3600},
      {"Asia/Kolkata", "2026-03-27", 5 * 86'400},
      {"Australia/Lord_Howe", "2026-04-03", 5 * 86'400 + 1800},
      {"Australia/Lord_Howe", "2026-10-02", 5 * 86'400 - 1800},
      {"America/Sao_Paulo", "2018-02-16", 5 * 86'400 + 3600},
      {"America/Sao_Paulo", "2018-11-02", 5 * 86'400 - 3600},
      {"Africa/Cairo", "2026-10-28", 5 * 86'400 + 3600},
      // In that night Dublin also gave up its own time, 25 min 21 s behind London's.
      {"Europe/Berlin", "1916-04-28", 5 * 86'400 - 3600},
      {"Europe/London", "1916-05-19", 5 * 86'400 - 3600},
      {"Europe/Dublin", "1916-09-29", 5 * 86'400 + 3600 - 1521},
      {"America/New_York", "2050-03-11", 5 * 86'400 - 3600},
      {"Europe/Berlin", "2199-10-25", 5 * 86'400 + 3600},
  };
  return changes;
}

}  // namespace

TEST_CASE("a cramp at 02:00 belongs to the day before") {
  const Reckoning berlin = reckoning_at("2026-11-22 10:00");
  CHECK(at("2026-11-22 02:00", berlin).day == day("2026-11-21"));
  CHECK(at("2026-11-22 03:59", berlin).day == day("2026-11-21"));
  CHECK(at("2026-11-22 04:00", berlin).day == day("2026-11-22"));
  CHECK(at("2026-11-22 23:59", berlin).day == day("2026-11-22"));
  CHECK(civil_day(at("2026-11-22 02:00", berlin)) == day("2026-11-22"));
}

TEST_CASE("day start shifts the moment and never the label") {
  const Reckoning midnight = reckoning_at("2026-11-22 10:00", "Europe/Berlin", 0min);
  CHECK(at("2026-11-22 00:00", midnight).day == day("2026-11-22"));
  const Reckoning noon = reckoning_at("2026-11-22 10:00", "Europe/Berlin", 720min);
  CHECK(at("2026-11-22 12:00", noon).day == day("2026-11-22"));
  CHECK(at("2026-11-22 11:59", noon).day == day("2026-11-21"));
}

TEST_CASE("around every change of clocks, days follow one another and none is lost or cut in two") {
  for (const KnownChange& change : clock_changes()) {
    // 01:45 and 23:30 lie inside changes of clocks of New York, Lord Howe and Sao Paulo.
    for (const auto day_start : {0min, 240min, 720min, 105min, 1410min}) {
      INFO(change.zone << ' ' << change.first_day << " day start " << day_start.count() << " min");
      const Reckoning there = reckoning_at("2026-11-22 10:00", change.zone, day_start);
      const Instant from = parse_instant(change.first_day + " 15:00", there.zone);
      const Day first = moment_at(from, there).day;
      Day current = first;
      for (Instant t = from; t < from + 5 * 24h; t += 30s) {
        const Day now = moment_at(t, there).day;
        REQUIRE((now == current || now == current + std::chrono::days(1)));
        current = now;
      }
      CHECK(iso(current) == iso(first + std::chrono::days(5)));
    }
  }
}

TEST_CASE("the dates around a change of clocks last as long as the zone says") {
  for (const KnownChange& change : clock_changes()) {
    INFO(change.zone << ' ' << change.first_day);
    const Reckoning there = reckoning_at("2026-11-22 10:00", change.zone, 720min);
    const Instant from = parse_instant(change.first_day + " 12:00", there.zone);
    const Instant to = from + std::chrono::seconds(change.seconds_in_days);
    CHECK(moment_at(to, there).day == day(change.first_day) + std::chrono::days(5));
    CHECK(moment_at(to - 1s, there).day == day(change.first_day) + std::chrono::days(4));
  }
}

TEST_CASE("away from a change of clocks the label is the local date after the shift") {
  std::mt19937_64 random(20261122);
  std::uniform_int_distribution<std::int64_t> seconds = any_second();
  for (const std::string zone : {"America/New_York", "Europe/London", "Asia/Kolkata", "Australia/Lord_Howe"}) {
    for (const auto day_start : {0min, 240min, 720min}) {
      const Reckoning there = reckoning_at("2026-11-22 10:00", zone, day_start);
      for (int i = 0; i < 2'000; ++i) {
        const Instant t{std::chrono::seconds(seconds(random))};
        const Moment moment = moment_at(t, there);
        const Day wall = day_of(local_time(moment), day_start);
        if (!there.zone.change_between(t - 1h, t)) REQUIRE(moment.day == wall);
      }
    }
  }
}

TEST_CASE("a moment that is printed reads back as the same moment") {
  std::mt19937_64 random(3);
  std::uniform_int_distribution<std::int64_t> seconds = any_second();
  for (const std::string zone : {"America/New_York", "Europe/London", "Asia/Kolkata", "Australia/Lord_Howe",
                                 "Africa/Monrovia", "UTC", "Pacific/Apia"}) {
    const Reckoning there = reckoning_at("2199-12-31 10:00", zone);
    const Reckoning elsewhere = reckoning_at("2199-12-31 10:00", "America/St_Johns");
    for (int i = 0; i < 2'000; ++i) {
      const Moment moment = moment_at(Instant{std::chrono::seconds(seconds(random))}, there);
      INFO(zone << ' ' << iso(moment));
      REQUIRE(parse_moment(iso(moment), there).moment == moment);
      REQUIRE(parse_instant(iso(moment), there.zone) == moment.at);
      const Moment abroad = parse_moment(iso(moment), elsewhere).moment;
      REQUIRE(abroad.at == moment.at);
      REQUIRE(abroad.utc_offset == moment.utc_offset);
    }
  }
}

TEST_CASE("every second around a change of clocks reads back as itself") {
  for (const KnownChange& change : clock_changes()) {
    const Reckoning there = reckoning_at("2199-12-31 10:00", change.zone, 105min);
    const Instant from = parse_instant(change.first_day + " 12:00", there.zone);
    for (Instant t = from; t < from + 5 * 24h; t += 97s) {
      const Moment moment = moment_at(t, there);
      INFO(change.zone << ' ' << iso(moment));
      REQUIRE(parse_moment(iso(moment), there).moment == moment);
    }
  }
}

TEST_CASE("a time that clocks skipped is refused with the times on both sides") {
  struct Gap {
    std::string zone, text, valid;
  };
  for (const Gap& gap : {Gap{"America/New_York", "2026-03-08 02:30", "2026-03-08 1:59 or 2026-03-08 3:00"},
                         Gap{"Europe/London", "2026-03-29 01:30", "2026-03-29 0:59 or 2026-03-29 2:00"},
                         Gap{"Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-04 1:59 or 2026-10-04 2:30"},
                         Gap{"America/Sao_Paulo", "2018-11-04 00:30", "2018-11-03 23:59 or 2018-11-04 1:00"}}) {
    const Reckoning there = reckoning_at("2026-11-22 10:00", gap.zone);
    const auto error = error_of(gap.text, [&] { parse_moment(gap.text, there); });
    CHECK(error.valid == gap.valid);
    CHECK_THROWS_AS(parse_instant(gap.text, there.zone), lytes::InputError);
    const Instant utc = parse_instant(gap.text + "Z", there.zone);
    CHECK_THROWS_AS(moment_at_local(LocalTime(utc.time_since_epoch()), there), lytes::InputError);
  }
  const Reckoning same_morning = reckoning_at("2026-03-08 09:00", "America/New_York");
  CHECK_THROWS_AS(parse_moment("2:30", same_morning), lytes::InputError);
  const Reckoning before = reckoning_at("2026-03-08 01:30", "America/New_York");
  CHECK(iso(parse_moment("2:30", before).moment) == "2026-03-07T02:30:00-05:00");
}

TEST_CASE("of a time that clocks showed twice the later is taken, unless it is still to come") {
  const Reckoning morning = reckoning_at("2026-11-01 09:00", "America/New_York");
  const SpokenMoment fold = parse_moment("1:30", morning);
  CHECK(iso(fold.moment) == "2026-11-01T01:30:00-05:00");
  CHECK(fold.twice);
  CHECK_FALSE(parse_moment("3:30", morning).twice);
  const Reckoning first_pass{morning.zone, parse_instant("2026-11-01T01:40:00-04:00", morning.zone)};
  CHECK(iso(parse_moment("1:30", first_pass).moment) == "2026-11-01T01:30:00-04:00");
  const Reckoning half_hour = reckoning_at("2026-04-05 09:00", "Australia/Lord_Howe");
  CHECK(iso(parse_moment("1:45", half_hour).moment) == "2026-04-05T01:45:00+10:30");
  CHECK(parse_moment("1:45", half_hour).twice);
  CHECK(iso(moment_at_local(local_time(fold.moment), morning)) == "2026-11-01T01:30:00-04:00");
}

TEST_CASE("hours ago count hours that passed, through a change of clocks") {
  const Reckoning morning = reckoning_at("2026-11-01 09:00", "America/New_York");
  CHECK(iso(parse_moment("10h ago", morning).moment) == "2026-11-01T00:00:00-04:00");
}

TEST_CASE("moments print for people too") {
  const Moment moment = at("2026-11-22 08:05", reckoning_at("2026-11-22 10:00"));
  CHECK(short_time(moment) == "08:05");
  CHECK(iso(moment) == "2026-11-22T08:05:00+01:00");
  CHECK(iso(at("2026-07-15 12:00", reckoning_at("2026-11-22 10:00", "America/St_Johns"))) ==
        "2026-07-15T12:00:00-02:30");
  CHECK(iso(at("2026-07-15 12:00", reckoning_at("2026-11-22 10:00", "UTC"))) == "2026-07-15T12:00:00+00:00");
}

TEST_CASE("a moment is refused unless its date and its logical day are among those that lytes takes") {
  const Reckoning berlin = reckoning_at("2026-11-22 10:00");
  CHECK(moment_at(earliest_day + 3h, berlin).day == earliest_day);  // 04:00 in Berlin
  CHECK_THROWS_AS(moment_at(earliest_day + 3h - 1s, berlin), lytes::InputError);
  CHECK(moment_at(latest_day + 23h - 1s, berlin).day == latest_day);
  CHECK_THROWS_AS(moment_at(latest_day + 23h, berlin), lytes::InputError);
  for (const auto far : {Instant::min(), Instant::max(), Instant(std::chrono::seconds(1LL << 48))}) {
    CHECK_THROWS_AS(moment_at(far, berlin), lytes::InputError);
  }
}

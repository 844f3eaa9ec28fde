#include "lytes/calendar/day.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "reckonings.hpp"

using namespace lytes::calendar;

TEST_CASE("every day that lytes takes prints as a date and reads back") {
  for (Day d = earliest_day; d <= latest_day; d += std::chrono::days(1)) {
    const std::string text = iso(d);
    REQUIRE(text.size() == 10);
    REQUIRE(parse_iso_day(text) == d);
  }
  CHECK(iso(day("2026-11-22")) == "2026-11-22");
  CHECK(iso(day("0000-01-01")) == "0000-01-01");
  CHECK(iso(day("9999-12-31")) == "9999-12-31");
}

TEST_CASE("only ten characters of a real date are an ISO day") {
  for (const char* text : {"", "2026-11-2", "2026-11-222", "2026/11/22", "2026-13-01", "2026-00-01", "2026-02-29",
                           "2026-11-31", " 2026-11-22", "2026-11-2x", "20261122"}) {
    INFO(text);
    CHECK_FALSE(parse_iso_day(text));
  }
  CHECK(parse_iso_day("2024-02-29"));
}

TEST_CASE("a week runs from Monday to Sunday") {
  for (Day d = day("2026-11-16"); d <= day("2026-11-22"); d += std::chrono::days(1)) {
    CHECK(week_of(d) == DayRange{day("2026-11-16"), day("2026-11-22")});
  }
  CHECK(week_of(day("2026-11-23")).from == day("2026-11-23"));
  CHECK(week_of(day("2026-11-23")).length() == 7);
  CHECK(week_of(day("2026-11-23")).contains(day("2026-11-29")));
  CHECK_FALSE(week_of(day("2026-11-23")).contains(day("2026-11-30")));
  CHECK(weekday_short(day("2026-11-22")) == "Sun");
  CHECK(weekday_short(day("2026-11-23")) == "Mon");
}

#include "lytes/calendar/day_heading.hpp"

#include "reckonings.hpp"

using namespace lytes;
using namespace lytes::calendar;

namespace {

struct Heading {
  const char* line;
  const char* day;
  DayName name;
  std::size_t length;
};

}  // namespace

TEST_CASE("a day at the head of notes is told, with how it was said and how far it goes") {
  const Reckoning ten = reckoning_at("2026-11-26 10:00");  // a Thursday
  for (const Heading& heading :
       {Heading{"2026-11-24", "2026-11-24", DayName::Date, 10},
        Heading{"2026-11-24 Tue", "2026-11-24", DayName::Date, 14},
        Heading{"Tue 2026-11-24: coffee", "2026-11-24", DayName::Date, 14},
        Heading{"24 Nov 2025", "2025-11-24", DayName::Date, 11}, Heading{"24.11.2025", "2025-11-24", DayName::Date, 10},
        Heading{"24.11.26 coffee", "2026-11-24", DayName::Date, 8},
        Heading{"Tue 24 Nov", "2026-11-24", DayName::DayOfYear, 10},
        Heading{"Tuesday, 24th of November", "2026-11-24", DayName::DayOfYear, 25},
        Heading{"Nov 24", "2026-11-24", DayName::DayOfYear, 6}, Heading{"24.11.", "2026-11-24", DayName::DayOfYear, 6},
        Heading{"Tue. 24.11.: tea", "2026-11-24", DayName::DayOfYear, 11},
        Heading{"Tue", "2026-11-24", DayName::Weekday, 3}, Heading{"thursday", "2026-11-26", DayName::Weekday, 8},
        Heading{"Friday:", "2026-11-20", DayName::Weekday, 6}, Heading{"today", "2026-11-26", DayName::Relative, 5},
        Heading{"Yesterday", "2026-11-25", DayName::Relative, 9}}) {
    CAPTURE(heading.line);
    const auto read = read_day_heading(heading.line, ten);
    REQUIRE(read);
    CHECK(iso(read->day) == heading.day);
    CHECK(read->name == heading.name);
    CHECK(read->length == heading.length);
  }
}

TEST_CASE("a weekday that was said with a date chooses the year, and is told where it does not fit") {
  // 24 November was a Monday in 2025 and is a Tuesday in 2026.
  const Reckoning before = reckoning_at("2026-11-22 10:00");
  CHECK(read_day_heading("Mon 24 Nov", before)->day == day("2025-11-24"));
  CHECK(error_of("Tue 24 Nov", [&] { read_day_heading("Tue 24 Nov", before); }).what() ==
        std::string("This day is still to come; one of another year needs its year"));
  const Reckoning after = reckoning_at("2026-11-26 10:00");
  CHECK(error_of("Mon 24 Nov", [&] { read_day_heading("Mon 24 Nov", after); }).what() ==
        std::string("2026-11-24 was a Tuesday"));
  error_of("Mon 2026-11-24", [&] { read_day_heading("Mon 2026-11-24", after); });
  error_of("2026-11-31", [&] { read_day_heading("2026-11-31", after); });
  error_of("31.11.", [&] { read_day_heading("31.11.", after); });
  error_of("2026-11-27", [&] { read_day_heading("2026-11-27", after); });
}

TEST_CASE("a weekday alone is the next one behind the heading above") {
  const Reckoning ten = reckoning_at("2026-11-26 10:00");
  CHECK(read_day_heading("Tue", ten, day("2026-11-09"))->day == day("2026-11-10"));
  CHECK(read_day_heading("Mon", ten, day("2026-11-09"))->day == day("2026-11-16"));
  CHECK(read_day_heading("Fri", ten, day("2026-11-24"))->day == day("2026-11-20"));
}

TEST_CASE("what begins as a number or a word does is no day") {
  const Reckoning ten = reckoning_at("2026-11-26 10:00");
  for (const char* line : {"", "coffee", "8:30 coffee", "1/2 cup milk", "8.30 coffee", "2 eggs", "1.5 l water", "may",
                           "3 days ago", "tomorrow", "last mon", "24", "2026", "-", "20/11", "monster munch"}) {
    CAPTURE(line);
    CHECK_FALSE(read_day_heading(line, ten));
  }
}

#include "lytes/calendar/spoken.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "reckonings.hpp"

using namespace lytes::calendar;
using Catch::Contains;

// 2026-11-22 is a Sunday.

TEST_CASE("clock times are today's, in the forms that people type") {
  const Reckoning ten = reckoning_at("2026-11-22 22:00");
  for (const std::string text :
       {"8:30", "08:30", "8.30", "8:30am", "8:30 AM", "8:30 a.m.", "at 8:30", "@ 8:30", "8:30:00", "today 8:30",
        "today at 8:30", "8:30 today", "2026-11-22 8:30", "sun 8:30", "8:30 on sunday"}) {
    INFO(text);
    CHECK(said(text, ten) == "2026-11-22T08:30:00+01:00");
  }
  CHECK(said("8:30pm", ten) == "2026-11-22T20:30:00+01:00");
  CHECK(said("8 p.m.", ten) == "2026-11-22T20:00:00+01:00");
  CHECK(said("8pm", ten) == "2026-11-22T20:00:00+01:00");
  CHECK(said("12am", ten) == "2026-11-22T00:00:00+01:00");
  CHECK(said("12:15am", ten) == "2026-11-22T00:15:00+01:00");
  CHECK(said("12pm", ten) == "2026-11-22T12:00:00+01:00");
  CHECK(said("noon", ten) == "2026-11-22T12:00:00+01:00");
  CHECK(said("midnight", ten) == "2026-11-22T00:00:00+01:00");
  CHECK(said("20:30:15", ten) == "2026-11-22T20:30:15+01:00");
  CHECK(said("now", ten) == "2026-11-22T22:00:00+01:00");
}

TEST_CASE("a bare clock time later than now is the last such time, and that is said") {
  const Reckoning ten = reckoning_at("2026-11-22 10:00");
  const SpokenMoment later = parse_moment("23:40", ten);
  CHECK(iso(later.moment) == "2026-11-21T23:40:00+01:00");
  CHECK(later.earlier_day);
  CHECK_FALSE(parse_moment("9:59", ten).earlier_day);
  CHECK_FALSE(parse_moment("10:00", ten).earlier_day);
  CHECK(parse_moment("10:01", ten).earlier_day);
  CHECK_FALSE(parse_moment("yesterday 23:40", ten).earlier_day);
}

TEST_CASE("a moment may lie on a day that is named") {
  const Reckoning ten = reckoning_at("2026-11-22 10:00");
  for (const std::string text :
       {"yesterday 23:40", "Yesterday at 11:40pm", "23:40 yesterday", "sat 23:40", "saturday, 23:40", "last sat 23:40",
        "1 day ago 23:40", "20 hours ago", "2026-11-21 23:40", "2026-11-21T23:40", "21 nov 23:40", "nov 21 23:40",
        "21st of November 2026 23:40", "nov. 21, 2026, 23:40"}) {
    INFO(text);
    const std::string expected = text == "20 hours ago" ? "2026-11-21T14:00:00+01:00" : "2026-11-21T23:40:00+01:00";
    CHECK(said(text, ten) == expected);
  }
  CHECK(said("mon 7am", ten) == "2026-11-16T07:00:00+01:00");
  CHECK(said("sun 9:00", ten) == "2026-11-22T09:00:00+01:00");
  CHECK(said("sun 11:00", ten) == "2026-11-15T11:00:00+01:00");
  CHECK(said("last sunday 9:00", ten) == "2026-11-15T09:00:00+01:00");
  CHECK(said("2 weeks ago 19:00", ten) == "2026-11-08T19:00:00+01:00");
  CHECK(said("30 dec 8:00", reckoning_at("2026-01-10 10:00")) == "2025-12-30T08:00:00+01:00");
}

TEST_CASE("a moment may be counted back from now") {
  const Reckoning ten = reckoning_at("2026-11-22 10:00");
  CHECK(said("2h ago", ten) == "2026-11-22T08:00:00+01:00");
  CHECK(said("30 min ago", ten) == "2026-11-22T09:30:00+01:00");
  CHECK(said("1h30 ago", ten) == "2026-11-22T08:30:00+01:00");
  CHECK(said("1.5 hours ago", ten) == "2026-11-22T08:30:00+01:00");
  CHECK(said("1,5h ago", ten) == "2026-11-22T08:30:00+01:00");
  CHECK(said("half an hour ago", ten) == "2026-11-22T09:30:00+01:00");
  CHECK(said("an hour and a half ago", ten) == "2026-11-22T08:30:00+01:00");
  CHECK(said("24h ago", ten) == "2026-11-21T10:00:00+01:00");
}

TEST_CASE("a part of the day stands for a clock time, and that is said") {
  const Reckoning ten = reckoning_at("2026-11-22 10:00");
  CHECK(said("this morning", ten) == "2026-11-22T08:00:00+01:00");
  CHECK(said("last night", ten) == "2026-11-21T23:00:00+01:00");
  CHECK(said("last evening", ten) == "2026-11-21T19:00:00+01:00");
  CHECK(said("yesterday evening", ten) == "2026-11-21T19:00:00+01:00");
  CHECK(said("yesterday for lunch", ten) == "2026-11-21T12:30:00+01:00");
  CHECK(said("for lunch yesterday", ten) == "2026-11-21T12:30:00+01:00");
  CHECK(said("monday afternoon", ten) == "2026-11-16T15:00:00+01:00");
  CHECK(said("on friday in the morning", ten) == "2026-11-20T08:00:00+01:00");
  CHECK(said("for dinner", ten) == "2026-11-21T19:00:00+01:00");
  CHECK(said("evening", ten) == "2026-11-21T19:00:00+01:00");
  CHECK(parse_moment("for dinner", ten).earlier_day);
  for (const std::string text : {"this morning", "last night", "mon evening", "for lunch"}) {
    INFO(text);
    CHECK(parse_moment(text, ten).vague);
  }
  CHECK_FALSE(parse_moment("8:30", ten).vague);
  error_of("this evening", [&] { parse_moment("this evening", ten); });
}

TEST_CASE("a part of the day that has begun, and a meal that may go on, is now") {
  CHECK(said("this morning", reckoning_at("2026-11-22 06:40")) == "2026-11-22T06:40:00+01:00");
  CHECK(said("this evening", reckoning_at("2026-11-22 18:10")) == "2026-11-22T18:10:00+01:00");
  CHECK(said("tonight", reckoning_at("2026-11-22 20:10")) == "2026-11-22T20:10:00+01:00");
  CHECK(said("for lunch", reckoning_at("2026-11-22 13:40")) == "2026-11-22T13:40:00+01:00");
  CHECK(said("for lunch", reckoning_at("2026-11-22 16:00")) == "2026-11-22T12:30:00+01:00");
}

TEST_CASE("bedtime may be that of a day that is named, before or behind it") {
  const Reckoning ten = reckoning_at("2026-11-22 10:00");
  for (const char* text : {"before bed yesterday", "yesterday before bed", "b4 bed on saturday", "sat before bed"}) {
    INFO(text);
    CHECK(said(text, ten) == "2026-11-21T23:00:00+01:00");
    CHECK(parse_moment(text, ten).plain);
  }
}

TEST_CASE("in the small hours last night is the evening that has just been") {
  CHECK(said("last night", reckoning_at("2026-11-22 01:30")) == "2026-11-21T23:00:00+01:00");
  CHECK(said("this evening", reckoning_at("2026-11-22 01:30")) == "2026-11-21T19:00:00+01:00");
}

TEST_CASE("clock times may be said in words and about") {
  const Reckoning ten = reckoning_at("2026-11-22 22:00");
  CHECK(said("half past 7", ten) == "2026-11-22T07:30:00+01:00");
  CHECK(said("half past 7 pm", ten) == "2026-11-22T19:30:00+01:00");
  CHECK(said("ten past six", ten) == "2026-11-22T06:10:00+01:00");
  CHECK(said("at 11 last night", ten) == "2026-11-21T23:00:00+01:00");
  CHECK(said("at 2 last night", ten) == "2026-11-22T02:00:00+01:00");
  CHECK(said("730am", ten) == "2026-11-22T07:30:00+01:00");
  CHECK(said("morning 5 o clock", ten) == "2026-11-22T05:00:00+01:00");
  CHECK(said("yesterday evening 7:30", ten) == "2026-11-21T19:30:00+01:00");
  CHECK(said("between 2 and 4am", ten) == "2026-11-22T03:00:00+01:00");
  CHECK(said("between 11pm and 1am", ten) == "2026-11-22T00:00:00+01:00");
  CHECK(said("between 12 and 2pm yesterday", ten) == "2026-11-21T13:00:00+01:00");
  CHECK(said("three quarters of an hour ago", ten) == "2026-11-22T21:15:00+01:00");
  CHECK(said("gestern Abend", ten) == "2026-11-21T19:00:00+01:00");
  CHECK(said("day before yesterday evening", ten) == "2026-11-20T19:00:00+01:00");
  CHECK(said("ten to five this morning", ten) == "2026-11-22T04:50:00+01:00");
  CHECK(said("20 past 7", ten) == "2026-11-22T07:20:00+01:00");
  CHECK(said("seven am", ten) == "2026-11-22T07:00:00+01:00");
  CHECK(said("two in the morning", ten) == "2026-11-22T02:00:00+01:00");
  CHECK(said("quarter to 8", ten) == "2026-11-22T07:45:00+01:00");
  CHECK(said("a quarter past 8", ten) == "2026-11-22T08:15:00+01:00");
  CHECK(said("8 o'clock", ten) == "2026-11-22T08:00:00+01:00");
  CHECK(said("20 Uhr", ten) == "2026-11-22T20:00:00+01:00");
  CHECK(said("20.30 Uhr", ten) == "2026-11-22T20:30:00+01:00");
  CHECK(said("~9pm", ten) == "2026-11-22T21:00:00+01:00");
  CHECK(said("around noon", ten) == "2026-11-22T12:00:00+01:00");
  CHECK(said("about 9:15", ten) == "2026-11-22T09:15:00+01:00");
}

TEST_CASE("words that could mean something else than a time are told from those that cannot") {
  const Reckoning ten = reckoning_at("2026-11-22 22:00");
  for (const std::string text :
       {"8:30", "8pm", "20 Uhr", "last night", "yesterday evening", "around noon", "this morning", "an hour ago",
        "at 6.30", "yesterday 6.30", "half past 7", "for lunch", "just now"}) {
    INFO(text);
    CHECK(parse_moment(text, ten).plain);
  }
  for (const std::string text : {"6.30", "noon", "midnight", "now"}) {
    INFO(text);
    CHECK_FALSE(parse_moment(text, ten).plain);
  }
}

TEST_CASE("of words that may be no time at all a moment is found where one could be read") {
  const Reckoning ten = reckoning_at("2026-11-22 22:00");
  for (const std::string text : {"8pm", "yesterday 23:40", "2h ago", "at 6.30", "just now", "8:30"}) {
    INFO(text);
    const auto found = moment_in(text, ten);
    REQUIRE(found);
    CHECK(found->moment == parse_moment(text, ten).moment);
    CHECK(found->plain == parse_moment(text, ten).plain);
  }
  for (const std::string text : {"", "at", "water", "8", "8pm water", "yesterday toast", "mon", "25:00", "half 8"}) {
    INFO(text);
    CHECK_FALSE(moment_in(text, ten));
  }
}

TEST_CASE("after midnight the evening before is still today") {
  const Reckoning sunday_night = reckoning_at("2026-11-22 01:30");
  CHECK(said("today 23:00", sunday_night) == "2026-11-21T23:00:00+01:00");
  CHECK(said("yesterday 19:00", sunday_night) == "2026-11-20T19:00:00+01:00");
  CHECK(said("0:30", sunday_night) == "2026-11-22T00:30:00+01:00");
  CHECK(said("today 0:30", sunday_night) == "2026-11-22T00:30:00+01:00");
  CHECK(said("yesterday 1:00", sunday_night) == "2026-11-21T01:00:00+01:00");
  CHECK(parse_moment("0:30", sunday_night).moment.day == day("2026-11-21"));
  CHECK(parse_day("today", sunday_night) == day("2026-11-21"));
  CHECK(parse_day("yesterday", sunday_night) == day("2026-11-20"));
  const SpokenMoment evening = parse_moment("23:00", sunday_night);
  CHECK(iso(evening.moment) == "2026-11-21T23:00:00+01:00");
  CHECK(evening.earlier_day);
}

TEST_CASE("once the day has started, day words name calendar dates") {
  const Reckoning ten = reckoning_at("2026-11-22 10:00");
  CHECK(said("today 1:30", ten) == "2026-11-22T01:30:00+01:00");
  CHECK(said("yesterday 1:30", ten) == "2026-11-21T01:30:00+01:00");
  CHECK(parse_moment("yesterday 1:30", ten).moment.day == day("2026-11-20"));
}

TEST_CASE("a day that starts at noon keeps its morning with the date before") {
  const Reckoning eleven = reckoning_at("2026-11-22 11:00", "Europe/Berlin", std::chrono::hours(12));
  CHECK(parse_day("today", eleven) == day("2026-11-21"));
  CHECK(said("today 10:00", eleven) == "2026-11-22T10:00:00+01:00");
  CHECK(said("today 13:00", eleven) == "2026-11-21T13:00:00+01:00");
  CHECK(said("yesterday 13:00", eleven) == "2026-11-20T13:00:00+01:00");
}

TEST_CASE("a UTC offset that is said is kept, and Z only fixes the instant") {
  const Reckoning ten = reckoning_at("2026-11-22 10:00");
  CHECK(said("2026-11-20T14:00:00+01:00", ten) == "2026-11-20T14:00:00+01:00");
  CHECK(said("2026-11-20T14:00:00.250-05:00", ten) == "2026-11-20T14:00:00-05:00");
  CHECK(said("2026-11-20 14:00 +0530", ten) == "2026-11-20T14:00:00+05:30");
  CHECK(said("2026-11-20T14:00:00Z", ten) == "2026-11-20T15:00:00+01:00");
  const Moment far = parse_moment("2026-11-20T02:00:00-05:00", ten).moment;
  CHECK(far.day == day("2026-11-19"));
  CHECK(far.at == parse_instant("2026-11-20T07:00:00Z", ten.zone));
}

TEST_CASE("what cannot be a moment is refused with its place and an example") {
  const Reckoning ten = reckoning_at("2026-11-22 10:00");
  const auto error = [&](const std::string& text) { return error_of(text, [&] { parse_moment(text, ten); }); };
  CHECK_THAT(error("8").valid, Contains("8:00"));
  CHECK_THAT(error("0830").valid, Contains("8:30"));
  CHECK_THAT(error("19").valid, Contains("19:00"));
  CHECK(error("2h").valid == "2h ago");
  CHECK(error("half 7").valid == "half past 7 or 6:30");
  CHECK_THAT(error("last week").valid, Contains("yesterday 23:00"));
  CHECK_THAT(error("next mon 8:00").what(), Contains("future"));
  CHECK(error("yesterday 8").place == 10);
  CHECK_THAT(error("sat").valid, Contains("sat 19:00"));
  CHECK(error("sat").place == 3);
  CHECK(error("tomorrow 8:00").place == 0);
  CHECK_THAT(error("today 11:00").what(), Contains("future"));
  CHECK_THAT(error("2026-11-22 10:01").what(), Contains("future"));
  CHECK_THAT(error("2026-11-22T10:00:01+01:00").what(), Contains("future"));
  CHECK_THAT(error("in 2h").what(), Contains("future"));
  CHECK(error("8:75").place == 2);
  CHECK(error("25:00").place == 0);
  CHECK(error("13pm").place == 0);
  CHECK(error("0am").place == 0);
  CHECK(error("8:30 tea").place == 5);
  CHECK_THAT(error("31.2.2026 14:00").valid, Contains("2026-11-20"));
  CHECK_THAT(error("3/4 14:00").valid, Contains("date_order"));
  CHECK_THAT(error("2026-02-30 14:00").what(), Contains("no such date"));
  CHECK_THAT(error("yesterday midnight").valid, Contains("23:59"));
  CHECK_THAT(error("2200-01-01 14:00").what(), Contains("1900 to 2199"));
  CHECK_THAT(error("1899-12-31 14:00").what(), Contains("1900 to 2199"));
  CHECK_THAT(error("1900-01-01 3:00").what(), Contains("1900 to 2199"));  // still the day before
  CHECK_THAT(error("30 nov 8:00").valid, Contains("2025-11-30"));
  for (const std::string text : {"",
                                 "   ",
                                 "last morning",
                                 "this night",
                                 "half 7",
                                 "tomorrow evening",
                                 "for 8",
                                 "soon",
                                 "-2h ago",
                                 "2h",
                                 "9000h ago",
                                 "99999 weeks ago 8:00",
                                 "8:3",
                                 "8:300",
                                 "8:30+01:00",
                                 "2026-13-01 8:00",
                                 "2026-11-20T14:00+99:00",
                                 "30 feb 8:00",
                                 "\xFF\xFE",
                                 "½h ago"}) {
    error(text);
  }
}

TEST_CASE("days may be named") {
  const Reckoning ten = reckoning_at("2026-11-22 10:00");
  CHECK(parse_day("today", ten) == day("2026-11-22"));
  CHECK(parse_day("Yesterday", ten) == day("2026-11-21"));
  CHECK(parse_day("mon", ten) == day("2026-11-16"));
  CHECK(parse_day("on thursday", ten) == day("2026-11-19"));
  CHECK(parse_day("tues", ten) == day("2026-11-17"));
  CHECK(parse_day("sun", ten) == day("2026-11-22"));
  CHECK(parse_day("last sun", ten) == day("2026-11-15"));
  CHECK(parse_day("the day before yesterday", ten) == day("2026-11-20"));
  CHECK(parse_day("3 days ago", ten) == day("2026-11-19"));
  CHECK(parse_day("a week ago", ten) == day("2026-11-15"));
  CHECK(parse_day("2026-11-20", ten) == day("2026-11-20"));
  CHECK(parse_day("20 nov", ten) == day("2026-11-20"));
  CHECK(parse_day("Nov 20th, 2025", ten) == day("2025-11-20"));
  CHECK(parse_day("29 feb", ten) == day("2024-02-29"));
  CHECK(parse_day("tomorrow", ten, FutureDays::Allowed) == day("2026-11-23"));
  CHECK(parse_day("2027-01-01", ten, FutureDays::Allowed) == day("2027-01-01"));
  for (const std::string text : {"", "tomorrow", "2026-11-23", "23 nov", "soon", "8:30", "20", "2026-11", "3/4/2026",
                                 "today x", "29 feb 2025", "2039-01-01"}) {
    error_of(text, [&] { parse_day(text, ten); });
  }
}

TEST_CASE("ranges of days may be named") {
  const Reckoning ten = reckoning_at("2026-11-22 10:00");
  const auto range = [&](const std::string& text) {
    const DayRange days = parse_range(text, ten);
    return iso(days.from) + " " + iso(days.to);
  };
  CHECK(range("today") == "2026-11-22 2026-11-22");
  CHECK(range("mon") == "2026-11-16 2026-11-16");
  CHECK(range("week") == "2026-11-16 2026-11-22");
  CHECK(range("this week") == "2026-11-16 2026-11-22");
  CHECK(range("last week") == "2026-11-09 2026-11-15");
  CHECK(range("month") == "2026-11-01 2026-11-30");
  CHECK(range("last month") == "2026-10-01 2026-10-31");
  CHECK(range("year") == "2026-01-01 2026-12-31");
  CHECK(range("7d") == "2026-11-16 2026-11-22");
  CHECK(range("last 7 days") == "2026-11-16 2026-11-22");
  CHECK(range("4 weeks") == "2026-10-26 2026-11-22");
  CHECK(range("7 days ago") == "2026-11-15 2026-11-15");
  CHECK(range("2026-11") == "2026-11-01 2026-11-30");
  CHECK(range("2026") == "2026-01-01 2026-12-31");
  CHECK(range("november") == "2026-11-01 2026-11-30");
  CHECK(range("dec") == "2025-12-01 2025-12-31");
  CHECK(range("nov 2025") == "2025-11-01 2025-11-30");
  CHECK(range("nov 20") == "2026-11-20 2026-11-20");
  CHECK(range("2026-11-01..2026-11-20") == "2026-11-01 2026-11-20");
  CHECK(range("2026-11-01 to yesterday") == "2026-11-01 2026-11-21");
  CHECK(range("sep..oct") == "2026-09-01 2026-10-31");
  CHECK(range("2026-11-01..") == "2026-11-01 2026-11-22");
  CHECK(range("2026-11-01 - 2026-11-20") == "2026-11-01 2026-11-20");
  CHECK(range("since mon") == "2026-11-16 2026-11-22");
  CHECK(range("week of 2026-11-03") == "2026-11-02 2026-11-08");
  CHECK(range("all") == "1900-01-01 2026-11-22");
  CHECK(range("2026-W47") == "2026-11-16 2026-11-22");
  CHECK(range("week 47") == "2026-11-16 2026-11-22");
  CHECK(range("W46") == "2026-11-09 2026-11-15");
  CHECK(range("week 48") == "2025-11-24 2025-11-30");
  CHECK(range("week 1 2026") == "2025-12-29 2026-01-04");
  CHECK(range("2020-W53") == "2020-12-28 2021-01-03");
  CHECK(range("week 53") == "2020-12-28 2021-01-03");
  CHECK(range("2026-W45..2026-W46") == "2026-11-02 2026-11-15");
  for (const std::string text :
       {"", "2026-11-20..2026-11-01", "2026-12-01", "2027", "0d", "2026-13", "week x", "99999d", "..", "1850",
        "2025-W53", "week 54", "week 0", "2026-W48", "2026-11-01..2200-01-01"}) {
    error_of(text, [&] { parse_range(text, ten); });
  }
}

TEST_CASE("durations are told in minutes") {
  CHECK(parse_duration_minutes("10m") == 10);
  CHECK(parse_duration_minutes("10 min") == 10);
  CHECK(parse_duration_minutes("1h") == 60);
  CHECK(parse_duration_minutes("1h30") == 90);
  CHECK(parse_duration_minutes("a couple of minutes") == 2);
  CHECK(parse_duration_minutes("a few minutes") == 3);
  CHECK(parse_duration_minutes("forty-five minutes") == 45);
  CHECK(parse_duration_minutes("six hours") == 360);
  CHECK(parse_duration_minutes("20-25 min") == 22.5);
  CHECK(parse_duration_minutes("2 to 3 hours") == 150);
  CHECK(parse_duration_minutes("1h30m") == 90);
  CHECK(parse_duration_minutes("1 hr 15") == 75);
  CHECK(parse_duration_minutes("three quarters of an hour") == 45);
  CHECK(parse_duration_minutes("1 hour and 30 minutes") == 90);
  CHECK(parse_duration_minutes("90 s") == 1.5);
  CHECK(parse_duration_minutes("6.5h") == 390);
  CHECK(parse_duration_minutes("6,5 h") == 390);
  CHECK(parse_duration_minutes("half an hour") == 30);
  CHECK(parse_duration_minutes("two and a half hours") == 150);
  CHECK(parse_duration_minutes("a quarter of an hour") == 15);
  CHECK(parse_duration_minutes("2 days") == 2880);
  CHECK_THAT(error_of("10", [] { parse_duration_minutes("10"); }).valid, Contains("10m"));
  for (const std::string text :
       {"", "m", "-5m", "0m", "10m 2h", "10 minuets", "1h 10", "1:30", "99999h", "1e3m", "10m x"}) {
    error_of(text, [&] { parse_duration_minutes(text); });
  }
}

TEST_CASE("the day start is a clock time alone") {
  CHECK(parse_clock("04:00") == std::chrono::minutes(240));
  CHECK(parse_clock("4am") == std::chrono::minutes(240));
  CHECK(parse_clock("0:00") == std::chrono::minutes(0));
  CHECK(parse_clock("noon") == std::chrono::minutes(720));
  CHECK(parse_clock("23:59") == std::chrono::minutes(1439));
  for (const std::string text : {"", "4", "24:00", "04:00:30", "4am x", "yesterday"}) {
    error_of(text, [&] { parse_clock(text); });
  }
}

TEST_CASE("dates in numbers go by the order that was said, and by what can be no month where none was") {
  Reckoning reckoning = reckoning_at("2026-11-22 10:00");
  const auto moment = [&](const char* text) { return iso(parse_moment(text, reckoning).moment); };
  CHECK(moment("20/11 14:00") == "2026-11-20T14:00:00+01:00");
  CHECK(moment("11/20/2026 2pm") == "2026-11-20T14:00:00+01:00");
  CHECK(moment("20.11. 14:00") == "2026-11-20T14:00:00+01:00");
  CHECK(moment("3.11.2026 14:00") == "2026-11-03T14:00:00+01:00");
  reckoning.date_order = DateOrder::DayFirst;
  CHECK(moment("3/11 14:00") == "2026-11-03T14:00:00+01:00");
  CHECK(moment("14:00 3/11/26") == "2026-11-03T14:00:00+01:00");
  reckoning.date_order = DateOrder::MonthFirst;
  CHECK(moment("11/3 14:00") == "2026-11-03T14:00:00+01:00");
  CHECK(moment("3.11. 14:00") == "2026-11-03T14:00:00+01:00");
  CHECK(parse_day("11/3/2026", reckoning) == day("2026-11-03"));
  // Where no sign stands before it, it may be how bad something was.
  CHECK_FALSE(parse_moment("6/10 8:30", reckoning).plain);
  CHECK(parse_moment("on 6/10 8:30", reckoning).plain);
}

TEST_CASE("yesterday alone is its noon, and the middle of the night the small hours") {
  const Reckoning reckoning = reckoning_at("2026-11-22 10:00");
  const auto spoken = parse_moment("yesterday", reckoning);
  CHECK(iso(spoken.moment) == "2026-11-21T12:00:00+01:00");
  CHECK(spoken.vague);
  CHECK(iso(parse_moment("in the night", reckoning).moment) == "2026-11-22T03:00:00+01:00");
  CHECK(iso(parse_moment("this am", reckoning).moment) == "2026-11-22T08:00:00+01:00");
}

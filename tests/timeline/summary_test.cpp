#include "lytes/timeline/summary.hpp"

#include <catch2/catch.hpp>

#include "diary.hpp"

using namespace lytes;
using namespace lytes::timeline;
using namespace lytes::timeline::testing;
using Catch::WithinAbs;
using journal::DayStatus;
using journal::EntryKind;
using journal::Stream;
using quantity::Nutrient;

namespace {

constexpr calendar::DayRange week{monday, day_after(monday, 6)};
constexpr calendar::DayRange five_weeks{day_after(monday, -28), day_after(monday, 6)};

Standing standing_of(const DayRow& row, Nutrient nutrient) {
  for (const Standing& standing : standings(row)) {
    if (standing.nutrient == nutrient) return standing;
  }
  throw std::logic_error("no standing");
}

}  // namespace

TEST_CASE("a closed day stands low below four fifths of its target, below under it, and OK from it on") {
  Diary diary;
  diary.food(monday, figures(1200.0, 350.0, 2800.0));
  DayRow row = diary.row(monday);
  row.intake_status = DayStatus::Complete;
  const Standing water = standing_of(row, Nutrient::Water);
  CHECK(water.verdict == Verdict::Low);
  CHECK(water.sum == 1200.0);
  CHECK(water.target == 2000.0);
  CHECK_THAT(water.share.value(), WithinAbs(0.6, 1e-12));
  CHECK(standing_of(row, Nutrient::Magnesium).verdict == Verdict::Ok);
  CHECK(standing_of(row, Nutrient::Potassium).verdict == Verdict::Below);
}

TEST_CASE("a day that is not closed is never low") {
  Diary diary;
  diary.food(monday, figures(1200.0, 350.0, 10.0));
  const DayRow row = diary.row(monday);
  CHECK(standing_of(row, Nutrient::Water).verdict == Verdict::Open);
  CHECK(standing_of(row, Nutrient::Magnesium).verdict == Verdict::Ok);
  CHECK(standing_of(row, Nutrient::Potassium).verdict == Verdict::Open);
}

TEST_CASE("twice the water is HIGH, much food is not") {
  Diary diary;
  diary.food(monday, figures(4001.0, 3500.0, 35000.0));
  const DayRow row = diary.row(monday);
  CHECK(standing_of(row, Nutrient::Water).verdict == Verdict::High);
  CHECK(standing_of(row, Nutrient::Magnesium).verdict == Verdict::Ok);
  CHECK(standing_of(row, Nutrient::Potassium).verdict == Verdict::Ok);
}

TEST_CASE("sodium is held against its limit only") {
  const targets::TargetBook book{{}, {{}, {{Nutrient::Sodium, monday, 2300.0}}}};
  Diary diary;
  auto salty = figures(100.0, 10.0, 10.0);
  salty[Nutrient::Sodium] = 2300.0;
  diary.food(monday, salty);
  DayRow row = diary.row(monday, book);
  CHECK(standing_of(row, Nutrient::Sodium).verdict == Verdict::Open);
  row.intake_status = DayStatus::Complete;
  CHECK(standing_of(row, Nutrient::Sodium).verdict == Verdict::Ok);
  salty[Nutrient::Sodium] = 1.0;
  diary.food(monday, salty);
  const Standing high = standing_of(diary.row(monday, book), Nutrient::Sodium);
  CHECK(high.verdict == Verdict::High);
  CHECK(high.limit == 2300.0);
  CHECK_FALSE(high.target);
  CHECK(standing_of(diary.row(monday), Nutrient::Sodium).verdict == Verdict::Unknown);
}

TEST_CASE("where an item has no figure nobody knows whether a limit was kept") {
  const targets::TargetBook book{{}, {{}, {{Nutrient::Sodium, monday, 2300.0}}}};
  Diary diary;
  auto mild = figures(100.0, 10.0, 10.0);
  mild[Nutrient::Sodium] = 100.0;
  diary.food(monday, mild);
  diary.food(monday, figures(100.0, 10.0, 10.0));
  DayRow row = diary.row(monday, book);
  row.intake_status = DayStatus::Complete;
  CHECK(standing_of(row, Nutrient::Sodium).verdict == Verdict::Open);
}

TEST_CASE("where nothing is known there is no verdict") {
  Diary diary;
  CHECK(standing_of(diary.row(monday), Nutrient::Water).verdict == Verdict::Unknown);
  diary.food(monday, figures(200.0));
  const Standing magnesium = standing_of(diary.row(monday), Nutrient::Magnesium);
  CHECK(magnesium.verdict == Verdict::Unknown);
  CHECK(magnesium.known == 0);
  CHECK(magnesium.entries == 1);
  CHECK_FALSE(magnesium.share);
  CHECK(standing_of(diary.row(monday, {{}, {}}), Nutrient::Water).verdict == Verdict::Unknown);
}

TEST_CASE("what is known is counted against all items") {
  Diary diary;
  for (int i = 0; i < 7; ++i) diary.food(monday, figures(100.0, 20.0));
  for (int i = 0; i < 2; ++i) diary.food(monday, figures(100.0));
  const Standing magnesium = standing_of(diary.row(monday), Nutrient::Magnesium);
  CHECK(magnesium.known == 7);
  CHECK(magnesium.entries == 9);
  CHECK(magnesium.verdict == Verdict::Open);
}

TEST_CASE("verdicts read as words") {
  CHECK(word(Verdict::Low) == "LOW");
  CHECK(word(Verdict::Ok) == "OK");
  CHECK(word(Verdict::High) == "HIGH");
  CHECK(word(Verdict::Unknown).empty());
}

TEST_CASE("the share from drinks is of the known water") {
  Diary diary;
  CHECK_FALSE(share_from_drinks(diary.row(monday)));
  diary.drink(monday, 750);
  diary.food(monday, figures(250.0));
  CHECK_THAT(share_from_drinks(diary.row(monday)).value(), WithinAbs(0.75, 1e-12));
}

TEST_CASE("this week and the four before are compared by their known days") {
  Diary diary;
  for (int i = -28; i < 0; i += 2) diary.close(day_after(monday, i));
  for (int i = 0; i < 7; ++i) diary.spasm(day_after(monday, -2));
  diary.spasm(day_after(monday, -1));
  diary.close(monday);
  diary.spasm(day_after(monday));
  diary.spasm(day_after(monday));
  const SpasmWeek result = spasm_week(diary.timeline(five_weeks), week);
  CHECK(result.this_week.spasms == 2);
  CHECK(result.this_week.known_days == 2);
  CHECK(result.this_week.days == 7);
  CHECK(result.before.spasms == 8);
  CHECK(result.before.known_days == 15);
  CHECK(result.before.days == 28);
}

TEST_CASE("a week of which nothing is known is unknown, not quiet") {
  Diary diary;
  diary.spasm(day_after(monday, -3));
  diary.drink(monday, 250);
  const SpasmWeek result = spasm_week(diary.timeline(five_weeks), week);
  CHECK_FALSE(result.this_week.per_day());
  CHECK(result.before.per_day() == 1.0);
}

TEST_CASE("without a spasm before there is nothing to be a multiple of") {
  Diary diary;
  diary.close(day_after(monday, -3));
  diary.spasm(monday);
  CHECK(spasm_week(diary.timeline(five_weeks), week).before.per_day() == 0.0);
}

TEST_CASE("days outside the timeline are unknown") {
  Diary diary;
  diary.spasm(day_after(monday, -3));
  diary.spasm(monday);
  const SpasmWeek result = spasm_week(diary.timeline(week), week);
  CHECK(result.before.days == 28);
  CHECK(result.before.known_days == 0);
  CHECK(result.this_week.per_day() == 1.0);
}

TEST_CASE("spasms are gathered by site and time of day, the most frequent site first") {
  Diary diary;
  diary.spasm(monday, "neck", 9, {}, 9h);
  diary.spasm(monday, "calf left", 5, {}, 26h);
  diary.spasm(day_after(monday), "calf left", {}, {}, 23h);
  diary.spasm(day_after(monday), "back", {}, {}, 13h);
  diary.spasm(day_after(monday, 8), "back", {}, {}, 13h);
  const SpasmWeek result = spasm_week(diary.timeline(five_weeks), week);
  REQUIRE(result.by_site.size() == 3);
  CHECK(result.by_site[0].site == "calf left");
  CHECK(result.by_site[0].spasms == 2);
  CHECK(result.by_site[0].worst_severity == 5);
  CHECK(result.by_site[0].by_time == std::array<int, 4>{1, 0, 0, 1});
  CHECK(result.by_site[0].by_two_hours == std::array<int, 12>{0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
  CHECK(result.by_site[0].timeless == 0);
  CHECK(result.by_site[1].site == "back");
  CHECK_FALSE(result.by_site[1].worst_severity);
  CHECK(result.by_site[2].site == "neck");
}

TEST_CASE("a spasm of unknown time is counted at its site and at no time of day") {
  Diary diary;
  diary.imported_spasm(monday);
  const SpasmWeek result = spasm_week(diary.timeline(week), week);
  REQUIRE(result.by_site.size() == 1);
  CHECK(result.by_site[0].spasms == 1);
  CHECK(result.by_site[0].timeless == 1);
  CHECK(result.by_site[0].by_time == std::array<int, 4>{0, 0, 0, 0});
}

TEST_CASE("sites taken together have all their spasms and the worst of them") {
  Diary diary;
  diary.spasm(monday, "neck", 9, {}, 9h);
  diary.spasm(monday, "calf left", 5, {}, 10h);
  diary.spasm(monday, "calf left", 4, {}, 23h);
  diary.imported_spasm(monday);
  const SiteCount all = sum_of_sites(spasms_by_site(diary.timeline(week), week));
  CHECK(all.site.empty());
  CHECK(all.spasms == 4);
  CHECK(all.timeless == 1);
  CHECK(all.worst_severity == 9);
  CHECK(all.by_time == std::array<int, 4>{0, 2, 0, 1});
  CHECK(all.by_two_hours == std::array<int, 12>{0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1});
  CHECK(sum_of_sites({}).spasms == 0);
}

TEST_CASE("the quarters of the clock begin at 0, 6, 12 and 18") {
  CHECK(word(time_of_day(0)) == "night");
  CHECK(word(time_of_day(5)) == "night");
  CHECK(word(time_of_day(6)) == "morning");
  CHECK(word(time_of_day(12)) == "afternoon");
  CHECK(word(time_of_day(18)) == "evening");
  CHECK(word(time_of_day(23)) == "evening");
}

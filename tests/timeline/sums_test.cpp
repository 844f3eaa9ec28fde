#include "lytes/timeline/sums.hpp"

#include <catch2/catch.hpp>

#include "diary.hpp"

using namespace lytes;
using namespace lytes::timeline;
using namespace lytes::timeline::testing;
using Catch::WithinAbs;
using journal::DayStatus;
using journal::Stream;
using quantity::Nutrient;

namespace {

constexpr calendar::DayRange week{monday, day_after(monday, 6)};

constexpr std::size_t water = 0;
constexpr std::size_t magnesium = 1;

}  // namespace

TEST_CASE("a range's mean is that of its complete days alone") {
  Diary diary;
  diary.food(monday, figures(1000.0, 100.0, 1.0));
  diary.close(monday);
  diary.food(day_after(monday), figures(3000.0, 400.0, 1.0));
  diary.close(day_after(monday));
  diary.food(day_after(monday, 2), figures(9000.0, 9000.0, 1.0));
  const IntakeSum sum = intake_sum(diary.timeline(week), week, Nutrient::Magnesium);
  CHECK(sum.complete_days == 2);
  CHECK_THAT(sum.sum, WithinAbs(500.0, 1e-12));
  CHECK_THAT(sum.mean().value(), WithinAbs(250.0, 1e-12));
  CHECK(sum.days_short.below == 1);
  CHECK(sum.days_short.known == 2);
}

TEST_CASE("a day without a target has a total, but is not counted as short or enough") {
  Diary diary;
  diary.food(monday, figures(1000.0, 100.0, 1.0));
  diary.close(monday);
  const IntakeSum sum = intake_sum(diary.timeline(week, {{}, {}}), week, Nutrient::Sodium);
  CHECK(sum.days_short.known == 0);
  CHECK_FALSE(sum.mean());
}

TEST_CASE("a range without a complete day has no mean") {
  Diary diary;
  diary.food(monday, figures(1000.0, 100.0, 1.0));
  CHECK_FALSE(intake_sum(diary.timeline(week), week, Nutrient::Water).mean());
}

TEST_CASE("a range falls into the months it touches, and only its own days count") {
  Diary diary;
  const calendar::DayRange autumn{day_after(monday, -20), day_after(monday, 20)};  // 27 October to 6 December
  diary.spasm(day_after(monday, -25));
  diary.spasm(day_after(monday, -20));
  diary.food(monday, figures(1000.0, 400.0, 1.0));
  diary.close(monday);
  diary.stress(monday, 4);
  diary.stress(day_after(monday), 7);
  diary.say(day_after(monday, 20), Stream::Spasms, DayStatus::Complete);
  const auto months = month_sums(diary.timeline({day_after(monday, -30), day_after(monday, 30)}), autumn);
  REQUIRE(months.size() == 3);
  CHECK(months[0].days == calendar::DayRange{day_after(monday, -20), day_after(monday, -16)});
  CHECK(months[0].spasms.spasms == 1);
  CHECK(months[0].spasms.known_days == 1);
  CHECK(months[0].spasms.days == 5);
  CHECK(months[0].closed_days == 0);
  CHECK_FALSE(months[0].stress.mean());
  CHECK(months[1].days.length() == 30);
  CHECK(months[1].closed_days == 1);
  CHECK(months[1].days_short[water].below == 1);
  CHECK(months[1].days_short[magnesium].below == 0);
  CHECK(months[1].days_short[magnesium].known == 1);
  CHECK(months[1].stress.mean() == 5.5);
  CHECK(months[1].stress.max == 7);
  CHECK(months[2].days.length() == 6);
  CHECK(months[2].spasms.spasms == 0);
  CHECK(months[2].spasms.known_days == 1);
}

TEST_CASE("months of which the timeline has no day are unknown, not empty") {
  Diary diary;
  const auto months = month_sums(diary.timeline(week), {day_after(monday, -31), day_after(monday, 6)});
  REQUIRE(months.size() == 2);
  CHECK(months[0].days.length() == 16);
  CHECK(months[0].spasms.known_days == 0);
  CHECK(months[0].days_short[water].known == 0);
}

TEST_CASE("a range that ends before it begins has no months and no bins") {
  Diary diary;
  const auto timeline = diary.timeline(week);
  CHECK(month_sums(timeline, {monday, day_after(monday, -1)}).empty());
  CHECK(intake_bins(timeline, {monday, day_after(monday, -1)}, 7).empty());
}

TEST_CASE("bins end with the last day, so that only the first may be shorter") {
  Diary diary;
  const auto bins = intake_bins(diary.timeline(week), {monday, day_after(monday, 6)}, 3);
  REQUIRE(bins.size() == 3);
  CHECK(bins[0].days == calendar::DayRange{monday, monday});
  CHECK(bins[1].days == calendar::DayRange{day_after(monday), day_after(monday, 3)});
  CHECK(bins[2].days == calendar::DayRange{day_after(monday, 4), day_after(monday, 6)});
}

TEST_CASE("a bin's amount comes of its complete days, and only where there is none of those that were begun") {
  Diary diary;
  diary.food(monday, figures(1000.0, 100.0));
  diary.food(day_after(monday), figures(2000.0, 200.0, 1.0));
  diary.close(day_after(monday));
  diary.food(day_after(monday, 2), figures(500.0, 50.0));
  diary.food(day_after(monday, 3), figures(700.0));
  const auto bins = intake_bins(diary.timeline(week), {monday, day_after(monday, 5)}, 2);
  REQUIRE(bins.size() == 3);
  CHECK(bins[0].intake[water].complete);
  CHECK(bins[0].intake[water].amount == 2000.0);
  CHECK(bins[0].intake[water].below_target() == false);
  CHECK(bins[0].intake[magnesium].below_target() == true);
  CHECK_FALSE(bins[1].intake[water].complete);
  CHECK(bins[1].intake[water].amount == 600.0);
  CHECK(bins[1].intake[magnesium].amount == 50.0);
  CHECK_FALSE(bins[2].intake[water].amount);
  CHECK_FALSE(bins[2].intake[water].below_target());
  CHECK(bins[2].intake[water].target == 2000.0);
}

TEST_CASE("bins from days that were only begun are not counted as short") {
  Diary diary;
  diary.food(monday, figures(1000.0, 400.0, 1.0));
  diary.close(monday);
  diary.food(day_after(monday), figures(2500.0, 100.0, 1.0));
  diary.close(day_after(monday));
  diary.food(day_after(monday, 2), figures(10.0, 10.0, 1.0));
  const auto bins = intake_bins(diary.timeline(week), week, 1);
  CHECK(bins_short(bins, water).below == 1);
  CHECK(bins_short(bins, water).known == 2);
  CHECK(bins_short(bins, magnesium).below == 1);
}

TEST_CASE("a bin's spasms are a rate over the days on which their number is known") {
  Diary diary;
  diary.close(monday);
  diary.spasm(day_after(monday));
  diary.spasm(day_after(monday));
  diary.spasm(day_after(monday));
  const auto bins = intake_bins(diary.timeline(week), week, 7);
  REQUIRE(bins.size() == 1);
  CHECK(bins[0].spasms.spasms == 3);
  CHECK(bins[0].spasms.known_days == 2);
  CHECK(bins[0].spasms.in_days(7) == 10.5);
  CHECK_FALSE(SpasmRate{}.in_days(7));
}

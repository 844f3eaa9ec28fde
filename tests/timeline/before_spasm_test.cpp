#include "lytes/timeline/before_spasm.hpp"

#include <catch2/catch.hpp>

#include "diary.hpp"
#include "lytes/timeline/sources.hpp"

using namespace lytes;
using namespace lytes::timeline;
using namespace lytes::timeline::testing;
using journal::EntryKind;

namespace {

calendar::Moment at(calendar::Day day, std::chrono::minutes clock) { return {day + clock - 1h, 1h, day}; }

/// A glass at eight and a litre at eighteen o'clock on each of so many closed days from monday on.
void regular_days(Diary& diary, int days) {
  for (int day = 0; day < days; ++day) {
    diary.intake(day_after(monday, day), EntryKind::Drink, figures(200, 2.0, 0.0), 8h);
    diary.intake(day_after(monday, day), EntryKind::Drink, figures(1000, 10.0, 0.0), 18h);
    diary.close(day_after(monday, day));
  }
}

}  // namespace

TEST_CASE("the hours before a spasm are the 24 that end with it, whatever the day") {
  Diary diary;
  regular_days(diary, 3);
  const calendar::Day last = day_after(monday, 3);
  diary.intake(last, EntryKind::Drink, figures(300, 3.0, 0.0), 9h);
  const auto before = before_moment(diary.store(), at(last, 10h), "upper back");
  CHECK(before.of(Beforehand::Fluid).before == 1300.0);  // the litre of the evening before and this morning's glass
  CHECK(before.of(Beforehand::Magnesium).before == 13.0);
  CHECK_FALSE(before.of(Beforehand::Stress).before);
}

TEST_CASE("what is usual is the median of the same hours of closed days, and takes seven of them") {
  Diary diary;
  regular_days(diary, 8);
  const calendar::Day last = day_after(monday, 8);
  const auto before = before_moment(diary.store(), at(last, 10h), "upper back");
  CHECK(before.of(Beforehand::Fluid).before == 1000.0);
  CHECK(before.usual_days == 7);  // the first has no closed day before it
  CHECK(before.of(Beforehand::Fluid).usual == 1200.0);

  Diary shorter;
  regular_days(shorter, 7);
  CHECK_FALSE(before_moment(shorter.store(), at(day_after(monday, 7), 10h), "").of(Beforehand::Fluid).usual);
}

TEST_CASE("open days are nobody's usual ones, and unknown figures are at least so much") {
  Diary diary;
  regular_days(diary, 9);
  diary.say(day_after(monday, 4), journal::Stream::Intake, journal::DayStatus::Partial);
  const calendar::Day last = day_after(monday, 9);
  diary.intake(last, EntryKind::Food, figures(std::nullopt, std::nullopt, std::nullopt), 9h);
  const auto before = before_moment(diary.store(), at(last, 10h), "upper back");
  CHECK(before.usual_days == 6);
  CHECK(before.of(Beforehand::Fluid).before == 1000.0);
  CHECK(before.of(Beforehand::Fluid).at_least);
  CHECK_FALSE(before.of(Beforehand::Fluid).usual);
}

TEST_CASE("sleep is that of the day, whenever it was logged") {
  Diary diary;
  diary.factor(monday, "sleep", 6, "h");
  CHECK(before_moment(diary.store(), at(monday, 7h), "neck").of(Beforehand::Sleep).before == 6.0);
  CHECK_FALSE(before_moment(diary.store(), at(day_after(monday), 7h), "neck").of(Beforehand::Sleep).before);
}

TEST_CASE("stress is a mean, sleep a sum, exertion the highest rating") {
  Diary diary;
  diary.stress(monday, 4);
  diary.stress(monday, 7);
  diary.factor(monday, "sleep", 6, "h");
  diary.factor(monday, "sleep", 1.5, "h");
  diary.factor(monday, "exertion", 3);
  diary.factor(monday, "exertion", 8);
  const auto before = before_moment(diary.store(), at(monday, 20h), "neck");
  CHECK(before.of(Beforehand::Stress).before == 5.5);
  CHECK(before.of(Beforehand::Sleep).before == 7.5);
  CHECK(before.of(Beforehand::Exertion).before == 8.0);
}

TEST_CASE("a day's total has no hours, so the hours around it are unknown") {
  Diary diary;
  regular_days(diary, 2);
  diary.intake(day_after(monday, 2), EntryKind::Total, figures(2000, 300, 3000));
  const auto before = before_moment(diary.store(), at(day_after(monday, 3), 10h), "neck");
  CHECK_FALSE(before.of(Beforehand::Fluid).before);
}

TEST_CASE("the last spasms come latest first, without those that have no time") {
  Diary diary;
  diary.spasm(monday, "neck", {}, {}, 9h);
  diary.spasm(day_after(monday), "upper back", {}, {}, 9h);
  diary.spasm(day_after(monday, 2), "calf left", {}, {}, 9h);
  diary.imported_spasm(day_after(monday, 3));
  const auto last = before_last_spasms(diary.store(), {monday, day_after(monday, 6)}, 2);
  REQUIRE(last.size() == 2);
  CHECK(last[0].site == "calf left");
  CHECK(last[1].site == "upper back");
  CHECK(before_last_spasms(diary.store(), {day_after(monday, 3), day_after(monday, 6)}, 5).empty());
}

TEST_CASE("best sources are food and drink, summed by name with the most first, and supplements are none") {
  Diary diary;
  const auto eat = [&](const char* name, double magnesium_mg, EntryKind kind = EntryKind::Food) {
    diary.log(monday, 12h, kind,
              journal::Intake{std::nullopt, name, "1", std::nullopt, figures(10, magnesium_mg, std::nullopt)});
  };
  eat("Oats", 40);
  eat("Oats", 60);
  eat("Almonds", 80);
  eat("Butter", 0);
  eat("Magnesium citrate", 300, EntryKind::Supplement);
  const auto sources = best_sources(diary.store(), {monday, monday}, quantity::Nutrient::Magnesium, 3);
  REQUIRE(sources.size() == 2);
  CHECK(sources[0].name == "Oats");
  CHECK(sources[0].sum == 100.0);
  CHECK(sources[0].each() == 50.0);
  CHECK(best_sources(diary.store(), {monday, monday}, quantity::Nutrient::Potassium, 3).empty());
}

#include "lytes/timeline/timeline.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <stdexcept>

#include "diary.hpp"

using namespace lytes;
using namespace lytes::timeline;
using namespace lytes::timeline::testing;
using Catch::WithinAbs;
using journal::DayStatus;
using journal::EntryKind;
using journal::Stream;
using quantity::Nutrient;

TEST_CASE("every day of the range is there, also where nothing was logged") {
  Diary diary;
  diary.drink(day_after(monday, 2), 250);
  const Timeline timeline = diary.timeline({monday, day_after(monday, 6)});
  REQUIRE(timeline.rows().size() == 7);
  for (int i = 0; i < 7; ++i) {
    CHECK(timeline.rows()[static_cast<std::size_t>(i)].day == day_after(monday, i));
    CHECK(timeline.rows()[static_cast<std::size_t>(i)].intakes == (i == 2 ? 1 : 0));
  }
  CHECK(timeline.row(day_after(monday, 2))->intakes == 1);
  CHECK(timeline.row(day_after(monday, -1)) == nullptr);
  CHECK(timeline.row(day_after(monday, 7)) == nullptr);
}

TEST_CASE("each day is visited once, in order and whole, whatever was logged when") {
  Diary diary;
  diary.drink(day_after(monday, 4), 250);
  diary.spasm(day_after(monday, 4));
  diary.drink(day_after(monday, 1), 100);
  diary.drink(day_after(monday, 4), 300);
  diary.close(day_after(monday, 5));
  const calendar::DayRange days{monday, day_after(monday, 6)};
  const Timeline timeline = diary.timeline(days);
  std::vector<DayRow> rows;
  each_day(diary.store(), usual_targets(), days, [&](DayRow&& row) { rows.push_back(std::move(row)); });
  REQUIRE(rows.size() == timeline.rows().size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(rows[i].day == timeline.rows()[i].day);
    CHECK(rows[i].amounts == timeline.rows()[i].amounts);
    CHECK(rows[i].spasms.size() == timeline.rows()[i].spasms.size());
    CHECK(rows[i].intake_status == timeline.rows()[i].intake_status);
  }
  CHECK(rows[4].intakes == 2);
  CHECK(rows[4].spasms.size() == 1);
  CHECK(rows[5].intake_status == DayStatus::Complete);
}

TEST_CASE("entries outside the range stay outside") {
  Diary diary;
  diary.drink(day_after(monday, -1), 250);
  diary.spasm(day_after(monday, 1));
  diary.close(day_after(monday, 1));
  const DayRow row = diary.row(monday);
  CHECK(row.intakes == 0);
  CHECK(row.spasms.empty());
  CHECK(row.intake_status == DayStatus::None);
}

TEST_CASE("a range that ends before it starts has no rows") {
  Diary diary;
  CHECK(diary.timeline({monday, day_after(monday, -1)}).rows().empty());
  CHECK_THROWS_AS(Timeline({monday, monday}, {}), std::invalid_argument);
}

TEST_CASE("a day of which nothing was said is partial with entries of the stream and none without") {
  Diary diary;
  diary.drink(monday, 250);
  diary.spasm(day_after(monday));
  diary.stress(day_after(monday, 2), 5);
  CHECK(diary.row(monday).intake_status == DayStatus::Partial);
  CHECK(diary.row(monday).spasm_status == DayStatus::None);
  CHECK(diary.row(day_after(monday)).intake_status == DayStatus::None);
  CHECK(diary.row(day_after(monday)).spasm_status == DayStatus::Partial);
  CHECK(diary.row(day_after(monday, 2)).intake_status == DayStatus::None);
  CHECK(diary.row(day_after(monday, 2)).spasm_status == DayStatus::None);
}

TEST_CASE("no spasm logged is zero spasms only when the user said so") {
  Diary diary;
  CHECK_FALSE(diary.row(monday).spasm_count());
  diary.drink(monday, 250);
  CHECK_FALSE(diary.row(monday).spasm_count());
  diary.say(monday, Stream::Intake, DayStatus::Complete);
  CHECK_FALSE(diary.row(monday).spasm_count());
  diary.say(monday, Stream::Spasms, DayStatus::Partial);
  CHECK_FALSE(diary.row(monday).spasm_count());
  diary.say(monday, Stream::Spasms, DayStatus::Complete);
  CHECK(diary.row(monday).spasm_count() == 0);
}

TEST_CASE("spasms logged on a day that was not closed are counted") {
  Diary diary;
  diary.spasm(monday);
  diary.spasm(monday);
  CHECK(diary.row(monday).spasm_count() == 2);
}

TEST_CASE("a day that was set aside is unknown whatever was logged on it") {
  Diary diary;
  diary.spasm(monday);
  diary.drink(monday, 2500);
  diary.say(monday, Stream::Spasms, DayStatus::None);
  diary.say(monday, Stream::Intake, DayStatus::None);
  const DayRow row = diary.row(monday);
  CHECK_FALSE(row.spasm_count());
  CHECK_FALSE(row.total(Nutrient::Water));
  CHECK(row.spasms.size() == 1);
  CHECK(row.set_aside());
  CHECK_FALSE(row.worst_severity());
}

TEST_CASE("a total is known on a complete day only, the sum always") {
  Diary diary;
  diary.drink(monday, 500);
  diary.food(monday, figures(100.0, 30.0, 400.0));
  CHECK_THAT(diary.row(monday).amount(Nutrient::Water).sum, WithinAbs(600, 1e-12));
  CHECK_FALSE(diary.row(monday).total(Nutrient::Water));
  CHECK_FALSE(diary.row(monday).deficient(Nutrient::Water));
  diary.close(monday);
  CHECK(diary.row(monday).total(Nutrient::Water) == 600.0);
  CHECK(diary.row(monday).total(Nutrient::Magnesium) == 30.0);
}

TEST_CASE("a total is unknown when more than one in five entries is unknown for it") {
  Diary diary;
  for (int i = 0; i < 4; ++i) diary.food(monday, figures(100.0, 20.0));
  diary.food(monday, figures(100.0));
  diary.close(monday);
  const DayRow four_of_five = diary.row(monday);
  CHECK(four_of_five.amount(Nutrient::Magnesium) == DayAmount{80, 4, 5});
  CHECK(four_of_five.total(Nutrient::Magnesium) == 80.0);
  diary.food(monday, figures(100.0));
  const DayRow four_of_six = diary.row(monday);
  CHECK(four_of_six.amount(Nutrient::Magnesium) == DayAmount{80, 4, 6});
  CHECK_FALSE(four_of_six.total(Nutrient::Magnesium));
  CHECK(four_of_six.total(Nutrient::Water) == 600.0);
}

TEST_CASE("a supplement of unknown content is never taken for nothing") {
  Diary diary;
  for (int i = 0; i < 9; ++i) diary.food(monday, figures(300.0, 30.0, 400.0));
  diary.intake(monday, journal::EntryKind::Supplement, figures(0.0));
  diary.close(monday);
  const DayRow row = diary.row(monday);
  CHECK_FALSE(row.total(Nutrient::Magnesium));
  CHECK_FALSE(row.deficient(Nutrient::Magnesium));
  CHECK_FALSE(row.shortfall(Nutrient::Magnesium));
  // What is known of the day is enough already, whatever the tablet holds.
  CHECK(row.deficient(Nutrient::Potassium) == false);
  CHECK(row.shortfall(Nutrient::Potassium) == 0.0);
  CHECK_FALSE(row.total(Nutrient::Potassium));
  // Of water it is known that a tablet is none.
  CHECK(row.total(Nutrient::Water) == 2700.0);
}

TEST_CASE("a supplement that is known to hold none leaves a short day short") {
  Diary diary;
  for (int i = 0; i < 4; ++i) diary.food(monday, figures(300.0, 30.0, 400.0));
  diary.intake(monday, journal::EntryKind::Supplement, figures(0.0, 0.0, 0.0));
  diary.close(monday);
  CHECK(diary.row(monday).deficient(Nutrient::Magnesium) == true);
}

TEST_CASE("known items that reach the target are enough, however many are unknown beside them") {
  Diary diary;
  diary.food(monday, figures(1000.0, 360.0));
  diary.food(monday, figures(1000.0));
  diary.food(monday, figures(1000.0));
  diary.close(monday);
  CHECK(diary.row(monday).deficient(Nutrient::Magnesium) == false);
  CHECK_FALSE(diary.row(monday).total(Nutrient::Magnesium));
  CHECK_FALSE(diary.row(monday).deficient(Nutrient::Potassium));
}

TEST_CASE("with an unknown supplement every day no day is called short, and none enough that is not") {
  Diary diary;
  for (int i = 0; i < 40; ++i) {
    const calendar::Day day = day_after(monday, i);
    for (int item = 0; item < 6; ++item) diary.food(day, figures(400.0, 20.0 + 2 * (i % 30), 600.0));
    diary.intake(day, journal::EntryKind::Supplement, figures(0.0));
    diary.close(day);
  }
  const Timeline timeline = diary.timeline({monday, day_after(monday, 39)});
  for (const DayRow& row : timeline.rows()) {
    const double known_mg = row.amount(Nutrient::Magnesium).sum;
    CHECK(row.deficient(Nutrient::Magnesium) == (known_mg >= 350 ? std::optional(false) : std::nullopt));
    CHECK(row.deficient(Nutrient::Potassium) == false);
  }
}

TEST_CASE("a day closed without an intake is unknown, not zero") {
  Diary diary;
  diary.close(monday);
  const DayRow row = diary.row(monday);
  CHECK(row.intake_status == DayStatus::Complete);
  CHECK_FALSE(row.total(Nutrient::Water));
  CHECK_FALSE(row.deficient(Nutrient::Magnesium));
}

TEST_CASE("a day is deficient below the target of that day and not at it") {
  Diary diary;
  for (const double magnesium_mg : {349.0, 350.0}) {
    const calendar::Day day = magnesium_mg < 350 ? monday : day_after(monday);
    diary.food(day, figures(2500.0, magnesium_mg, 7000.0));
    diary.close(day);
  }
  const DayRow below = diary.row(monday);
  CHECK(below.deficient(Nutrient::Magnesium) == true);
  CHECK_THAT(below.shortfall(Nutrient::Magnesium).value(), WithinAbs(1.0 / 350, 1e-12));
  CHECK(below.deficient(Nutrient::Water) == false);
  CHECK(below.shortfall(Nutrient::Potassium) == 0.0);
  CHECK(diary.row(day_after(monday)).deficient(Nutrient::Magnesium) == false);
}

TEST_CASE("targets that change are each day's own") {
  Diary diary;
  for (int i = 0; i < 2; ++i) {
    diary.food(day_after(monday, i), figures(2000.0, 300.0, 3000.0));
    diary.close(day_after(monday, i));
  }
  const targets::TargetBook book{
      {}, {{}, {{Nutrient::Magnesium, monday, 250.0}, {Nutrient::Magnesium, day_after(monday), 400.0}}}};
  const Timeline timeline = diary.timeline({monday, day_after(monday)}, book);
  CHECK(timeline.rows()[0].deficient(Nutrient::Magnesium) == false);
  CHECK(timeline.rows()[1].deficient(Nutrient::Magnesium) == true);
  CHECK_FALSE(timeline.rows()[0].deficient(Nutrient::Water));
}

TEST_CASE("who logs drinks only is judged by drinks, unknown food notwithstanding") {
  Diary diary;
  diary.drink(monday, 1500);
  diary.food(monday, figures({}));
  diary.food(monday, figures(900.0));
  diary.close(monday);
  CHECK_FALSE(diary.row(monday).total(Nutrient::Water));
  const DayRow row = diary.row(monday, drinks_only());
  CHECK(row.total(Nutrient::Water) == 1500.0);
  CHECK(row.deficient(Nutrient::Water) == true);
  CHECK(row.amount(Nutrient::Water).sum == 2400.0);
}

TEST_CASE("an imported day total is one entry and counts as drunk") {
  Diary diary;
  diary.intake(monday, EntryKind::Total, figures(1800.0, 280.0, {}));
  diary.close(monday);
  const DayRow row = diary.row(monday);
  CHECK(row.intakes == 1);
  CHECK(row.total(Nutrient::Water) == 1800.0);
  CHECK(row.total(Nutrient::Magnesium) == 280.0);
  CHECK_FALSE(row.total(Nutrient::Potassium));
  CHECK(diary.row(monday, drinks_only()).total(Nutrient::Water) == 1800.0);
}

TEST_CASE("supplements count towards the day and also by themselves") {
  Diary diary;
  diary.food(monday, figures(100.0, 200.0, 500.0));
  diary.intake(monday, EntryKind::Supplement, figures(0.0, 300.0, 99.0));
  const DayRow row = diary.row(monday);
  CHECK(row.amount(Nutrient::Magnesium).sum == 500.0);
  CHECK(row.supplement_magnesium == DayAmount{300, 1, 1});
  CHECK(row.supplement_potassium.sum == 99.0);
  CHECK(row.drunk.entries == 0);
}

TEST_CASE("stress has its mean, its highest and its number") {
  Diary diary;
  CHECK_FALSE(diary.row(monday).stress.mean());
  diary.stress(monday, 0);
  CHECK(diary.row(monday).stress.mean() == 0.0);
  diary.stress(monday, 7);
  diary.stress(monday, 5);
  const DayRow row = diary.row(monday);
  CHECK(row.stress.mean() == 4.0);
  CHECK(row.stress.max == 7.0);
  CHECK(row.stress.count == 3);
}

TEST_CASE("a factor with a unit adds up, one without is a rating whose highest stands") {
  Diary diary;
  diary.factor(monday, "sitting", 3, "h");
  diary.factor(monday, "sitting", 90, "min");
  diary.factor(monday, "exertion", 3);
  diary.factor(monday, "exertion", 6);
  diary.factor(monday, "exertion", 2);
  diary.factor(monday, "awkward sleep", {});
  const DayRow row = diary.row(monday);
  REQUIRE(row.factors.size() == 3);
  CHECK(row.factors[0].name == "awkward sleep");
  CHECK_FALSE(row.factors[0].value);
  CHECK(row.factors[0].count == 1);
  CHECK(row.factor("exertion")->value == 6.0);
  CHECK(row.factor("exertion")->count == 3);
  CHECK(row.factor("sitting")->value == 4.5);
  CHECK(row.factor("sitting")->unit == "h");
  CHECK(row.factor("heat") == nullptr);
}

TEST_CASE("what is measured is the last of the day, and no sum") {
  Diary diary;
  diary.factor(monday, "weight", 83, "kg");
  diary.factor(monday, "weight", 82, "kg");
  diary.factor(monday, "temperature", 38.5);
  diary.factor(monday, "temperature", 37);
  const DayRow row = diary.row(monday);
  CHECK(row.factor("weight")->value == 82.0);
  CHECK(row.factor("weight")->count == 2);
  CHECK(row.factor("temperature")->value == 37.0);
}

TEST_CASE("alcohol comes from drinks and from what was logged of it, unknown when neither is") {
  Diary diary;
  CHECK_FALSE(diary.row(monday).alcohol_g());
  diary.factor(monday, "alcohol", 2, "units");
  CHECK_THAT(diary.row(monday).alcohol_g().value(), WithinAbs(15.78, 1e-9));
  auto beer = figures(330.0, 20.0, 90.0);
  beer[Nutrient::Alcohol] = 14.0;
  diary.intake(monday, EntryKind::Drink, beer);
  diary.close(monday);
  CHECK_THAT(diary.row(monday).alcohol_g().value(), WithinAbs(29.78, 1e-9));
}

TEST_CASE("a spasm of which only the day is known has no hour") {
  Diary diary;
  diary.imported_spasm(monday);
  diary.spasm(monday, "neck", {}, {}, 9h);
  const DayRow row = diary.row(monday);
  REQUIRE(row.spasms.size() == 2);
  CHECK(row.spasms[0].hour == 9);
  CHECK_FALSE(row.spasms[1].hour);
}

TEST_CASE("spasms keep their site and their hour on the clock, in order of time") {
  Diary diary;
  diary.spasm(monday, "calf left", 7, 10, 26h + 30min);
  diary.spasm(monday, "neck", {}, 5, 9h);
  diary.spasm(monday, "calf right", 4, {}, 23h + 59min);
  const DayRow row = diary.row(monday);
  REQUIRE(row.spasms.size() == 3);
  CHECK(row.spasms[0].site == "neck");
  CHECK(row.spasms[0].hour == 9);
  CHECK(row.spasms[1].hour == 23);
  CHECK(row.spasms[2].hour == 2);
  CHECK(row.worst_severity() == 7);
  CHECK(row.spasm_minutes() == 15.0);
  CHECK_FALSE(diary.row(day_after(monday)).worst_severity());
  CHECK_FALSE(diary.row(day_after(monday)).spasm_minutes());
}

TEST_CASE("red flags stay with their spasm") {
  Diary diary;
  diary.log(monday, 12h, EntryKind::Spasm, journal::Spasm{"back", 5, {}, {"fever", "numbness"}});
  CHECK(diary.row(monday).spasms.at(0).flags == std::vector<std::string>{"fever", "numbness"});
}

TEST_CASE("the last intake of a day is told past midnight as after 24 hours") {
  Diary diary;
  CHECK_FALSE(diary.row(monday).last_intake_at);
  diary.intake(monday, EntryKind::Drink, figures(100.0), 26h + 15min);
  diary.intake(monday, EntryKind::Drink, figures(100.0), 8h);
  CHECK(diary.row(monday).last_intake_at == 26h + 15min);
}

TEST_CASE("the timeline of a random diary adds up to what plain listing adds up to") {
  Diary diary;
  std::mt19937 random(20261122);
  std::vector<double> water(30, 0.0);
  std::vector<int> spasms(30, 0);
  for (int i = 0; i < 300; ++i) {
    const auto past = random() % 30;
    const calendar::Day day = day_after(monday, static_cast<int>(past));
    if (random() % 4 == 0) {
      diary.spasm(day);
      ++spasms[past];
    } else {
      const double ml = static_cast<double>(random() % 500);
      diary.drink(day, ml);
      water[past] += ml;
    }
  }
  const Timeline timeline = diary.timeline({monday, day_after(monday, 29)});
  for (std::size_t i = 0; i < 30; ++i) {
    CHECK_THAT(timeline.rows()[i].amount(Nutrient::Water).sum, WithinAbs(water[i], 1e-9));
    CHECK(timeline.rows()[i].spasms.size() == static_cast<std::size_t>(spasms[i]));
  }
}

TEST_CASE("the hour of a spasm is that of the clock, also before 1970") {
  Diary diary;
  const calendar::Day day{std::chrono::year{1951} / 7 / 1};
  diary.spasm(day, "calf left", {}, {}, 21h + 40min);
  const auto spasms = diary.row(day).spasms;
  REQUIRE(spasms.size() == 1);
  CHECK(spasms.front().hour == 21);
}

TEST_CASE("what was had before a time of the clock is told by day, and not of totals of another app") {
  Diary diary;
  const quantity::Nutrients some = figures(500.0, 100.0, 300.0);
  diary.intake(monday, journal::EntryKind::Food, some, 9h);
  diary.intake(monday, journal::EntryKind::Supplement, some, 15h);
  diary.intake(monday, journal::EntryKind::Food, some, 26h);
  diary.intake(day_after(monday), journal::EntryKind::Total, some, 9h);
  const auto before = intake_before(diary.store(), usual_targets(), {monday, day_after(monday)}, 15h);
  CHECK(before.rows()[0].held_against_target(quantity::Nutrient::Magnesium).sum == 100);
  CHECK(before.rows()[0].day_totals == 0);
  CHECK(before.rows()[1].day_totals == 1);
  CHECK(before.rows()[1].intakes == 0);
}

#include "lytes/timeline/course.hpp"

#include <catch2/catch.hpp>

#include "diary.hpp"
#include "lytes/timeline/taken.hpp"

using namespace lytes;
using namespace lytes::timeline;
using namespace lytes::timeline::testing;
using Catch::WithinAbs;
using journal::DayStatus;
using journal::Stream;

namespace {

constexpr calendar::DayRange ten_days{monday, day_after(monday, 9)};

journal::Entry taken(calendar::Day day, std::string name, std::string amount, std::optional<double> magnesium_mg,
                     std::optional<std::string> food = {}) {
  journal::Entry entry;
  entry.kind = journal::EntryKind::Supplement;
  entry.when = {calendar::Instant(day) + 12h, 0s, day};
  entry.what = journal::Intake{std::move(food), std::move(name), std::move(amount), std::nullopt,
                               figures(0.0, magnesium_mg, 0.0)};
  return entry;
}

}  // namespace

TEST_CASE("a week's spasms are those of the known days, spread over as many as are known") {
  Diary diary;
  for (int day = 0; day < 8; ++day) diary.close(day_after(monday, day));
  diary.spasm(monday, "calf left", 4, 10.0);
  diary.spasm(monday, "calf left", 8);
  const CoursePart part = course_of(diary.timeline(ten_days), ten_days);
  CHECK(part.known_enough());
  CHECK_THAT(part.per_week().value(), WithinAbs(7 * 2 / 8.0, 1e-12));
  CHECK_THAT(part.severity.median.value(), WithinAbs(6.0, 1e-12));
  CHECK(part.severity.given == 2);
  CHECK(part.minutes.given == 1);
}

TEST_CASE("who logs spasms and never says none has at least so many a week, not one a known day") {
  Diary diary;
  diary.spasm(monday);
  diary.spasm(day_after(monday, 5));
  const CoursePart part = course_of(diary.timeline(ten_days), ten_days);
  CHECK_FALSE(part.known_enough());
  CHECK_THAT(part.per_week().value(), WithinAbs(7 * 2 / 10.0, 1e-12));
  CHECK_FALSE(part.severity.median);
}

TEST_CASE("where no day is known there is no number of spasms a week") {
  Diary diary;
  CHECK_FALSE(course_of(diary.timeline(ten_days), ten_days).per_week());
}

TEST_CASE("two halves hold every day once, the second the odd one") {
  Diary diary;
  const calendar::DayRange nine{monday, day_after(monday, 8)};
  const auto halves = course_by_halves(diary.timeline(nine), nine);
  CHECK(halves[0].days == calendar::DayRange{monday, day_after(monday, 3)});
  CHECK(halves[1].days == calendar::DayRange{day_after(monday, 4), day_after(monday, 8)});
}

TEST_CASE("parts end with the last day, and a small rest is no part of its own") {
  Diary diary;
  const auto lengths = [&](int days) {
    const calendar::DayRange range{monday, day_after(monday, days - 1)};
    std::vector<int> found;
    for (const auto& part : course_by_length(diary.timeline(range), range, 7)) found.push_back(part.days.length());
    return found;
  };
  CHECK(lengths(14) == std::vector<int>{7, 7});
  CHECK(lengths(17) == std::vector<int>{10, 7});
  CHECK(lengths(18) == std::vector<int>{4, 7, 7});
  CHECK(lengths(3) == std::vector<int>{3});
}

TEST_CASE("factors are told with the days they were on and those that have a figure") {
  Diary diary;
  diary.stress(monday, 4);
  diary.factor(monday, "sleep", 6.0, "h");
  diary.factor(day_after(monday), "sleep", 8.0, "h");
  diary.factor(day_after(monday), "heat", {});
  diary.factor(monday, "weight", 82.0, "kg");
  const auto factors = logged_factors(diary.timeline(ten_days), ten_days);
  REQUIRE(factors.size() == 3);
  CHECK(factors[0].name == "stress");
  CHECK(factors[1].name == "sleep");
  CHECK_THAT(factors[1].mean().value(), WithinAbs(7.0, 1e-12));
  CHECK(factors[1].days == 2);
  CHECK(factors[2].name == "heat");
  CHECK_FALSE(factors[2].mean());
}

TEST_CASE("alcohol that was logged in grams is told once, and a day without any is no day with it") {
  Diary diary;
  diary.factor(monday, "alcohol", 2.0, "units");
  diary.factor(day_after(monday), "alcohol", 0.0, "units");
  const auto factors = logged_factors(diary.timeline(ten_days), ten_days);
  REQUIRE(factors.size() == 1);
  CHECK(factors[0].unit == "g");
  CHECK(factors[0].days == 1);
  CHECK(factors[0].valued == 2);
}

TEST_CASE("of several weights the last counts, twice a day or not") {
  std::vector<journal::Entry> entries(3);
  for (std::size_t place = 0; place < entries.size(); ++place) {
    entries[place].kind = journal::EntryKind::Factor;
    entries[place].when.day = monday;
    entries[place].what = journal::Factor{place == 2 ? "sleep" : "weight", 80.0 + static_cast<double>(place), "kg"};
  }
  CHECK(last_weight(entries).value().value == 81.0);
  CHECK_FALSE(last_weight({}));
}

TEST_CASE("a supplement is one by its name, whatever its doses, and its amount is the usual one") {
  const std::vector<journal::Entry> entries = {
      taken(monday, "Magnesium citrate (elemental magnesium 200 mg = salt 1237 mg)", "200 mg", 200.0,
            "supplement:magnesium citrate"),
      taken(monday, "Magnesium citrate (elemental magnesium 100 mg = salt 618 mg)", "100 mg", 100.0,
            "supplement:magnesium citrate"),
      taken(day_after(monday), "Magnesium citrate (elemental magnesium 200 mg = salt 1237 mg)", "200 mg", 200.0,
            "supplement:magnesium citrate"),
      taken(day_after(monday), "ibuprofen (own)", "400 mg", {})};
  const auto products = taken_products(entries);
  REQUIRE(products.size() == 2);
  CHECK(products[0].name == "Magnesium citrate");
  CHECK(products[0].amount == "200 mg");
  CHECK(products[0].other_amounts == 1);
  CHECK(products[0].times == 3);
  CHECK(products[0].days == 2);
  CHECK_THAT(products[0].sum[quantity::Nutrient::Magnesium].value(), WithinAbs(500.0, 1e-12));
  CHECK(products[1].name == "ibuprofen (own)");
}

TEST_CASE("what one dose holds is not known, so the sum is not") {
  const std::vector<journal::Entry> entries = {taken(monday, "pill", "1", 50.0), taken(monday, "pill", "1", {}),
                                               taken(monday, "pill", "1", 50.0)};
  CHECK_FALSE(taken_products(entries).at(0).sum[quantity::Nutrient::Magnesium]);
}

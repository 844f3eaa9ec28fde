#include "lytes/timeline/unknown_product.hpp"

#include <catch2/catch.hpp>

#include "diary.hpp"

using namespace lytes;
using namespace lytes::timeline;
using namespace lytes::timeline::testing;
using journal::EntryKind;
using quantity::Nutrient;

namespace {

constexpr Nutrient goals[] = {Nutrient::Water, Nutrient::Magnesium, Nutrient::Potassium};
const calendar::DayRange week{monday, day_after(monday, 6)};

/// A week of short days; what was taken is said by its name.
class ShortWeek {
 public:
  ShortWeek() {
    for (calendar::Day day = week.from; day <= week.to; day += std::chrono::days{1}) {
      for (int i = 0; i < 6; ++i) diary_.food(day, figures(400.0, 20.0, 300.0));
      diary_.close(day);
    }
  }
  void take(int day, const std::string& name, std::optional<std::string> food = {},
            EntryKind kind = EntryKind::Supplement) {
    journal::Entry entry;
    entry.kind = kind;
    entry.when.day = day_after(monday, day);
    entry.what = journal::Intake{std::move(food), name, "1 tablet", {}, figures(0.0)};
    diary_.log(entry.when.day, 12h, kind, entry.what);
    entries_.push_back(std::move(entry));
  }
  std::optional<UnknownProduct> costliest(std::span<const Nutrient> nutrients = goals) {
    return costliest_unknown(diary_.timeline(week), entries_, week, nutrients);
  }
  Diary& diary() { return diary_; }

 private:
  Diary diary_;
  std::vector<journal::Entry> entries_;
};

}  // namespace

TEST_CASE("the product that costs the most days is named, with what it is unknown for") {
  ShortWeek days;
  for (const int day : {0, 1}) days.take(day, "pills");
  for (const int day : {2, 3, 4}) days.take(day, "powder");
  const auto product = days.costliest();
  REQUIRE(product);
  CHECK(product->name == "powder");
  CHECK(product->days == 3);
  CHECK(product->nutrients == std::vector{Nutrient::Magnesium, Nutrient::Potassium});
  CHECK(days_left_unknown(days.diary().timeline(week), week, goals) ==
        calendar::DayRange{monday, day_after(monday, 4)});
}

TEST_CASE("what is no goal of this person names no product") {
  ShortWeek days;
  days.take(0, "pills");
  CHECK(days.costliest(std::span(goals).last(1))->nutrients == std::vector{Nutrient::Potassium});
  CHECK_FALSE(days.costliest({}));
}

TEST_CASE("a food of the tables is as its table has it, and is not asked about") {
  ShortWeek days;
  for (int i = 0; i < 3; ++i) days.take(0, "kale", "usda:1", EntryKind::Food);
  CHECK_FALSE(days.costliest());
  days.take(0, "my shake", "own:1", EntryKind::Food);
  CHECK(days.costliest()->food == "own:1");
}

TEST_CASE("days that are known, open or enough cost nothing") {
  ShortWeek days;
  days.take(0, "pills");
  days.diary().food(monday, figures(2000.0, 400.0, 4000.0));
  CHECK_FALSE(days.costliest());
  CHECK_FALSE(days_left_unknown(days.diary().timeline(week), week, goals));
}

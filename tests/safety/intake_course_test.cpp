#include "lytes/safety/intake_course.hpp"

#include <catch2/catch.hpp>

#include "targets/real_catalogue.hpp"

using namespace lytes;
using namespace lytes::safety;
using namespace lytes::targets::testing;
using quantity::Nutrient;
using std::chrono::days;
using timeline::DayRow;

namespace {

constexpr calendar::Day monday{std::chrono::year{2026} / 11 / 16};

/// A closed day of one meal, and one supplement of magnesium.
DayRow day_with(int place, double water_ml, double supplement_mg = 0) {
  DayRow row;
  row.day = monday + days{place};
  row.intake_status = journal::DayStatus::Complete;
  row.intakes = 1;
  for (const auto nutrient : quantity::all_nutrients) row.amounts[static_cast<std::size_t>(nutrient)] = {1, 1, 1};
  row.amounts[static_cast<std::size_t>(Nutrient::Water)] = {water_ml, 1, 1};
  row.supplement_magnesium = {supplement_mg, 1, 1};
  row.targets.water_ml = 2000;
  row.targets.magnesium_mg = 350;
  row.targets.potassium_mg = 3000;
  row.targets.magnesium_supplement_limit_mg = 350;
  return row;
}

targets::DayTargets own_targets() {
  targets::DayTargets targets;
  targets.water = targets::Target{Nutrient::Water, 2000, "yours", {}};
  targets.magnesium = targets::Target{Nutrient::Magnesium, 350, "RDA", {}};
  targets.potassium = targets::Target{Nutrient::Potassium, 3000, "AI", {}};
  return targets;
}

std::array<IntakeCourse, 4> courses(const targets::PersonalAdvice& personal) {
  const timeline::Timeline four({monday, monday + days{3}},
                                {day_with(0, 1000), day_with(1, 1700), day_with(2, 2500, 400), day_with(3, 3000, 100)});
  return intake_courses(four, four.range(), own_targets(), personal);
}

}  // namespace

TEST_CASE("a goal counts the days below it and those far below") {
  const auto water = courses({})[0];
  CHECK(water.aim == Aim::Goal);
  CHECK(water.judged == 4);
  CHECK(water.below == 2);
  CHECK(water.low == 1);
  CHECK(water.above == 0);
  CHECK(water.mean() == 2050);
  CHECK(water.least == 1000);
  CHECK(water.most == 3000);
  CHECK(water.because.empty());
}

TEST_CASE("an own number is a limit for who must not have more, and no day is called short") {
  const auto all = courses(advice_for({"heart failure"}));
  CHECK(all[0].aim == Aim::Limit);
  CHECK(all[0].above == 2);
  CHECK(all[0].judged == 4);
  CHECK(all[0].below + all[0].low == 0);
  CHECK(all[0].because == std::vector<std::string>{"heart failure"});
  CHECK(all[2].aim == Aim::Nothing);
  CHECK_FALSE(all[2].held_against);
  CHECK(all[2].judged + all[2].below + all[2].low + all[2].above == 0);
}

TEST_CASE("supplements are held against their limit only where magnesium is a goal") {
  CHECK(courses({})[1].supplements.value().days == 2);
  CHECK(courses({})[1].supplements.value().days_above == 1);
  CHECK(courses({})[1].supplements.value().most == 400);
  CHECK(courses(advice_for({"kidney disease"}))[1].supplements.value().days_above == 0);
}

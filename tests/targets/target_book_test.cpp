#include "lytes/targets/target_book.hpp"

#include <catch2/catch.hpp>
#include <chrono>

#include "lytes/targets/references_about.hpp"
#include "real_catalogue.hpp"

using namespace lytes;
using namespace lytes::targets;
using namespace lytes::targets::testing;
using namespace std::chrono_literals;
using calendar::Day;
using quantity::Nutrient;

namespace {

constexpr Day march = std::chrono::sys_days{2026y / 3 / 1};
constexpr Day june = std::chrono::sys_days{2026y / 6 / 1};
constexpr Day day_before_june = june - std::chrono::days{1};

TargetBook book(ProfileHistory history) { return {real_references(), std::move(history)}; }

ProfileFact fact(std::string name, std::string value, Day from = march) {
  return {std::move(name), from, std::move(value)};
}

}  // namespace

TEST_CASE("with nothing said every day has the general adult values") {
  const TargetBook targets = book({});
  for (const Day day : {march, june, Day{}}) {
    CHECK(targets.on(day).general_adult);
    CHECK(targets.on(day).magnesium->amount == 320);
  }
}

TEST_CASE("each day is judged by the target of that day") {
  const TargetBook targets =
      book({{fact("birth_year", "1980"), fact("guideline", "us"), fact("guideline", "efsa", june), fact("sex", "male")},
            {}});
  CHECK(targets.on(day_before_june).potassium->amount == 3400);
  CHECK(targets.on(june).potassium->amount == 3500);
  CHECK(targets.profile_on(june).guideline == Guideline::Efsa);
}

TEST_CASE("an age group is entered on 1 January of the year it is reached") {
  const TargetBook targets = book({{fact("birth_year", "1995"), fact("sex", "male")}, {}});
  CHECK(targets.on(std::chrono::sys_days{2025y / 12 / 31}).magnesium->amount == 400);
  CHECK(targets.on(std::chrono::sys_days{2026y / 1 / 1}).magnesium->amount == 420);
  CHECK(targets.on(std::chrono::sys_days{2013y / 12 / 31}).magnesium->amount == 410);
  CHECK(targets.on(std::chrono::sys_days{2014y / 1 / 1}).magnesium->amount == 400);
  CHECK_FALSE(targets.on(std::chrono::sys_days{1995y / 7 / 1}).magnesium);
}

TEST_CASE("a clinician's own numbers win from their day on") {
  const TargetBook targets =
      book({{}, {{Nutrient::Magnesium, march, std::nullopt}, {Nutrient::Magnesium, june, 500.0}}});
  CHECK(targets.on(day_before_june).magnesium->basis == "RDA");
  CHECK(targets.on(june).magnesium->amount == 500);
  CHECK(targets.on(june).magnesium->basis == "yours");
  CHECK(targets.on(june).general_adult);
}

TEST_CASE("with all three numbers one's own nothing rests on general adult values") {
  const TargetBook targets = book(
      {{},
       {{Nutrient::Water, march, 2000.0}, {Nutrient::Magnesium, march, 350.0}, {Nutrient::Potassium, march, 3500.0}}});
  CHECK_FALSE(targets.on(june).general_adult);
  CHECK(targets.on(march - std::chrono::days{1000}).water->amount == 2000);
}

TEST_CASE("an own number for water stands as it is when only drinks count") {
  const TargetBook targets = book({{fact("fluid_basis", "drinks")}, {{Nutrient::Water, march, 2000.0}}});
  CHECK(targets.on(june).water->amount == 2000);
  CHECK(targets.on(june).fluid_basis == FluidBasis::Drinks);
}

TEST_CASE("an own number for sodium is the most to take") {
  const TargetBook targets = book({{}, {{Nutrient::Sodium, march, 1800.0}}});
  CHECK(targets.on(june).not_to_pass(Nutrient::Sodium)->amount == 1800);
  CHECK(targets.on(june).to_reach(Nutrient::Sodium) == nullptr);
}

TEST_CASE("both guidelines can be seen side by side, whatever one's own numbers") {
  const TargetBook targets =
      book({{fact("birth_year", "1980"), fact("sex", "female")}, {{Nutrient::Magnesium, march, 500.0}}});
  const auto said = [&](Guideline guideline) {
    return by_guideline(real_references(), guideline, targets.profile_on(june), june);
  };
  CHECK(said(Guideline::Us).magnesium->amount == 320);
  CHECK(said(Guideline::Efsa).magnesium->amount == 300);
  CHECK(said(Guideline::Efsa).potassium->amount == 3500);
}

TEST_CASE("the rows of one guideline are enough for who never changed it") {
  CHECK(ProfileHistory{}.only_guideline() == Guideline::Us);
  ProfileHistory history{{fact("guideline", "efsa")}, {}};
  CHECK(history.only_guideline() == Guideline::Efsa);
  const RealCatalogue catalogue;
  auto file = catalogue.open();
  const TargetBook narrow(load_reference_intakes(file, Guideline::Efsa), history);
  CHECK(narrow.on(june) == TargetBook(real_references(), history).on(june));
  history.facts.push_back({"guideline", june, "us"});
  CHECK(history.only_guideline() == std::nullopt);
}

TEST_CASE("the rows that can concern a person say of them what all rows say") {
  const RealCatalogue catalogue;
  auto file = catalogue.open();
  const auto about = [&](const std::vector<ProfileFact>& facts) {
    const ProfileHistory history{facts, {}};
    const auto rows = references_about(history, file);
    CHECK(TargetBook(rows, history).on(june) == TargetBook(real_references(), history).on(june));
    return rows.size();
  };
  CHECK(about({}) == 6);  // of an adult, for whose age nobody was asked
  CHECK(about({fact("guideline", "efsa")}) == 6);
  CHECK(about({fact("guideline", "efsa"), {"guideline", june, "us"}}) == 12);
  CHECK(about({fact("birth_year", "1980")}) == 36);
  CHECK(about({fact("sex", "female")}) == 18);
  CHECK(about({fact("birth_year", "1980"), fact("sex", "female")}) == 108);
  CHECK(about({fact("stage", "pregnant")}) == 144);
  CHECK(load_reference_intakes(file).size() == real_references().size());
}

TEST_CASE("the book says of every single day what working it out afresh says") {
  const ProfileHistory history{{fact("birth_year", "2008"),
                                fact("fluid_basis", "drinks", march),
                                fact("fluid_basis", "total", june),
                                fact("guideline", "efsa"),
                                fact("sex", "female"),
                                {"stage", march, std::nullopt},
                                fact("stage", "pregnant", june)},
                               {{Nutrient::Water, march, 1500.0}, {Nutrient::Water, june, std::nullopt}}};
  const TargetBook targets = book(history);
  for (Day day = std::chrono::sys_days{2007y / 1 / 1}; day < std::chrono::sys_days{2031y / 1 / 1};
       day += std::chrono::days{1}) {
    const Profile profile = history.on(day);
    DayTargets afresh = reference_targets(real_references(), profile, profile.age_on(day));
    if (const auto own = history.own_target(Nutrient::Water, day)) {
      afresh.water = Target{Nutrient::Water, *own, "yours", {}};
    }
    if (!(targets.on(day) == afresh) || !(targets.profile_on(day) == profile)) {
      FAIL("differs on " << calendar::iso(day));
    }
  }
}

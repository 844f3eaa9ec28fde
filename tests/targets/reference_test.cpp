#include "lytes/targets/reference.hpp"

#include <catch2/catch.hpp>

#include "lytes/errors.hpp"
#include "real_catalogue.hpp"

using namespace lytes;
using namespace lytes::targets;
using namespace lytes::targets::testing;
using Catch::WithinAbs;
using quantity::Nutrient;

namespace {

Profile person(std::optional<Sex> sex, Stage stage = Stage::None, Guideline guideline = Guideline::Us) {
  Profile profile;
  profile.sex = sex;
  profile.stage = stage;
  profile.guideline = guideline;
  return profile;
}

/// Magnesium, potassium and water, as in the published tables.
struct Expected {
  std::optional<Sex> sex;
  Stage stage;
  std::optional<int> age;
  double magnesium_mg;
  double potassium_mg;
  double water_ml;
};

void check(const Expected& row, Guideline guideline) {
  const DayTargets targets = reference_targets(real_references(), person(row.sex, row.stage, guideline), row.age);
  INFO("age " << row.age.value_or(-1) << " stage " << word_for(row.stage) << " guideline " << word_for(guideline));
  REQUIRE(targets.magnesium);
  REQUIRE(targets.potassium);
  REQUIRE(targets.water);
  CHECK(targets.magnesium->amount == row.magnesium_mg);
  CHECK(targets.potassium->amount == row.potassium_mg);
  CHECK(targets.water->amount == row.water_ml);
}

}  // namespace

TEST_CASE("the US figures are those of the person's sex and age group") {
  // NBK545442 appJ_tab3 (magnesium), NBK545430 tab_S_1 (potassium), NBK56068 t4 (water).
  const Expected rows[] = {
      {Sex::Female, Stage::None, 2, 80, 2000, 1300},   {Sex::Male, Stage::None, 8, 130, 2300, 1700},
      {Sex::Male, Stage::None, 9, 240, 2500, 2400},    {Sex::Female, Stage::None, 13, 240, 2300, 2100},
      {Sex::Male, Stage::None, 18, 410, 3000, 3300},   {Sex::Female, Stage::None, 14, 360, 2300, 2300},
      {Sex::Male, Stage::None, 30, 400, 3400, 3700},   {Sex::Male, Stage::None, 31, 420, 3400, 3700},
      {Sex::Female, Stage::None, 19, 310, 2600, 2700}, {Sex::Female, Stage::None, 95, 320, 2600, 2700},
  };
  for (const Expected& row : rows) check(row, Guideline::Us);
}

TEST_CASE("pregnancy and lactation have figures of their own") {
  const Expected us[] = {
      {Sex::Female, Stage::Pregnant, 17, 400, 2600, 3000},  {Sex::Female, Stage::Pregnant, 25, 350, 2900, 3000},
      {Sex::Female, Stage::Pregnant, 40, 360, 2900, 3000},  {Sex::Female, Stage::Lactating, 17, 360, 2500, 3800},
      {Sex::Female, Stage::Lactating, 30, 310, 2800, 3800}, {Sex::Female, Stage::Lactating, 31, 320, 2800, 3800},
  };
  for (const Expected& row : us) check(row, Guideline::Us);
  check({Sex::Female, Stage::Pregnant, 30, 300, 3500, 2300}, Guideline::Efsa);
  check({Sex::Female, Stage::Lactating, 30, 300, 4000, 2700}, Guideline::Efsa);
}

TEST_CASE("pregnancy needs no word on sex and takes the nearest age group outside its ages") {
  check({std::nullopt, Stage::Pregnant, 40, 360, 2900, 3000}, Guideline::Us);
  check({Sex::Female, Stage::Pregnant, 55, 360, 2900, 3000}, Guideline::Us);
  check({Sex::Female, Stage::Pregnant, 8, 400, 2600, 3000}, Guideline::Us);
}

TEST_CASE("the EFSA figures are those of the person's sex and age group") {
  // EFSA Journal 2015;13(7):4186, 2016;14(10):4592, 2010;8(3):1459.
  const Expected rows[] = {
      {Sex::Female, Stage::None, 1, 170, 800, 1200},   {Sex::Male, Stage::None, 3, 230, 800, 1300},
      {Sex::Male, Stage::None, 8, 230, 1800, 1600},    {Sex::Male, Stage::None, 12, 300, 2700, 2100},
      {Sex::Female, Stage::None, 12, 250, 2700, 1900}, {Sex::Male, Stage::None, 50, 350, 3500, 2500},
      {Sex::Female, Stage::None, 50, 300, 3500, 2000},
  };
  for (const Expected& row : rows) check(row, Guideline::Efsa);
}

TEST_CASE("without a profile the general adult values stand, the lower of the sexes, and are said to be that") {
  check({std::nullopt, Stage::None, std::nullopt, 320, 2600, 2700}, Guideline::Us);
  check({std::nullopt, Stage::None, std::nullopt, 300, 3500, 2000}, Guideline::Efsa);
  CHECK(reference_targets(real_references(), person(std::nullopt), std::nullopt).general_adult);
  CHECK(reference_targets(real_references(), person(Sex::Male), std::nullopt).general_adult);
  CHECK(reference_targets(real_references(), person(std::nullopt), 40).general_adult);
  CHECK_FALSE(reference_targets(real_references(), person(Sex::Male), 40).general_adult);
}

TEST_CASE("a man's figures are not lowered to those for an unknown sex") {
  check({Sex::Male, Stage::None, std::nullopt, 420, 3400, 3700}, Guideline::Us);
}

TEST_CASE("an infant has no figures") {
  const DayTargets targets = reference_targets(real_references(), person(Sex::Male), 0);
  CHECK_FALSE(targets.water);
  CHECK_FALSE(targets.magnesium);
  CHECK_FALSE(targets.magnesium_supplement_limit);
}

TEST_CASE("the upper level of magnesium is one for supplements and differs between the guidelines") {
  const auto limit = [](Guideline guideline, int age) {
    return reference_targets(real_references(), person(Sex::Female, Stage::None, guideline), age)
        .magnesium_supplement_limit;
  };
  CHECK(limit(Guideline::Us, 40)->amount == 350);
  CHECK(limit(Guideline::Us, 2)->amount == 65);
  CHECK(limit(Guideline::Efsa, 40)->amount == 250);
  CHECK_FALSE(limit(Guideline::Efsa, 3));
}

TEST_CASE("sodium has a figure to reach and, in the US, one not to pass") {
  const DayTargets us = reference_targets(real_references(), person(Sex::Male), 40);
  CHECK(us.to_reach(Nutrient::Sodium)->amount == 1500);
  CHECK(us.not_to_pass(Nutrient::Sodium)->amount == 2300);
  CHECK(us.not_to_pass(Nutrient::Sodium)->basis == "CDRR");
  CHECK(us.not_to_pass(Nutrient::Magnesium) == nullptr);
  CHECK(us.to_reach(Nutrient::Caffeine) == nullptr);
  const DayTargets efsa = reference_targets(real_references(), person(Sex::Male, Stage::None, Guideline::Efsa), 40);
  CHECK(efsa.to_reach(Nutrient::Sodium)->amount == 2000);
  // What is safe and adequate for adults is also what is not to be passed; of children the panel says no such thing.
  CHECK(efsa.not_to_pass(Nutrient::Sodium)->amount == 2000);
  const DayTargets child = reference_targets(real_references(), person(Sex::Male, Stage::None, Guideline::Efsa), 12);
  CHECK(child.not_to_pass(Nutrient::Sodium) == nullptr);
}

TEST_CASE("drinks are held against the drinks' share of total water") {
  Profile profile = person(Sex::Female);
  profile.fluid_basis = FluidBasis::Drinks;
  const DayTargets us = reference_targets(real_references(), profile, 40);
  CHECK_THAT(us.water->amount, WithinAbs(2187.0, 1e-9));
  CHECK(us.fluid_basis == FluidBasis::Drinks);
  profile.guideline = Guideline::Efsa;
  CHECK_THAT(reference_targets(real_references(), profile, 40).water->amount, WithinAbs(1600.0, 1e-9));
}

TEST_CASE("children and mothers drink another share of their water than adults do") {
  Profile girl = person(Sex::Female);
  girl.fluid_basis = FluidBasis::Drinks;
  const auto drinks = [&](int age) { return reference_targets(real_references(), girl, age).water->amount; };
  CHECK_THAT(drinks(3), WithinAbs(923.0, 1e-9));
  CHECK_THAT(drinks(8), WithinAbs(1190.0, 1e-9));
  CHECK_THAT(drinks(12), WithinAbs(1575.0, 1e-9));
  CHECK_THAT(drinks(16), WithinAbs(1840.0, 1e-9));
  Profile mother = person(Sex::Female, Stage::Pregnant);
  mother.fluid_basis = FluidBasis::Drinks;
  CHECK_THAT(reference_targets(real_references(), mother, 30).water->amount, WithinAbs(2310.0, 1e-9));
  mother.stage = Stage::Lactating;
  CHECK_THAT(reference_targets(real_references(), mother, 30).water->amount, WithinAbs(3116.0, 1e-9));
}

TEST_CASE("every figure says on what it rests") {
  const DayTargets targets = reference_targets(real_references(), person(Sex::Female), 40);
  CHECK(targets.magnesium->basis == "RDA");
  CHECK(targets.potassium->basis == "AI");
  for (const auto& target : {targets.water, targets.magnesium, targets.potassium, targets.sodium, targets.sodium_limit,
                             targets.magnesium_supplement_limit}) {
    REQUIRE(target);
    CHECK_FALSE(target->source.empty());
  }
}

TEST_CASE("a litre in the catalogue is a thousand millilitres here") {
  const RealCatalogue catalogue;
  catalogue.change("UPDATE reference_intake SET amount = amount / 1000, unit = 'l' WHERE nutrient = 'water'");
  auto file = catalogue.open();
  const DayTargets targets = reference_targets(load_reference_intakes(file), person(Sex::Male), 40);
  CHECK_THAT(targets.water->amount, WithinAbs(3700.0, 1e-9));
}

TEST_CASE("reference intakes that cannot be understood are called damaged") {
  const std::string wrong = GENERATE(as<std::string>{}, "guideline = 'who'", "sex = 'x'", "stage = 'old'",
                                     "meaning = 'goal'", "nutrient = 'gold'", "unit = 'oz'");
  const RealCatalogue catalogue;
  catalogue.change("UPDATE reference_intake SET " + wrong + " WHERE rowid = 1");
  auto file = catalogue.open();
  try {
    load_reference_intakes(file);
    FAIL("taken for sound: " << wrong);
  } catch (const StorageError& error) {
    CHECK(error.kind == StorageError::Kind::Damaged);
  }
}

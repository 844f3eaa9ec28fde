#include "lytes/safety/cautions.hpp"

#include <catch2/catch.hpp>

#include "lytes/safety/aims.hpp"
#include "targets/real_catalogue.hpp"

using namespace lytes;
using namespace lytes::safety;
using namespace lytes::targets;
using namespace lytes::targets::testing;
using Catch::Contains;
using lytes::quantity::Nutrient;

namespace {

DayTargets targets_for(Guideline guideline) {
  Profile profile;
  profile.sex = Sex::Female;
  profile.guideline = guideline;
  return reference_targets(real_references(), profile, 40);
}

DayTargets own_water(double ml) {
  DayTargets targets = targets_for(Guideline::Us);
  targets.water = Target{Nutrient::Water, ml, "yours", {}};
  return targets;
}

std::vector<std::string> codes(const std::vector<Remark>& cautions) {
  std::vector<std::string> codes;
  for (const Remark& caution : cautions) codes.push_back(caution.code);
  return codes;
}

CautionSums sums(std::optional<double> fluid_ml, std::optional<double> magnesium_mg,
                 std::optional<double> potassium_mg = {}) {
  return {fluid_ml, {}, {}, magnesium_mg, potassium_mg};
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("magnesium from supplements is cautioned above the guideline's limit and not at it") {
  const PersonalAdvice nobody;
  CHECK(day_cautions(sums({}, 350), targets_for(Guideline::Us), nobody).empty());
  const auto us = day_cautions(sums({}, 351), targets_for(Guideline::Us), nobody);
  REQUIRE(codes(us) == Codes{"magnesium_supplement_limit"});
  CHECK(us[0].level == Level::Care);
  CHECK_THAT(us[0].message, Contains("351 mg") && Contains("350 mg") && Contains("food does not count"));
  CHECK(day_cautions(sums({}, 250), targets_for(Guideline::Efsa), nobody).empty());
  CHECK(codes(day_cautions(sums({}, 300), targets_for(Guideline::Efsa), nobody)) ==
        Codes{"magnesium_supplement_limit"});
}

TEST_CASE("with kidney disease any magnesium supplement is one to ask about") {
  const auto cautions = day_cautions(sums({}, 100), targets_for(Guideline::Us), advice_for({"ckd"}));
  REQUIRE(codes(cautions) == Codes{"magnesium_supplement_profile"});
  CHECK(cautions[0].level == Level::Soon);
  CHECK_THAT(cautions[0].message, Contains("ckd"));
  CHECK(day_cautions(sums({}, 0), targets_for(Guideline::Us), advice_for({"ckd"})).empty());
}

TEST_CASE("potassium supplements are cautioned where potassium may rise") {
  const auto targets = targets_for(Guideline::Us);
  CHECK(day_cautions(sums({}, {}, 300), targets, {}).empty());
  for (const char* medicine : {"lisinopril", "losartan", "spironolactone"}) {
    CHECK(codes(day_cautions(sums({}, {}, 300), targets, advice_for({}, {medicine}))) ==
          Codes{"potassium_supplement_profile"});
  }
  CHECK(day_cautions(sums({}, {}, 300), targets, advice_for({}, {"hydrochlorothiazide"})).empty());
}

TEST_CASE("much fluid is a calm note from above twice the target") {
  const auto targets = targets_for(Guideline::Us);
  CHECK(day_cautions(sums(5400, {}), targets, {}).empty());
  const auto cautions = day_cautions(sums(5500, {}), targets, {});
  REQUIRE(codes(cautions) == Codes{"much_fluid"});
  CHECK(cautions[0].level == Level::Care);
  CHECK_THAT(cautions[0].message, Contains("5.5 l") && Contains("sodium"));
}

TEST_CASE("with heart failure the own number for fluid is held as the most") {
  CHECK(codes(day_cautions(sums(1600, {}), own_water(1500), advice_for({"heart failure"}))) ==
        Codes{"fluid_above_own_number"});
  CHECK(day_cautions(sums(1500, {}), own_water(1500), advice_for({"heart failure"})).empty());
  CHECK(day_cautions(sums(1600, {}), own_water(1500), {}).empty());
}

TEST_CASE("with kidney disease the own number for potassium is held as the most, from food too") {
  DayTargets targets = targets_for(Guideline::Us);
  targets.potassium = Target{Nutrient::Potassium, 2000, "yours", {}};
  CautionSums day;
  day.potassium_mg = 2000;
  CHECK(day_cautions(day, targets, advice_for({"ckd"})).empty());
  day.potassium_mg = 2001;
  const auto cautions = day_cautions(day, targets, advice_for({"ckd"}));
  REQUIRE(codes(cautions) == Codes{"potassium_above_own_number"});
  CHECK(cautions[0].level == Level::Soon);
  CHECK_THAT(cautions[0].message, Contains("2001 mg of potassium") && Contains("2000 mg set for you"));
  CHECK(day_cautions(day, targets, {}).empty());
  CHECK(day_cautions(day, targets_for(Guideline::Us), advice_for({"ckd"})).empty());
}

TEST_CASE("much fluid is never called usual to somebody who must not drink more") {
  const auto cautions = day_cautions(sums(6300, {}), targets_for(Guideline::Us), advice_for({"ckd"}));
  REQUIRE(codes(cautions) == Codes{"much_fluid"});
  CHECK(cautions[0].level == Level::Soon);
  CHECK_THAT(cautions[0].message, Contains("ask your doctor today") && !Contains("thirst"));
}

TEST_CASE("unknown sums and a person without targets call for nothing") {
  CHECK(day_cautions({}, targets_for(Guideline::Us), advice_for({"ckd"})).empty());
  CHECK(day_cautions(sums(9000, 900), DayTargets{}, {}).empty());
}

TEST_CASE("the most serious caution comes first") {
  const auto cautions = day_cautions(sums(9000, 400, 100), targets_for(Guideline::Us), advice_for({}, {"lisinopril"}));
  CHECK(codes(cautions) == Codes{"potassium_supplement_profile", "magnesium_supplement_limit", "much_fluid"});
}

TEST_CASE("more potassium or fluid is never suggested where the profile forbids it") {
  for (const char* medicine : {"enalapril", "valsartan", "amiloride"}) {
    const PersonalAdvice personal = advice_for({}, {medicine});
    CHECK_FALSE(may_suggest_more(Nutrient::Potassium, personal));
    CHECK(may_suggest_more(Nutrient::Water, personal));
    CHECK(may_suggest_more(Nutrient::Magnesium, personal));
    CHECK_THAT(instead_of_more(Nutrient::Potassium, personal)->message, Contains(medicine) && Contains("doctor"));
    CHECK_FALSE(instead_of_more(Nutrient::Water, personal));
  }
  const PersonalAdvice kidneys = advice_for({"kidney disease"});
  for (const Nutrient nutrient : {Nutrient::Water, Nutrient::Magnesium, Nutrient::Potassium}) {
    CHECK_FALSE(may_suggest_more(nutrient, kidneys));
    CHECK(instead_of_more(nutrient, kidneys)->level == Level::Soon);
  }
  CHECK_FALSE(may_suggest_more(Nutrient::Water, advice_for({"heart failure"})));
}

TEST_CASE("without such a profile more may be suggested, but never of salt, caffeine or alcohol") {
  for (const Nutrient nutrient : {Nutrient::Water, Nutrient::Magnesium, Nutrient::Potassium}) {
    CHECK(may_suggest_more(nutrient, advice_for({"osteoarthritis"}, {"atorvastatin"})));
    CHECK_FALSE(instead_of_more(nutrient, {}));
  }
  for (const Nutrient nutrient : {Nutrient::Sodium, Nutrient::Caffeine, Nutrient::Alcohol}) {
    CHECK_FALSE(may_suggest_more(nutrient, {}));
  }
}

TEST_CASE("each condition and medicine has its note, in the person's own word") {
  const auto notes = profile_notes(advice_for({"slipped disc"}, {"lisinopril", "arb"}));
  REQUIRE(notes.size() == 3);
  CHECK_THAT(notes[0].message, Catch::StartsWith("Slipped disc (disc problem): "));
  CHECK_THAT(notes[1].message, Catch::StartsWith("Lisinopril (ACE inhibitor): "));
  CHECK_THAT(notes[2].message, Catch::StartsWith("ARB: "));
}

TEST_CASE("a doctor's own number is a limit for those who must not be told to take more") {
  DayTargets targets = targets_for(Guideline::Us);
  targets.potassium = Target{Nutrient::Potassium, 2000, "yours", {}};
  CHECK(aims_of(targets, advice_for({"ckd"})).on(Nutrient::Potassium) == Aim::Limit);
  CHECK(aims_of(targets, advice_for({}, {"ramipril"})).on(Nutrient::Potassium) == Aim::Limit);
  CHECK(aims_of(targets, advice_for({"anorexia"})).on(Nutrient::Potassium) == Aim::Nothing);
  CHECK(aims_of(targets, advice_for({"lycanthropy"})).on(Nutrient::Potassium) == Aim::Nothing);
  CHECK(aims_of(targets, advice_for({"osteoarthritis"})).on(Nutrient::Potassium) == Aim::Goal);
}

TEST_CASE("with something unknown in the profile nothing is a goal until somebody was asked about it") {
  Profile profile;
  profile.medicines = {"moonshine"};
  const auto aims = [&] { return aims_of(targets_for(Guideline::Us), PersonalAdvice(profile, 40, &real_advice())); };
  for (const Nutrient nutrient : {Nutrient::Water, Nutrient::Magnesium, Nutrient::Potassium})
    CHECK(aims().on(nutrient) == Aim::Nothing);
  profile.reviewed = {{"moonshine", "2026-11-22"}};
  CHECK(aims().is_goal(Nutrient::Potassium));
}

TEST_CASE("who needs salt is shown no limit for it") {
  CHECK(aims_of(targets_for(Guideline::Us), advice_for({"addison"})).on(Nutrient::Sodium) == Aim::Nothing);
  CHECK(aims_of(targets_for(Guideline::Us), advice_for({"ckd"})).on(Nutrient::Sodium) == Aim::Goal);
}

TEST_CASE("goals stand for those who are to ask first, but nothing is plainly suggested") {
  for (const char* condition : {"diabetes", "high blood pressure", "pregnant", "one kidney"}) {
    const PersonalAdvice personal = advice_for({condition});
    INFO(condition);
    CHECK(may_suggest_more(Nutrient::Water, personal));
    CHECK_FALSE(may_try_without_asking(Nutrient::Water, personal));
  }
  CHECK(may_try_without_asking(Nutrient::Magnesium, advice_for({"osteoarthritis"}, {"atorvastatin"})));
}

TEST_CASE("with myasthenia magnesium in food is free and tablets are to be asked about") {
  const PersonalAdvice personal = advice_for({"ocular myasthenia gravis"});
  CHECK(may_suggest_more(Nutrient::Magnesium, personal));
  const auto cautions = day_cautions(sums({}, 300), targets_for(Guideline::Us), personal);
  REQUIRE(codes(cautions) == Codes{"magnesium_supplement_profile"});
  CHECK(cautions[0].level == Level::Care);
  CHECK_THAT(cautions[0].message, Contains("ask your doctor or pharmacist") && Contains("food is free"));
}

TEST_CASE("lithium keeps its goal for fluid and is told to keep it steady") {
  const PersonalAdvice personal = advice_for({}, {"400mg Priadel"});
  CHECK(may_suggest_more(Nutrient::Water, personal));
  CHECK_FALSE(may_try_without_asking(Nutrient::Water, personal));
  CHECK_FALSE(instead_of_more(Nutrient::Water, personal));
  CHECK_THAT(profile_notes(personal).front().message, Contains("steady"));
}

TEST_CASE("with diabetes insipidus thirst comes first, also on desmopressin") {
  const PersonalAdvice personal = advice_for({"diabetes insipidus"}, {"desmopressin"});
  CHECK_FALSE(may_suggest_more(Nutrient::Water, personal));
  CHECK_THAT(instead_of_more(Nutrient::Water, personal)->message, Contains("drink to thirst"));
}

#include "lytes/safety/trials.hpp"

#include <catch2/catch.hpp>

#include "targets/real_catalogue.hpp"

using namespace lytes;
using namespace lytes::safety;
using namespace lytes::targets::testing;
using quantity::Nutrient;

namespace {

constexpr calendar::Day today{std::chrono::year{2026} / 11 / 22};

targets::DayTargets general_targets() {
  targets::DayTargets targets;
  targets.water = targets::Target{Nutrient::Water, 2700, "AI", "made up"};
  targets.magnesium = targets::Target{Nutrient::Magnesium, 320, "RDA", "made up"};
  targets.potassium = targets::Target{Nutrient::Potassium, 2600, "AI", "made up"};
  return targets;
}

targets::Profile healthy(int birth_year = 1980) {
  targets::Profile profile;
  profile.birth_year = birth_year;
  profile.said_to_be_healthy = true;
  return profile;
}

struct Asked {
  targets::PersonalAdvice personal{};
  targets::Profile profile = healthy();
  targets::DayTargets targets = general_targets();
  std::vector<OpenSign> signs{};

  std::string code(Nutrient nutrient, TrialStep step = TrialStep::Begin) const {
    const auto refusal = reason_against_trial(nutrient, {personal, profile, targets, signs, today}, step);
    return refusal ? refusal->code : "";
  }
};

std::string code_with(const std::vector<std::string>& conditions, Nutrient nutrient,
                      const std::vector<std::string>& medicines = {}) {
  return Asked{advice_for(conditions, medicines)}.code(nutrient);
}

OpenSign open(const char* name) { return {{name, Level::Soon, When::Today, name, ""}, 1, today}; }

}  // namespace

TEST_CASE("somebody with nothing in the profile may try all three") {
  const Asked person;
  for (const auto nutrient : {Nutrient::Water, Nutrient::Magnesium, Nutrient::Potassium})
    CHECK(person.code(nutrient).empty());
}

TEST_CASE("an experiment is refused wherever more of it is no goal or has to be asked about first") {
  CHECK(code_with({"ckd"}, Nutrient::Magnesium) == "no_goal");
  CHECK(code_with({"heart failure"}, Nutrient::Water) == "no_goal");
  CHECK(code_with({}, Nutrient::Potassium, {"ramipril 5 mg"}) == "no_goal");
  CHECK(code_with({"anorexia"}, Nutrient::Magnesium) == "no_goal");
  CHECK(code_with({"lycanthropy"}, Nutrient::Magnesium) == "unknown_item");
  CHECK(code_with({"high blood pressure"}, Nutrient::Magnesium) == "ask_first");
  CHECK(code_with({"heart block"}, Nutrient::Magnesium) == "ask_first");
  CHECK(code_with({"kidney stones"}, Nutrient::Water) == "ask_first");
  CHECK(code_with({"heart block"}, Nutrient::Potassium) == "heart_rhythm");
  CHECK(code_with({"heart block"}, Nutrient::Water).empty());
}

TEST_CASE("pregnancy, an age under 18 and a profile that was never asked are refused") {
  targets::Profile pregnant = healthy();
  pregnant.stage = targets::Stage::Pregnant;
  CHECK(Asked{targets::PersonalAdvice(pregnant, 46, nullptr), pregnant}.code(Nutrient::Water) == "ask_first");
  const targets::Profile young = healthy(2012);
  CHECK(Asked{targets::PersonalAdvice(young, 14, nullptr), young}.code(Nutrient::Water) == "ask_first");
  const targets::Profile unasked;
  CHECK(Asked{targets::PersonalAdvice(unasked, {}, nullptr), unasked}.code(Nutrient::Water) == "health_not_asked");
}

TEST_CASE("potassium asks for a year of birth, and from 65 on for a kidney test within a year") {
  Asked person;
  person.profile.birth_year.reset();
  CHECK(person.code(Nutrient::Potassium) == "age_unknown");
  CHECK(person.code(Nutrient::Magnesium).empty());
  person.profile.birth_year = 1961;
  CHECK(person.code(Nutrient::Potassium) == "kidney_test");
  CHECK(person.code(Nutrient::Magnesium).empty());
  person.profile.kidney_test = "2026-03";
  CHECK(person.code(Nutrient::Potassium).empty());
  person.profile.kidney_test = "2025-11-21";
  CHECK(person.code(Nutrient::Potassium) == "kidney_test");
}

TEST_CASE("a clinician's own number is not left to a coin") {
  Asked person;
  person.targets.magnesium->basis = "yours";
  CHECK(person.code(Nutrient::Magnesium) == "own_target");
  CHECK(person.code(Nutrient::Water).empty());
}

TEST_CASE("an open sign bars beginning and going on, the rules over days bar nothing, a fever ends nothing") {
  Asked person;
  person.signs = {open("numbness")};
  CHECK(person.code(Nutrient::Water) == "open_sign");
  CHECK(person.code(Nutrient::Water, TrialStep::GoOn) == "open_sign");
  person.signs = {open("fever")};
  CHECK(person.code(Nutrient::Water) == "open_sign");
  CHECK(person.code(Nutrient::Water, TrialStep::GoOn).empty());
  person.signs = {open("lasting")};
  person.signs.front().figures = "Spasms at one place on 5 of the last 7 days.";
  CHECK(person.code(Nutrient::Water).empty());
}

TEST_CASE("no coin on a day with fever, heat, vomiting or diarrhoea, as a factor or in words") {
  timeline::DayRow day;
  day.day = today;
  CHECK(bars_coin(day, {}).empty());
  day.factors.push_back({"heat", {}, 7.0, 1});
  CHECK(bars_coin(day, {}) == "heat");
  day.factors.clear();
  const ToldSign told[] = {{"vomiting", "", {}}};
  CHECK(bars_coin(day, told) == "vomiting");
}

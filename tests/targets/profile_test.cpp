#include "lytes/targets/profile.hpp"

#include <catch2/catch.hpp>
#include <chrono>

#include "lytes/errors.hpp"
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
constexpr Day november = std::chrono::sys_days{2026y / 11 / 22};

std::string read(std::string_view what, std::string_view value) {
  const StatedFact fact = read_fact(what, value, 2026);
  return fact.name + "=" + fact.value;
}

}  // namespace

TEST_CASE("what a person says of themselves is read in everyday words") {
  CHECK(read("sex", "f") == "sex=female");
  CHECK(read("Sex", "Woman") == "sex=female");
  CHECK(read("gender", "m") == "sex=male");
  CHECK(read("birth-year", "1980") == "birth_year=1980");
  CHECK(read("born", " 1980 ") == "birth_year=1980");
  CHECK(read("stage", "breast-feeding") == "stage=lactating");
  CHECK(read("stage", "pregnant") == "stage=pregnant");
  CHECK(read("stage", "none") == "stage=none");
  CHECK(read("guideline", "EU") == "guideline=efsa");
  CHECK(read("guideline", "US") == "guideline=us");
  CHECK(read("fluid basis", "drinks") == "fluid_basis=drinks");
  CHECK(read("fluid_basis", "total") == "fluid_basis=total");
  CHECK(read("condition", "Kidney  Disease") == "condition:kidney disease=yes");
  CHECK(read("condition", "CKD") == "condition:ckd=yes");
  CHECK(read("medicine", "lisinopril") == "medicine:lisinopril=yes");
}

TEST_CASE("what cannot be a fact is refused with what would be valid") {
  const auto refused = [](std::string_view what, std::string_view value) {
    try {
      read(what, value);
    } catch (const InputError& error) {
      return error.valid;
    }
    return std::string("taken");
  };
  CHECK(refused("sex", "maybe") == "female");
  CHECK(refused("birth-year", "80") == "1980");
  CHECK(refused("birth-year", "2027") == "1980");
  CHECK(refused("birth-year", "1899") == "1980");
  CHECK(refused("birth-year", "1980x") == "1980");
  CHECK(refused("birth-year", "") == "1980");
  CHECK(refused("stage", "old") == "pregnant");
  CHECK(refused("guideline", "who") == "efsa");
  CHECK(refused("fluid-basis", "beer") == "drinks");
  CHECK(refused("birth year", "-1980") == "1980");
  CHECK(refused("birth year", "\u22121980") == "1980");
  CHECK(refused("birth year", "1980.5") == "1980");
  CHECK(refused("shoe size", "42") ==
        "sex, birth_year, stage, guideline, fluid_basis, condition, medicine, reviewed, kidney_test or health");
}

TEST_CASE("a condition or medicine is kept as it was said, known or not, but not without a name") {
  CHECK(read("medicine", "Lisinoprill 10 mg") == "medicine:lisinoprill 10 mg=yes");
  CHECK(read("condition", "Lycanthropy") == "condition:lycanthropy=yes");
  CHECK_THROWS_AS(read("medicine", " "), InputError);
}

TEST_CASE("age is the one reached in the day's calendar year") {
  Profile profile;
  CHECK_FALSE(profile.age_on(march));
  profile.birth_year = 1995;
  CHECK(profile.age_on(std::chrono::sys_days{2025y / 12 / 31}) == 30);
  CHECK(profile.age_on(std::chrono::sys_days{2026y / 1 / 1}) == 31);
}

TEST_CASE("the first thing said also holds for the days before it, a later one from its day") {
  const ProfileHistory history{{{"guideline", march, "efsa"}, {"guideline", june, "us"}}, {}};
  CHECK(history.on(march - std::chrono::days{400}).guideline == Guideline::Efsa);
  CHECK(history.on(june - std::chrono::days{1}).guideline == Guideline::Efsa);
  CHECK(history.on(june).guideline == Guideline::Us);
  CHECK(history.on(november).guideline == Guideline::Us);
}

TEST_CASE("an empty statement ends what stood before and keeps the next from reaching back") {
  const ProfileHistory history{{{"condition:heart failure", march, "yes"},
                                {"condition:heart failure", june, std::nullopt},
                                {"stage", march, std::nullopt},
                                {"stage", june, "pregnant"}},
                               {{Nutrient::Magnesium, march, std::nullopt}, {Nutrient::Magnesium, june, 300.0}}};
  CHECK(history.on(march).conditions == std::vector<std::string>{"heart failure"});
  CHECK(history.on(march - std::chrono::days{9}).conditions == std::vector<std::string>{"heart failure"});
  CHECK(history.on(june).conditions.empty());
  CHECK(history.on(march).stage == Stage::None);
  CHECK(history.on(june).stage == Stage::Pregnant);
  CHECK_FALSE(history.own_target(Nutrient::Magnesium, march));
  CHECK(history.own_target(Nutrient::Magnesium, june) == 300.0);
  CHECK_FALSE(history.own_target(Nutrient::Potassium, june));
}

TEST_CASE("all that is said comes together in the profile") {
  const ProfileHistory history{{{"birth_year", march, "1980"},
                                {"condition:heart failure", march, "yes"},
                                {"condition:ckd", march, "yes"},
                                {"fluid_basis", march, "drinks"},
                                {"medicine:lisinopril", march, "yes"},
                                {"sex", march, "female"}},
                               {}};
  const Profile profile = history.on(november);
  CHECK(profile.birth_year == 1980);
  CHECK(profile.sex == Sex::Female);
  CHECK(profile.fluid_basis == FluidBasis::Drinks);
  CHECK(profile.conditions == std::vector<std::string>{"ckd", "heart failure"});
  CHECK(profile.medicines == std::vector<std::string>{"lisinopril"});
  CHECK(ProfileHistory{}.on(november) == Profile{});
}

TEST_CASE("a kidney test is kept with its date, which has been") {
  const calendar::Day today{std::chrono::year{2026} / 11 / 22};
  CHECK(read_fact("kidney_test", "2026-03", 2026).name == "kidney_test");
  CHECK(read_kidney_test("2026-03", today) == "2026-03");
  CHECK_THROWS_AS(read_kidney_test("2027-03", today), InputError);
  CHECK_THROWS_AS(read_kidney_test("in order", today), InputError);
  const ProfileHistory history{{{"kidney_test", today, "2026-03"}}, {}};
  CHECK(history.on(today).kidney_test == "2026-03");
}

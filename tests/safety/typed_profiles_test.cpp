// Conditions and medicines as people type them, and what must follow from each; typed_profiles.csv has them. `must`
// names effects as the tables do; no_more_fluid, no_more_potassium and no_more_magnesium ask that the nutrient is no
// goal, `advice` that somebody is to be asked or told, `none` that nothing needs to follow.
#include <catch2/catch.hpp>
#include <sstream>

#include "lytes/csv/csv.hpp"
#include "lytes/safety/aims.hpp"
#include "targets/real_catalogue.hpp"

using namespace lytes;
using namespace lytes::safety;
using namespace lytes::targets;
using namespace lytes::targets::testing;
using lytes::quantity::Nutrient;

namespace {

struct Typed {
  std::string drawer;
  std::string text;
  std::vector<std::string> must;
};

std::vector<Typed> typed_profiles() {
  std::vector<Typed> all;
  csv::read_file(LYTES_SOURCE_DIR "/tests/safety/typed_profiles.csv", [&](const csv::Row& row) {
    Typed typed{std::string(row["drawer"]), std::string(row["typed"]), {}};
    std::istringstream effects{std::string(row["must"])};
    for (std::string effect; std::getline(effects, effect, ';');) typed.must.push_back(effect);
    all.push_back(std::move(typed));
  });
  return all;
}

PersonalAdvice advice_of(const Typed& typed) {
  return typed.drawer == "condition" ? advice_for({typed.text}) : advice_for({}, {typed.text});
}

Aims aims_with_targets_of_a_woman(const PersonalAdvice& personal) {
  Profile profile;
  profile.sex = Sex::Female;
  return aims_of(reference_targets(real_references(), profile, 50), personal);
}

/// Whether what must follow does, from what is known of the words themselves.
bool follows(const std::string& effect, const PersonalAdvice& personal) {
  if (effect == "no_more_fluid") return !reasons_against(Nutrient::Water, personal).empty();
  if (effect == "no_more_potassium") return !reasons_against(Nutrient::Potassium, personal).empty();
  if (effect == "no_more_magnesium") return !reasons_against(Nutrient::Magnesium, personal).empty();
  if (effect == "ask_magnesium") return personal.has(Effect::AskMagnesium);
  if (effect == "ask_first") return personal.has(Effect::AskFirst);
  if (effect == "keep_steady") return personal.has(Effect::KeepSteady);
  return effect == "none" || !personal.items().empty();
}

/// Whether they are told to take more all the same.
bool pushes(const std::string& effect, const PersonalAdvice& personal) {
  const Aims aims = aims_with_targets_of_a_woman(personal);
  if (effect == "no_more_fluid") return aims.is_goal(Nutrient::Water);
  if (effect == "no_more_potassium") return aims.is_goal(Nutrient::Potassium);
  if (effect == "no_more_magnesium") return aims.is_goal(Nutrient::Magnesium);
  if (effect == "ask_magnesium") return may_try_without_asking(Nutrient::Magnesium, personal);
  if (effect == "keep_steady") return may_try_without_asking(Nutrient::Water, personal);
  if (effect != "ask_first") return false;
  return may_try_without_asking(Nutrient::Water, personal) || may_try_without_asking(Nutrient::Magnesium, personal) ||
         may_try_without_asking(Nutrient::Potassium, personal);
}

}  // namespace

TEST_CASE("conditions and medicines are understood as people type them") {
  constexpr double least_recognised = 0.95;
  const auto all = typed_profiles();
  REQUIRE(all.size() >= 150);
  std::size_t recognised = 0;
  std::string missed;
  for (const Typed& typed : all) {
    const PersonalAdvice personal = advice_of(typed);
    bool right = personal.unknown().empty();
    for (const auto& effect : typed.must) right = right && follows(effect, personal);
    recognised += right ? 1 : 0;
    if (!right) missed += typed.text + "\n";
  }
  const double share = static_cast<double>(recognised) / static_cast<double>(all.size());
  INFO(recognised << " of " << all.size() << " recognised; missed:\n" << missed);
  CHECK(share >= least_recognised);
}

TEST_CASE("the rows that share a word with a text read it as the whole table does") {
  const RealCatalogue catalogue;
  auto file = catalogue.open();
  for (const Typed& typed : typed_profiles()) {
    INFO(typed.text);
    const AdviceBook rows = load_advice_about(file, {typed.text});
    const auto few = rows.read(typed.text);
    const auto all = real_advice().read(typed.text);
    CHECK(few.whole == all.whole);
    REQUIRE(few.about.size() == all.about.size());
    for (std::size_t i = 0; i < all.about.size(); ++i) CHECK(few.about[i]->name == all.about[i]->name);
  }
}

TEST_CASE("nobody is pushed whatever they type") {
  for (const Typed& typed : typed_profiles()) {
    const PersonalAdvice personal = advice_of(typed);
    for (const auto& effect : typed.must) {
      INFO(typed.text << ": " << effect);
      CHECK_FALSE(pushes(effect, personal));
    }
  }
}

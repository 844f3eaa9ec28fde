#include "lytes/insight/visit_questions.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "diary.hpp"

using namespace lytes;
using namespace lytes::insight;
using namespace lytes::insight::testing;
using quantity::Nutrient;
using targets::Advice;
using targets::Effect;

namespace {

using Kinds = std::vector<QuestionKind>;

std::array<timeline::CoursePart, 2> halves(int first, int second) {
  std::array<timeline::CoursePart, 2> both;
  both[0].rate = {first, 42, 42};
  both[1].rate = {second, 42, 42};
  return both;
}

safety::IntakeCourse course(Nutrient nutrient, safety::Aim aim) {
  safety::IntakeCourse one;
  one.nutrient = nutrient;
  one.aim = aim;
  one.closed_days = one.judged = 20;
  if (aim != safety::Aim::Nothing) one.held_against = targets::Target{nutrient, 1500, "yours", {}};
  return one;
}

targets::PersonalAdvice with(const std::string& medicine, std::vector<Effect> effects) {
  const targets::AdviceBook book({{Advice::Kind::Medicine, medicine, std::move(effects), "Says.", "Source"}},
                                 {{medicine, medicine, medicine}}, {});
  targets::Profile profile;
  profile.medicines = {medicine};
  return {profile, 50, &book};
}

Kinds kinds(const std::vector<VisitQuestion>& questions) {
  Kinds found;
  for (const auto& one : questions) found.push_back(one.kind);
  return found;
}

Kinds asked(const Evidence& evidence, std::vector<safety::IntakeCourse> intake,
            const targets::PersonalAdvice& personal = {}, int first = 0, int second = 0) {
  return kinds(visit_questions(evidence, intake, halves(first, second), personal));
}

}  // namespace

TEST_CASE("without a reason in the diary or the profile nothing is asked") {
  CHECK(asked({}, {course(Nutrient::Water, safety::Aim::Goal)}) == Kinds{});
}

TEST_CASE("an emergency is no question for a visit, and neither are thoughts of suicide") {
  Evidence evidence;
  evidence.open_signs.push_back({{"chest pain", Level::Emergency, safety::When::Now, "chest pain", ""}, 1, monday});
  evidence.open_signs.push_back(
      {{std::string(safety::crisis), Level::Soon, safety::When::Today, "thoughts", ""}, 1, monday});
  CHECK(asked(evidence, {}) == Kinds{});
  evidence.open_signs.push_back({{"numbness", Level::Soon, safety::When::ThisWeek, "numbness", ""}, 1, monday});
  evidence.open_signs.push_back({{"night", Level::Soon, safety::When::NextVisit, "night", ""}, 3, monday});
  evidence.open_signs.back().figures = "Spasms in 3 of the last 7 nights.";
  CHECK(asked(evidence, {}) == Kinds{QuestionKind::OpenSign, QuestionKind::SignOverDays});
}

TEST_CASE("half as many spasms again and six more are worth a question") {
  CHECK(asked({}, {}, {}, 10, 16) == Kinds{QuestionKind::MoreSpasms});
  CHECK(asked({}, {}, {}, 16, 10) == Kinds{});
  CHECK(asked({}, {}, {}, 10, 15) == Kinds{});
  CHECK(asked({}, {}, {}, 20, 27) == Kinds{});
}

TEST_CASE("a limit that was passed is asked about, a goal that was is not") {
  auto limit = course(Nutrient::Water, safety::Aim::Limit);
  limit.above = 1;
  CHECK(asked({}, {limit}) == Kinds{QuestionKind::AboveLimit});
  auto salt = course(Nutrient::Sodium, safety::Aim::Goal);
  salt.above = 10;
  CHECK(asked({}, {salt}) == Kinds{});
  salt.above = 11;
  CHECK(asked({}, {salt}) == Kinds{QuestionKind::AboveLimit});
}

TEST_CASE("days far below a goal are asked about, and none below what is no goal") {
  auto water = course(Nutrient::Water, safety::Aim::Goal);
  water.low = 11;
  CHECK(asked({}, {water}) == Kinds{QuestionKind::BelowGoal});
  water.aim = safety::Aim::Nothing;
  CHECK(asked({}, {water}) == Kinds{});
}

TEST_CASE("who may not have more potassium is asked how much is right, and about tablets of it") {
  const auto personal = with("ramipril", {Effect::MayRaisePotassium});
  auto potassium = course(Nutrient::Potassium, safety::Aim::Nothing);
  CHECK(asked({}, {potassium}, personal) == Kinds{QuestionKind::MayRise, QuestionKind::HowMuch});
  potassium.supplements = safety::SupplementCourse{2, 198, 99, 0};
  CHECK(asked({}, {potassium}, personal) ==
        Kinds{QuestionKind::SupplementHeldBack, QuestionKind::MayRise, QuestionKind::HowMuch});
}

TEST_CASE("where goals are hidden nobody asks how much is right") {
  const auto personal = with("something", {Effect::HideGoals});
  CHECK(asked({}, {course(Nutrient::Water, safety::Aim::Nothing)}, personal) == Kinds{});
}

TEST_CASE("a medicine is asked about by what it can do, cramps only where there were spasms") {
  const auto personal = with("omeprazole", {Effect::MayLowerMagnesium, Effect::MayGoWithCramps});
  CHECK(asked({}, {}, personal) == Kinds{QuestionKind::MayFall});
  CHECK(asked({}, {}, personal, 1, 0) == Kinds{QuestionKind::MayFall, QuestionKind::CrampsWith});
}

TEST_CASE("an empty profile is no healthy one, so it is asked about") {
  const targets::PersonalAdvice nobody(targets::Profile{}, std::nullopt, nullptr);
  CHECK(asked({}, {}, nobody) == Kinds{QuestionKind::HealthNotSaid});
}

TEST_CASE("a finding is a question, and one that is withheld is none") {
  const auto timeline = timeline_of(made_up(400, 0.5, 4.0));
  Evidence evidence = assess_all(timeline);
  auto& magnesium = evidence.associations[1];
  REQUIRE(magnesium.grade >= Grade::Moderate);
  CHECK(asked(evidence, {}) == Kinds{QuestionKind::StandsOut});
  magnesium.withheld = true;
  CHECK(asked(evidence, {}) == Kinds{});
}

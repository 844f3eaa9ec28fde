#include "lytes/insight/visit_questions.hpp"

#include <algorithm>

#include "lytes/targets/advice.hpp"

namespace lytes::insight {
namespace {

using quantity::Nutrient;
using safety::Aim;
using safety::IntakeCourse;
using targets::Effect;
using timeline::CoursePart;

using Questions = std::vector<VisitQuestion>;

constexpr int enough_days = 7;  // closed, before a share of them is worth a question

VisitQuestion about(const safety::OpenSign& over_days) {
  VisitQuestion question{QuestionKind::SignOverDays};
  question.signs.push_back(&over_days);
  return question;
}

void add_signs(Questions& questions, const Evidence& evidence) {
  VisitQuestion told{QuestionKind::OpenSign};
  for (const auto& sign : evidence.open_signs) {
    if (sign.sign.level == Level::Emergency || sign.sign.name == safety::crisis) continue;
    if (!sign.is_over_days()) told.signs.push_back(&sign);
  }
  if (!told.signs.empty()) questions.push_back(std::move(told));
  for (const auto& sign : evidence.open_signs) {
    if (sign.is_over_days()) questions.push_back(about(sign));
  }
}

void add_course(Questions& questions, const std::array<CoursePart, 2>& halves) {
  constexpr int known_days = 28;
  constexpr int more = 6;
  constexpr double as_many_again = 1.5;
  const auto& [first, second] = halves;
  if (!first.known_enough() || !second.known_enough() || first.rate.known_days < known_days) return;
  const bool often = *second.per_week() >= as_many_again * *first.per_week();
  if (often && second.rate.spasms >= first.rate.spasms + more) questions.push_back({QuestionKind::MoreSpasms});
}

void add_limits(Questions& questions, std::span<const IntakeCourse> intake) {
  for (const auto& one : intake) {
    const bool salt = one.nutrient == Nutrient::Sodium;
    if (!one.held_against || one.above == 0 || (one.aim != Aim::Limit && !salt)) continue;
    // Nearly everybody passes the limit for salt now and then.
    if (salt && (one.judged < enough_days || 2 * one.above <= one.judged)) continue;
    VisitQuestion question{QuestionKind::AboveLimit};
    question.nutrients = {one.nutrient};
    question.days = one.above;
    question.of = one.judged;
    question.amount = one.held_against->amount;
    question.most = one.most;
    questions.push_back(std::move(question));
  }
}

void add_supplements(Questions& questions, std::span<const IntakeCourse> intake,
                     const targets::PersonalAdvice& personal) {
  for (const auto& one : intake) {
    if (!one.supplements || one.supplements->days == 0) continue;
    auto against = safety::reasons_against(one.nutrient, personal);
    if (against.empty() && one.nutrient == Nutrient::Magnesium) against = personal.because_of(Effect::AskMagnesium);
    VisitQuestion question{against.empty() ? QuestionKind::SupplementAbove : QuestionKind::SupplementHeldBack};
    question.nutrients = {one.nutrient};
    question.most = one.supplements->most;
    question.days = against.empty() ? one.supplements->days_above : one.supplements->days;
    question.names = std::move(against);
    if (question.days > 0) questions.push_back(std::move(question));
  }
}

void add_named(Questions& questions, QuestionKind kind, std::vector<std::string> names,
               std::vector<Nutrient> nutrients = {}) {
  if (names.empty()) return;
  VisitQuestion question{kind};
  question.names = std::move(names);
  question.nutrients = std::move(nutrients);
  questions.push_back(std::move(question));
}

/// Those nutrients that are nothing to reach because of the same things are asked about together.
void add_no_goals(Questions& questions, std::span<const IntakeCourse> intake, const targets::PersonalAdvice& personal) {
  if (personal.has(Effect::HideGoals)) return;
  Questions found;
  for (const auto& one : intake) {
    if (one.aim != Aim::Nothing || one.nutrient == Nutrient::Sodium) continue;
    auto names = safety::reasons_against(one.nutrient, personal);
    const auto same = std::ranges::find(found, names, &VisitQuestion::names);
    if (same != found.end()) {
      same->nutrients.push_back(one.nutrient);
    } else {
      add_named(found, QuestionKind::HowMuch, std::move(names), {one.nutrient});
    }
  }
  std::ranges::move(found, std::back_inserter(questions));
}

void add_profile(Questions& questions, std::span<const IntakeCourse> intake, const targets::PersonalAdvice& personal) {
  add_named(questions, QuestionKind::MayRise, personal.because_of(Effect::MayRaisePotassium), {Nutrient::Potassium});
  add_named(questions, QuestionKind::MayFall, personal.because_of(Effect::MayLowerPotassium), {Nutrient::Potassium});
  add_named(questions, QuestionKind::MayFall, personal.because_of(Effect::MayLowerMagnesium), {Nutrient::Magnesium});
  add_no_goals(questions, intake, personal);
  add_named(questions, QuestionKind::Unknown, personal.unknown_unreviewed());
  add_named(questions, QuestionKind::AskFirst, personal.ask_first());
  if (!personal.health_was_asked()) questions.push_back({QuestionKind::HealthNotSaid});
}

void add_below_goal(Questions& questions, std::span<const IntakeCourse> intake) {
  for (const auto& one : intake) {
    const bool mostly = one.judged >= enough_days && 2 * one.low > one.judged;
    if (one.aim != Aim::Goal || !one.held_against || !mostly) continue;
    VisitQuestion question{QuestionKind::BelowGoal};
    question.nutrients = {one.nutrient};
    question.days = one.low;
    question.of = one.judged;
    question.amount = one.held_against->amount;
    questions.push_back(std::move(question));
  }
}

void add_findings(Questions& questions, const Evidence& evidence) {
  for (const auto& one : evidence.associations) {
    if (one.withheld || one.grade < Grade::Moderate) continue;
    VisitQuestion question{QuestionKind::StandsOut};
    question.nutrients = {nutrient_of(one.exposure)};
    question.association = &one;
    questions.push_back(std::move(question));
  }
}

}  // namespace

std::string_view code(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::OpenSign:
      return "open_sign";
    case QuestionKind::SignOverDays:
      return "sign_over_days";
    case QuestionKind::MoreSpasms:
      return "more_spasms";
    case QuestionKind::AboveLimit:
      return "above_limit";
    case QuestionKind::SupplementAbove:
      return "supplement_above_limit";
    case QuestionKind::SupplementHeldBack:
      return "supplement_held_back";
    case QuestionKind::MayRise:
      return "may_rise";
    case QuestionKind::MayFall:
      return "may_fall";
    case QuestionKind::HowMuch:
      return "how_much";
    case QuestionKind::AskFirst:
      return "ask_first";
    case QuestionKind::Unknown:
      return "unknown_item";
    case QuestionKind::HealthNotSaid:
      return "health_not_said";
    case QuestionKind::BelowGoal:
      return "below_goal";
    case QuestionKind::StandsOut:
      return "stands_out";
    case QuestionKind::CrampsWith:
      return "cramps_with";
    case QuestionKind::OwnReason:
      return "own_reason";
  }
  return "";
}

std::vector<VisitQuestion> visit_questions(const Evidence& evidence, std::span<const IntakeCourse> intake,
                                           const std::array<CoursePart, 2>& halves,
                                           const targets::PersonalAdvice& personal) {
  Questions questions;
  add_signs(questions, evidence);
  add_course(questions, halves);
  add_limits(questions, intake);
  add_supplements(questions, intake, personal);
  add_profile(questions, intake, personal);
  add_findings(questions, evidence);
  add_below_goal(questions, intake);
  if (halves[0].rate.spasms + halves[1].rate.spasms > 0) {
    add_named(questions, QuestionKind::CrampsWith, personal.because_of(Effect::MayGoWithCramps));
    add_named(questions, QuestionKind::OwnReason, personal.because_of(Effect::OwnSpasmReason));
  }
  return questions;
}

}  // namespace lytes::insight

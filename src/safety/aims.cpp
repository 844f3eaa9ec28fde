#include "lytes/safety/aims.hpp"

#include <algorithm>

namespace lytes::safety {

using quantity::Nutrient;
using targets::Effect;

Aim Aims::on(Nutrient nutrient) const {
  switch (nutrient) {
    case Nutrient::Water:
      return water_;
    case Nutrient::Magnesium:
      return magnesium_;
    case Nutrient::Potassium:
      return potassium_;
    case Nutrient::Sodium:
      return sodium_;
    default:
      return Aim::Goal;
  }
}

namespace {

std::vector<Effect> effects_against(Nutrient nutrient) {
  if (nutrient == Nutrient::Water) return {Effect::NoMoreFluid, Effect::HideGoals};
  if (nutrient == Nutrient::Magnesium) return {Effect::NoMoreMagnesium, Effect::HideGoals};
  return {Effect::NoMorePotassium, Effect::MayRaisePotassium, Effect::HideGoals};
}

/// A doctor's own number is a limit where the amount itself is what is restricted: not where food is free, where goals
/// are hidden, or where all that is known is that something unknown stands in the profile.
bool own_number_is_a_limit(Nutrient nutrient, const targets::PersonalAdvice& personal) {
  if (personal.has(Effect::HideGoals)) return false;
  if (nutrient == Nutrient::Water) return personal.has(Effect::NoMoreFluid);
  if (nutrient == Nutrient::Magnesium) return personal.has(Effect::NoMoreMagnesium);
  return personal.has(Effect::NoMorePotassium) || personal.has(Effect::MayRaisePotassium);
}

}  // namespace

std::vector<std::string> reasons_against(Nutrient nutrient, const targets::PersonalAdvice& personal) {
  std::vector<std::string> reasons;
  for (const Effect effect : effects_against(nutrient)) {
    for (const std::string& reason : personal.because_of(effect)) {
      if (std::ranges::find(reasons, reason) == reasons.end()) reasons.push_back(reason);
    }
  }
  return reasons;
}

bool may_suggest_more(Nutrient nutrient, const targets::PersonalAdvice& personal) {
  switch (nutrient) {
    case Nutrient::Water:
    case Nutrient::Magnesium:
    case Nutrient::Potassium:
      return reasons_against(nutrient, personal).empty() && personal.unknown_unreviewed().empty();
    default:
      return false;  // of sodium, calcium, caffeine and alcohol lytes never suggests more
  }
}

bool may_try_without_asking(Nutrient nutrient, const targets::PersonalAdvice& personal) {
  if (!may_suggest_more(nutrient, personal) || !personal.ask_first().empty()) return false;
  if (nutrient == Nutrient::Magnesium && personal.has(Effect::AskMagnesium)) return false;
  return nutrient != Nutrient::Water || !personal.has(Effect::KeepSteady);
}

Aims aims_of(const targets::DayTargets& targets, const targets::PersonalAdvice& personal) {
  const auto aim = [&](Nutrient nutrient) {
    if (may_suggest_more(nutrient, personal)) return Aim::Goal;
    const targets::Target* target = targets.to_reach(nutrient);
    const bool own = target && target->basis == "yours";
    return own && own_number_is_a_limit(nutrient, personal) ? Aim::Limit : Aim::Nothing;
  };
  const bool own_sodium = targets.sodium_limit && targets.sodium_limit->basis == "yours";
  const bool salt_is_needed = personal.has(Effect::NoSodiumLimit) || personal.has(Effect::HideGoals);
  return {aim(Nutrient::Water), aim(Nutrient::Magnesium), aim(Nutrient::Potassium),
          salt_is_needed && !own_sodium ? Aim::Nothing : Aim::Goal};
}

std::array<timeline::Standing, 4> standings(const timeline::DayRow& row, const Aims& aims) {
  auto standings = timeline::standings(row);
  for (auto& standing : standings) {
    const Aim aim = aims.on(standing.nutrient);
    if (aim == Aim::Goal) continue;
    if (aim == Aim::Limit) standing.limit = standing.target;
    if (aim == Aim::Nothing) standing.limit.reset();
    standing.target.reset();
    standing.share.reset();
    const bool passed = standing.known > 0 && standing.limit && standing.sum > *standing.limit;
    if (passed) standing.verdict = timeline::Verdict::High;
    const bool of_food = standing.nutrient != Nutrient::Magnesium;  // HIGH of magnesium speaks of supplements
    if (!passed && (of_food || standing.verdict != timeline::Verdict::High)) {
      standing.verdict = timeline::Verdict::Unknown;
    }
  }
  return standings;
}

}  // namespace lytes::safety

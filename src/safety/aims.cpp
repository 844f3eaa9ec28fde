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
    default:
      return Aim::Goal;
  }
}

std::vector<std::string> reasons_against(Nutrient nutrient, const targets::PersonalAdvice& personal) {
  if (nutrient == Nutrient::Water) return personal.because_of(Effect::NoMoreFluid);
  if (nutrient == Nutrient::Magnesium) return personal.because_of(Effect::NoMagnesiumSupplement);
  std::vector<std::string> reasons = personal.because_of(Effect::NoMorePotassium);
  for (const std::string& reason : personal.because_of(Effect::MayRaisePotassium)) {
    if (std::ranges::find(reasons, reason) == reasons.end()) reasons.push_back(reason);
  }
  return reasons;
}

bool may_suggest_more(Nutrient nutrient, const targets::PersonalAdvice& personal) {
  switch (nutrient) {
    case Nutrient::Water:
    case Nutrient::Magnesium:
    case Nutrient::Potassium:
      return reasons_against(nutrient, personal).empty();
    default:
      return false;  // of sodium, calcium, caffeine and alcohol lytes never suggests more
  }
}

Aims aims_of(const targets::DayTargets& targets, const targets::PersonalAdvice& personal) {
  const auto aim = [&](Nutrient nutrient) {
    if (may_suggest_more(nutrient, personal)) return Aim::Goal;
    const targets::Target* target = targets.to_reach(nutrient);
    return target && target->basis == "yours" ? Aim::Limit : Aim::Nothing;
  };
  return {aim(Nutrient::Water), aim(Nutrient::Magnesium), aim(Nutrient::Potassium)};
}

std::array<timeline::Standing, 4> standings(const timeline::DayRow& row, const Aims& aims) {
  auto standings = timeline::standings(row);
  for (auto& standing : standings) {
    const Aim aim = aims.on(standing.nutrient);
    if (aim == Aim::Goal) continue;
    if (aim == Aim::Limit) standing.limit = standing.target;
    standing.target.reset();
    standing.share.reset();
    const bool passed = standing.known > 0 && standing.limit && standing.sum > *standing.limit;
    if (passed) standing.verdict = timeline::Verdict::High;
    if (!passed && standing.verdict != timeline::Verdict::High) standing.verdict = timeline::Verdict::Unknown;
  }
  return standings;
}

}  // namespace lytes::safety

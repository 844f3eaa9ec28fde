#pragma once

#include <array>
#include <string>
#include <vector>

#include "lytes/quantity/nutrients.hpp"
#include "lytes/targets/advice.hpp"
#include "lytes/targets/reference.hpp"
#include "lytes/timeline/summary.hpp"

namespace lytes::safety {

/// What a nutrient is held against for one person; decided here and obeyed by every page.
enum class Aim {
  Goal,    ///< a target to reach
  Limit,   ///< a clinician's own number: not to be passed, and nothing is said below it
  Nothing  ///< the reference intake is no goal for this person: a figure stands alone
};

/// The aims of one person on one day.
class Aims {
 public:
  /// Goals for everything, as for a person of whom nothing else is known.
  Aims() = default;
  Aims(Aim water, Aim magnesium, Aim potassium) : water_(water), magnesium_(magnesium), potassium_(potassium) {}

  Aim on(quantity::Nutrient nutrient) const;
  bool is_goal(quantity::Nutrient nutrient) const { return on(nutrient) == Aim::Goal; }
  bool any(Aim aim) const { return water_ == aim || magnesium_ == aim || potassium_ == aim; }

 private:
  Aim water_ = Aim::Goal;
  Aim magnesium_ = Aim::Goal;
  Aim potassium_ = Aim::Goal;
};

/// Why more of it must not be suggested to this person, by the conditions and medicines of the profile; empty where it
/// may.
std::vector<std::string> reasons_against(quantity::Nutrient nutrient, const targets::PersonalAdvice& personal);

/// Whether a suggestion to take more of it may be made to this person at all.
bool may_suggest_more(quantity::Nutrient nutrient, const targets::PersonalAdvice& personal);

Aims aims_of(const targets::DayTargets& targets, const targets::PersonalAdvice& personal);

/// A day's standings as this person may see them: never short of what must not be suggested.
std::array<timeline::Standing, 4> standings(const timeline::DayRow& row, const Aims& aims);

}  // namespace lytes::safety

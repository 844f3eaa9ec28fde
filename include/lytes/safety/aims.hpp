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
  Nothing  ///< the reference intake is no goal for this person, or no limit: a figure stands alone
};

/// The aims of one person on one day.
class Aims {
 public:
  /// Goals for everything, as for a person of whom nothing else is known.
  Aims() = default;
  /// @param sodium a goal means that its limit is held to
  Aims(Aim water, Aim magnesium, Aim potassium, Aim sodium = Aim::Goal)
      : water_(water), magnesium_(magnesium), potassium_(potassium), sodium_(sodium) {}

  Aim on(quantity::Nutrient nutrient) const;
  bool is_goal(quantity::Nutrient nutrient) const { return on(nutrient) == Aim::Goal; }
  /// Of water, magnesium and potassium.
  bool any(Aim aim) const { return water_ == aim || magnesium_ == aim || potassium_ == aim; }

 private:
  Aim water_ = Aim::Goal;
  Aim magnesium_ = Aim::Goal;
  Aim potassium_ = Aim::Goal;
  Aim sodium_ = Aim::Goal;
};

/// Why more of it must not be suggested to this person, by the conditions and medicines of the profile that are known;
/// empty where it may.
std::vector<std::string> reasons_against(quantity::Nutrient nutrient, const targets::PersonalAdvice& personal);

/// Whether it may be a goal for this person to take more of it: nothing that is known speaks against it, and nothing
/// unknown stands in the profile that nobody was asked about.
bool may_suggest_more(quantity::Nutrient nutrient, const targets::PersonalAdvice& personal);

/// Whether it may plainly be suggested, without asking a doctor or pharmacist first.
bool may_try_without_asking(quantity::Nutrient nutrient, const targets::PersonalAdvice& personal);

Aims aims_of(const targets::DayTargets& targets, const targets::PersonalAdvice& personal);

/// A day's standings as this person may see them: never short of what must not be suggested.
std::array<timeline::Standing, 4> standings(const timeline::DayRow& row, const Aims& aims);

}  // namespace lytes::safety

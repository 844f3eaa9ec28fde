#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/quantity/nutrients.hpp"
#include "lytes/safety/aims.hpp"
#include "lytes/targets/reference.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::safety {

/// What was taken as supplements over some days.
struct SupplementCourse {
  int days = 0;        ///< with some of it
  double sum = 0;      ///< mg
  double most = 0;     ///< mg in a day
  int days_above = 0;  ///< above the limit for supplements of that day, where there is one for this person
};

/// One nutrient over some days, held against what this person is held against.
struct IntakeCourse {
  quantity::Nutrient nutrient;
  Aim aim = Aim::Goal;
  /// A goal to reach or a limit not to pass, in ml or mg, as of the last day; empty where there is none for this
  /// person.
  std::optional<targets::Target> held_against;
  std::vector<std::string> because;  ///< in the person's words, why it is no goal; empty where it is one
  int closed_days = 0;               ///< those that have a total, of which the three below are
  double sum = 0;
  double least = 0;
  double most = 0;
  /// Of how many days the following speak: of a goal those with a total, of a limit also those that are above it
  /// already.
  int judged = 0;
  int below = 0;                                ///< the goal
  int low = 0;                                  ///< below `timeline::low_share` of it
  int above = 0;                                ///< the limit
  std::optional<SupplementCourse> supplements;  ///< of magnesium and potassium

  std::optional<double> mean() const { return closed_days > 0 ? std::optional(sum / closed_days) : std::nullopt; }
};

/// Water by the fluid basis of each day, magnesium, potassium and sodium, whose figure is a limit.
std::array<IntakeCourse, 4> intake_courses(const timeline::Timeline& timeline, calendar::DayRange days,
                                           const targets::DayTargets& targets, const targets::PersonalAdvice& personal);

}  // namespace lytes::safety

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "lytes/stats/joint_model.hpp"

namespace lytes::insight {

/// Why a diary cannot carry an estimate yet.
enum class Lack {
  CalendarDays,      ///< fewer than 56
  Spasms,            ///< fewer than 24 on rows whose exposure is known
  DeficientDays,     ///< fewer than 14
  SufficientDays,    ///< fewer than 14
  DeficientSpasms,   ///< fewer than 3 after deficient days
  SufficientSpasms,  ///< fewer than 3 after sufficient days
  Separated,         ///< no finite estimate
  OwnVariation,      ///< the other columns explain the exposure: VIF above 5
  NoEstimate         ///< there is none, for no reason above
};

/// "calendar_days", "spasms", "short_days", "enough_days", "spasms_after_short", "spasms_after_enough", "separated",
/// "own_variation", "no_estimate".
std::string_view word(Lack lack);

/// One thing that is missing: what there is and what it takes.
struct Shortage {
  Lack lack;
  double have;
  double need;
};

struct MinimumData {
  double events = 24;
  double days_in_arm = stats::least_days_in_arm;
  double events_in_arm = stats::least_events_in_arm;
  double calendar_days = 56;
  double largest_vif = 5;
};

/// All that is missing before an exposure's effect may be shown; empty if nothing is.
std::vector<Shortage> shortages(const stats::JointModel& model, std::size_t exposure, const MinimumData& minimum = {});

enum class Grade { Insufficient, None, Unclear, Hint, Moderate, Strong, Confirmed };

/// "insufficient", "none", "unclear", "hint", "moderate", "strong", "confirmed".
std::string_view word(Grade grade);

/// What an estimate has to reach to carry a grade.
struct Bounds {
  double probability;   ///< of the likelier side
  double bayes_factor;  ///< at least
};

inline constexpr Bounds hint_by_day{0.95, 0};
inline constexpr Bounds moderate_by_day{0.97, 3};
inline constexpr Bounds moderate_by_week{0.99, 10};
inline constexpr Bounds strong_by_day{0.99, 20};

/// Nothing is graded by one look. A bound is held when today's estimate and those after the diary's first n-7, n-14,
/// n-21 and n-28 days all reach it, on the same side.
inline constexpr std::size_t looks_in_a_row = 5;
inline constexpr std::size_t days_between_looks = 7;

bool reaches(const stats::JointEffect& effect, const Bounds& bounds);

/// What the grade of one exposure is judged by.
struct Grounds {
  bool enough_data = false;     ///< no shortages
  bool small_at_most = false;   ///< the day before: 95 % posterior interval inside 0.8-1.25
  bool held_hint = false;       ///< `hint_by_day`
  bool held_day = false;        ///< `moderate_by_day`
  bool held_week = false;       ///< `moderate_by_week`
  bool opposite_sides = false;  ///< both questions are held, and contradict each other
  bool capped = false;          ///< days that nobody knows could make it
  /// `strong_by_day` today, and the sign stays with possibly partial days in and with each quarter left out.
  bool strong_by_day_and_stable = false;
};

/// Unclear where the two questions contradict each other. None where the day before makes little difference and the
/// week does not stand against it. Else the best of strong (by the day before), moderate (by either) and a hint that is
/// held; what is capped is a hint at most.
Grade grade(const Grounds& grounds);

}  // namespace lytes::insight

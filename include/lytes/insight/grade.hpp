#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "lytes/stats/posterior.hpp"
#include "lytes/stats/shift_calibrated_effect.hpp"

namespace lytes::insight {

/// Why a diary cannot carry an estimate yet.
enum class Lack {
  Events,            ///< fewer than 24 spasms on usable pairs
  DeficientDays,     ///< fewer than 14
  SufficientDays,    ///< fewer than 14
  DeficientEvents,   ///< fewer than 3 spasms on deficient days
  SufficientEvents,  ///< fewer than 3 spasms on sufficient days
  CalendarDays,      ///< fewer than 56
  OwnVariation,      ///< the calendar explains the exposure: VIF above 5
  NoEstimate         ///< the fit did not end in an estimate; see its status
};

/// One thing that is missing: what there is and what it takes.
struct Shortage {
  Lack lack;
  double have;
  double need;
};

struct MinimumData {
  double events = 24;
  double days_in_arm = 14;
  double events_in_arm = 3;
  double calendar_days = 56;
  double largest_vif = 5;
};

/// All that is missing before an effect may be shown; empty if nothing is.
std::vector<Shortage> shortages(const stats::Effect& effect, std::size_t calendar_days,
                                const MinimumData& minimum = {});

enum class Grade { Insufficient, None, Unclear, Hint, Moderate, Strong, Confirmed };

/// "insufficient", "none", "unclear", "hint", "moderate", "strong", "confirmed".
std::string_view word(Grade grade);

/// Spread of the sceptical prior on a log rate ratio: 95 % of ratios between 0.50 and 1.99.
/// Sceptical because trials of magnesium found little (Cochrane CD009402, 2020).
inline constexpr double sceptical_prior_sd = 0.35;

/// The larger of P(RR > 1) and P(RR < 1) from which a grade begins.
inline constexpr double hint_from = 0.90;
inline constexpr double moderate_from = 0.975;
inline constexpr double strong_from = 0.99;
/// Holm's p over the primary family that a strong grade needs.
inline constexpr double family_alpha = 0.05;

/// What the grade of one exposure is judged by.
struct Grounds {
  bool enough_data = false;   ///< no shortages
  stats::Posterior belief{};  ///< from the calibrated estimate; not looked at without enough data
  /// Tomorrow's intake goes with today's spasms (lead check p <= .05).
  bool lead_flagged = false;
  /// With recent spasms in the model the estimate keeps its sign and stays within half.
  bool survives_history = false;

  // Asked for only by the grade "strong". Absent: not known, so not granted.
  std::optional<double> p_holm;                   ///< over the primary family
  std::optional<double> adjusted_probability_up;  ///< P(ratio > 1) of the adjusted model
  bool sign_is_stable = false;  ///< partial days in or out, NB, case-crossover, each quarter of the diary left out
  bool randomised = false;      ///< a randomised experiment agrees
};

/// The grade, upward and downward alike.
///
/// None if the 95 % posterior interval lies inside 0.8-1.25, whatever its side of 1. Else by the larger of P(RR > 1)
/// and P(RR < 1): from .90 a hint, from .975 moderate, from .99 strong if everything else holds. A flagged lead
/// check holds it at hint unless it survives history. Randomised: confirmed from moderate on.
Grade grade(const Grounds& grounds);

}  // namespace lytes::insight

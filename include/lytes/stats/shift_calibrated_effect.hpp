#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "lytes/stats/calendar_terms.hpp"
#include "lytes/stats/circular_shift.hpp"
#include "lytes/stats/outcome.hpp"
#include "lytes/stats/rate_ratio.hpp"
#include "lytes/stats/scored_series.hpp"
#include "lytes/stats/series.hpp"

namespace lytes::stats {

/// How the outcome differs with an exposure, with an error that the series themselves have calibrated.
///
/// For an exposure of 0 and 1, ratios compare 1 with 0; for a graded one, a step of one unit.
/// Counts are there whatever the status; the rest holds only if it is Ok.
struct Effect {
  Status status = Status::TooFewEvents;

  std::size_t pairs = 0;           ///< days with a known count and exposure
  EventsOverDays exposed{0, 0};    ///< the arm of pairs with an exposure above 0
  EventsOverDays unexposed{0, 0};  ///< the arm of the others
  CalendarForm calendar = CalendarForm::WeekendAndTrend;
  std::size_t coefficients = 0;

  double log_ratio = 0.0;
  double model_error = 0.0;       ///< as if counts were Poisson and days independent
  double dispersion = 1.0;        ///< Pearson chi2 / (pairs - coefficients)
  double dispersed_error = 0.0;   ///< model_error sqrt(max(1, dispersion))
  std::size_t lags = 0;           ///< of Newey and West
  double persistent_error = 0.0;  ///< Newey-West on the calendar
  ShiftTest shift;                ///< of the score statistic at the lag
  double vif = 1.0;               ///< how much the other columns inflate the exposure's variance

  double error = 0.0;  ///< the one to use: the larger of the two above, times max(1, shift.spread)
  double degrees_of_freedom = 0.0;
  double ratio = 1.0;
  double lower = 0.0;  ///< limits at the asked level, by Student's t
  double upper = 0.0;
  double p = 1.0;  ///< two-sided, against a ratio of 1

  double events() const { return exposed.events + unexposed.events; }
  /// Two-sided p against any ratio; at a limit it is 1 - level.
  double p_against(double null_ratio) const;
};

/// One exposure by itself, beside the calendar alone. For exploring; verdicts rest on `joint_model`.
///
/// Poisson regression of the counts on the exposure `lag` days before and the calendar (six weekdays and a spline from
/// 60 events on, else weekend and trend). Its error is the larger of quasi-Poisson and Newey-West, widened by the
/// spread of the score statistic over circular shifts; Student's t with max(8, shifts / 6) degrees of freedom.
/// docs/statistics.md has the formulas; checked against R glm, sandwich and MASS and a Python reference.
/// @param lag exposure's, in days; 1 is "exposed yesterday, events today"
/// @throws std::invalid_argument if lengths differ, a known value is not finite, or level is outside (0, 1)
Effect shift_calibrated_effect(const ScoredSeries& exposure, int lag, double level = 0.95);
/// Of an exposure that nothing else is asked about.
Effect shift_calibrated_effect(const Outcome& outcome, Series exposure, int lag, double level = 0.95);

}  // namespace lytes::stats

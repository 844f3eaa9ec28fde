#pragma once

#include <array>

#include "lytes/stats/outcome.hpp"
#include "lytes/stats/series.hpp"
#include "lytes/stats/shift_calibrated_effect.hpp"

namespace lytes::stats {

/// The same question put in other ways, to see whether the answer's direction hangs on one of them.
struct Robustness {
  LogRatio negative_binomial;               ///< same columns as the estimate; Poisson's where theta is infinite
  LogRatio case_crossover;                  ///< same weekday within the same 28 days
  std::array<LogRatio, 4> without_quarter;  ///< each quarter of the calendar left out in turn

  /// Every one of them has an answer, and with the sign of `log_ratio`.
  bool keeps_sign_of(double log_ratio) const;
};

/// @throws std::invalid_argument as shift_calibrated_effect
Robustness robustness(const Outcome& outcome, Series exposure, int lag);

/// Whether an estimate of `log_ratio` is still there beside the recent history of the outcome, as it would not be if
/// the exposure only followed events: once beside `recent_history`, and once beside that and whether yesterday had an
/// event. The second is there because a mean over three days holds too little of yesterday: where events come in spells
/// and the exposure follows on their days, it takes away only a quarter of what is reverse.
bool survives_history(const Outcome& outcome, Series exposure, int lag, double log_ratio);

}  // namespace lytes::stats

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "lytes/stats/outcome.hpp"
#include "lytes/stats/scored_series.hpp"
#include "lytes/stats/shift_calibrated_effect.hpp"

namespace lytes::stats {

/// One question of a search: this exposure, this many days before.
/// A window (mean over several days) is an exposure of its own, made by `window_mean`, at lag 0.
struct Hypothesis {
  std::size_t exposure;
  int lag;
};

struct ScreenedLag {
  Hypothesis hypothesis;
  std::size_t pairs;              ///< days known in both streams, on the calendar
  ShiftTest shift;                ///< alone, by the shifts further than 7 days from its lag
  double z;                       ///< statistic over its spread on the common shifts
  std::optional<double> p_max_t;  ///< adjusted for the whole search; none if there are too few days for one
  std::optional<Effect> effect;   ///< the calibrated estimate, if asked for
  std::optional<double> p_benjamini_hochberg;  ///< among the estimates whose status is Ok
};

struct LagScreen {
  Status status = Status::TooShort;  ///< Ok, TooShort for a search (each lag alone may still stand), TooFewEvents
  CalendarForm calendar = CalendarForm::WeekendAndTrend;
  std::size_t common_shifts = 0;
  std::vector<ScreenedLag> lags;  ///< in the order of the hypotheses
};

struct LagScreenOptions {
  bool with_estimates = false;     ///< also fit the calibrated estimate of each hypothesis
  std::size_t least_shifts = 199;  ///< fewer common shifts are too few for a search
};

/// Searches exposures and lags at once, and pays for the searching.
///
/// The score statistics of all hypotheses are shifted together. Each is divided by its root mean square over the common
/// shifts, those further than 7 days plus the largest lag from 0, so that none dominates; step-down max-T
/// (Westfall & Young 1993) on their sizes. All share one calendar: the full one if every hypothesis has 60 events.
/// @param exposures beside this outcome
/// @throws std::invalid_argument if lengths differ, a known value is not finite, or a hypothesis names no exposure
LagScreen lag_screen(const Outcome& outcome, std::span<const ScoredSeries> exposures,
                     std::span<const Hypothesis> hypotheses, const LagScreenOptions& options = {});
/// Of exposures that nothing else is asked about.
LagScreen lag_screen(const Outcome& outcome, std::span<const Series> exposures, std::span<const Hypothesis> hypotheses,
                     const LagScreenOptions& options = {});

}  // namespace lytes::stats

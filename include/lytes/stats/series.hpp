#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace lytes::stats {

/// One value a day, day after day without a gap; which of them are known stands beside them.
///
/// `known` holds 1 or 0 and is as long as `values`. What an unknown day's value holds is never looked at.
/// No day may be left out: a day of which nothing is known is a day with `known` 0, because every lag and every
/// shift in this room counts calendar days.
struct Series {
  std::span<const double> values;
  std::span<const std::uint8_t> known;

  std::size_t days() const { return values.size(); }
};

/// A Series that owns its days.
struct SeriesData {
  std::vector<double> values;
  std::vector<std::uint8_t> known;

  operator Series() const { return {values, known}; }  // NOLINT: a series is read wherever its view is
};

/// How far a computation got. Thin data is an outcome, not an error.
enum class Status {
  Ok,
  TooFewEvents,   ///< nothing to estimate from: no rows, no event, or no contrast in the exposure
  TooShort,       ///< too few days for the shifts that calibrate the result
  Separated,      ///< the events leave no finite estimate, such as an arm without an event
  RankDeficient,  ///< the exposure is already explained by the other columns
  NotConverged
};

/// "ok", "too_few_events", "too_short", "separated", "rank_deficient", "not_converged".
std::string_view word(Status status);

/// The series as seen `lag` days later: day t holds what day t - lag held.
/// Days before the series began are unknown. A negative lag looks ahead.
SeriesData lagged(Series series, int lag);

/// Day t holds the mean of the known values of days t - last_lag ... t - first_lag,
/// known if at least two thirds of those days are.
/// @throws std::invalid_argument if first_lag > last_lag
SeriesData window_mean(Series series, int first_lag, int last_lag);

/// log(1 + mean of the known values on the three days before), the recent history of a count.
/// Where none of the three is known, the mean over all known days stands in.
SeriesData recent_history(Series counts);

}  // namespace lytes::stats

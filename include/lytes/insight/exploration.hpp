#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "lytes/insight/association.hpp"
#include "lytes/stats/series.hpp"

namespace lytes::insight {

/// One question of the search over days before: a single day (first and last lag equal), or a window of days.
struct ScreenedQuestion {
  Exposure exposure;
  int first_lag;  ///< 0: the same day
  int last_lag;
  std::size_t pairs;
  double t;                       ///< the score statistic; positive: more spasms after deficient days
  std::optional<double> p_shift;  ///< alone; empty when the diary is too short for it
  std::optional<double> p_max_t;  ///< paid for the whole search; empty when the diary is too short for a search

  bool is_window() const { return first_lag != last_lag; }
};

/// Exploratory: days 0 to 7 before, and the shortfall over days 1-3 and 1-7, of all three exposures at once.
struct LagProfile {
  stats::Status status = stats::Status::TooShort;  ///< Ok; TooShort for a search; TooFewEvents
  std::size_t common_shifts = 0;
  std::vector<ScreenedQuestion> questions;  ///< by exposure, then lags, then windows
};

/// What one step of it is: "point", "hour", "100 mg", "10 g", "day with it".
constexpr std::string_view step(ComparedFactor factor) { return factor_table[static_cast<std::size_t>(factor)].step; }

/// Exploratory: how spasm rates differ per step of a factor, on the same day or the day after.
struct FactorAssociation {
  ComparedFactor factor;
  int lag_days;
  std::size_t pairs;
  double spasms;  ///< on those days
  /// With the engine's error; Ok only with 24 spasms on the pairs and 56 calendar days.
  stats::Status status = stats::Status::TooFewEvents;
  double ratio = 1;  ///< per step; this and the limits hold only if status is Ok
  double lower = 0;
  double upper = 0;
  std::optional<double> p_max_t;  ///< paid for the search over all factors and both lags
};

}  // namespace lytes::insight

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lytes/insight/association.hpp"
#include "lytes/stats/series.hpp"
#include "lytes/timeline/day_row.hpp"

namespace lytes::insight {

using Rows = std::span<const timeline::DayRow>;

struct NamedSeries {
  std::string name;
  stats::SeriesData series;
};

/// A diary as the statistics take it: every calendar day, each value known or not.
struct DiarySeries {
  int first_weekday = 0;                                             ///< Monday 0 to Sunday 6
  std::vector<std::uint8_t> possibly_partial;                        ///< see `possibly_partial`
  stats::SeriesData spasms;                                          ///< known on days whose spasms were closed
  std::array<stats::SeriesData, exposure_count> deficient;           ///< 1 and 0; unknown on possibly partial days
  std::array<stats::SeriesData, exposure_count> deficient_with_all;  ///< possibly partial days taken as they are
  std::array<stats::SeriesData, exposure_count> shortfall;           ///< unknown on possibly partial days
  std::array<stats::SeriesData, all_factors.size()> factors;         ///< for exploring, in the steps that `step` names
  /// What the model may allow for, in the order in which it is taken: stress, sleep, exertion, sitting, caffeine,
  /// alcohol, heat, then the person's own with a figure, by name. Known where a figure was logged, on any day; caffeine
  /// and alcohol on whole days only.
  std::vector<NamedSeries> allowed_for;

  std::size_t days() const { return spasms.values.size(); }
  bool any_possibly_partial() const;
};

DiarySeries diary_series(Rows rows);

/// Closed days that look half logged, as 1 and 0.
///
/// A closed day is held against the 28 closed days before it (the first ones against the first 28): half of the usual
/// number of entries, or two fifths of the usual fluid with the last entry unusually early (before the earliest tenth).
/// An imported day total has neither entries to count nor a time, so such days are not looked at. With fewer than 14
/// days to compare with, nothing is said.
std::vector<std::uint8_t> possibly_partial(Rows rows);

}  // namespace lytes::insight

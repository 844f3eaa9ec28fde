#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/insight/association.hpp"
#include "lytes/stats/series.hpp"
#include "lytes/timeline/day_row.hpp"
#include "lytes/timeline/sums.hpp"

namespace lytes::insight {

using Rows = std::span<const timeline::DayRow>;

struct NamedSeries {
  std::string name;
  stats::SeriesData series;
};

/// What was logged of a day, without any figure.
struct DayFacts {
  bool any_intake = false;
  bool any_spasm = false;
  bool intake_complete = false;
  bool set_aside = false;
  std::optional<int> spasms;  ///< where their number is known
};

using Facts = std::span<const DayFacts>;

/// Why a day says nothing of an exposure by itself, or that it does.
enum class DaySays : std::uint8_t { NotClosed, FiguresUnknown, NoTarget, All };

/// A diary as the statistics take it: every calendar day, each value known or not.
struct DiarySeries {
  std::optional<calendar::DayRange> range;  ///< empty without a day
  int first_weekday = 0;                    ///< Monday 0 to Sunday 6
  bool drinks_only = false;                 ///< the latest day's water is held against drinks
  bool general_adult = false;               ///< the latest day's targets are those of adults in general
  std::vector<DayFacts> facts;
  std::vector<std::uint8_t> possibly_partial;                        ///< see `possibly_partial`
  stats::SeriesData spasms;                                          ///< known on days whose spasms were closed
  std::array<stats::SeriesData, exposure_count> deficient;           ///< 1 and 0; unknown on possibly partial days
  std::array<stats::SeriesData, exposure_count> deficient_with_all;  ///< possibly partial days taken as they are
  std::array<stats::SeriesData, exposure_count> shortfall;           ///< unknown on possibly partial days
  std::array<std::vector<DaySays>, exposure_count> says;
  std::array<timeline::IntakeSum, exposure_count> intake;
  /// For exploring, in the steps that `step` names. Empty where no day is known.
  std::array<stats::SeriesData, all_factors.size()> factors;
  /// What the model may allow for, in the order in which it is taken: stress, sleep, exertion, sitting, caffeine,
  /// alcohol, heat, then the person's own with a figure, by name. Known where a figure was logged, on any day; caffeine
  /// and alcohol on whole days only.
  std::vector<NamedSeries> allowed_for;

  std::size_t days() const { return facts.size(); }
  bool any_possibly_partial() const;
};

/// A closed day that was logged item by item, as far as it is held against others.
struct ClosedDay {
  std::size_t day;  ///< place in the diary
  int intakes;
  double fluid_ml;
  std::chrono::minutes last_intake_at;
};

/// @return nothing for a day that is not closed, or was logged as a whole: a total has neither entries to count nor a
/// time
std::optional<ClosedDay> closed_day(std::size_t day, const timeline::DayRow& row);

/// Closed days that look half logged, as 1 and 0.
///
/// A closed day is held against the 28 closed days before it (the first ones against the first 28): half of the usual
/// number of entries, or two fifths of the usual fluid with the last entry unusually early (before the earliest tenth).
/// With fewer than 14 days to compare with, nothing is said.
/// @param closed those of all days that are looked at, in order
std::vector<std::uint8_t> possibly_partial(std::size_t days, std::span<const ClosedDay> closed);

}  // namespace lytes::insight

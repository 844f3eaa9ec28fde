#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/quantity/nutrients.hpp"
#include "lytes/timeline/summary.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::timeline {

/// How many fell short of a target, of those whose intake and target are both known. What is unknown is in neither.
struct ShortOfTarget {
  int below = 0;
  int known = 0;
};

/// One nutrient over the complete days of a range.
struct IntakeSum {
  double sum = 0;         ///< of the days' totals; ml or mg
  int complete_days = 0;  ///< days that have a total (see `DayRow::total`)
  ShortOfTarget days_short;

  /// A day's mean in ml or mg; empty without a complete day.
  std::optional<double> mean() const;

  /// @param row of a day that is not set aside
  void add(const DayRow& row, quantity::Nutrient nutrient);
};

/// @param days those outside the timeline are unknown
IntakeSum intake_sum(const Timeline& timeline, calendar::DayRange days, quantity::Nutrient nutrient);

/// What a month, or the part of it that lies in a range, holds as far as it is known.
struct MonthSums {
  calendar::DayRange days;  ///< of one month
  int closed_days = 0;      ///< whose intake is complete
  std::array<ShortOfTarget, target_nutrients.size()> days_short;
  IntakeSum sodium;      ///< over its complete days
  StressRatings stress;  ///< of all its days
  SpasmRate spasms;
};

/// Every month that a range touches, in order. Days outside the timeline are unknown.
std::vector<MonthSums> month_sums(const Timeline& timeline, calendar::DayRange days);

/// One nutrient over a few days, against its target.
struct BinnedIntake {
  /// A day's mean, in ml or mg: over the complete days; where there is none, over those of which something is known,
  /// and then it is "at least so much". Empty when nothing is known.
  std::optional<double> amount;
  bool complete = false;         ///< whether `amount` comes of complete days
  std::optional<double> target;  ///< of the last of the days that has one; ml or mg

  /// Whether the amount lies below the target; empty when either is unknown.
  std::optional<bool> below_target() const;
};

/// A few days taken together, so that a long range can be seen at once.
struct IntakeBin {
  calendar::DayRange days;
  std::array<BinnedIntake, target_nutrients.size()> intake;
  SpasmRate spasms;
};

/// Bins of `length` days that end with the last day of the range; the first may be shorter. In order; days outside the
/// timeline are unknown.
std::vector<IntakeBin> intake_bins(const Timeline& timeline, calendar::DayRange days, int length);

/// How many bins lie below the target, of those that have a target and an amount from complete days.
/// @param place of the nutrient in `target_nutrients`
ShortOfTarget bins_short(std::span<const IntakeBin> bins, std::size_t place);

}  // namespace lytes::timeline

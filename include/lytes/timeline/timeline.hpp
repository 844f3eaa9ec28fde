#pragma once

#include <chrono>
#include <functional>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/timeline/day_row.hpp"

namespace lytes::journal {
class Store;
}
namespace lytes::targets {
class TargetBook;
}

namespace lytes::timeline {

/// The days of a range, every one of them, in order.
class Timeline {
 public:
  /// @param rows one for each day of `range`, in order
  Timeline(calendar::DayRange range, std::vector<DayRow> rows);

  calendar::DayRange range() const { return range_; }
  const std::vector<DayRow>& rows() const { return rows_; }

  /// The row of a day, or null outside the range.
  const DayRow* row(calendar::Day day) const;

 private:
  calendar::DayRange range_;
  std::vector<DayRow> rows_;
};

/// Reads each entry of the range once and adds it to its day. Each day is visited when it is whole, and none is kept: a
/// hundred years of days take more room than what is mostly wanted of them. Only when all were visited has the journal
/// told whether its figures are sound.
/// @param range empty (its end before its start) has no days
/// @throws StorageError
void each_day(journal::Store& journal, const targets::TargetBook& targets, calendar::DayRange range,
              const std::function<void(DayRow&&)>& visit);

/// The same, all of them kept.
/// @param range empty (its end before its start) gives no rows
/// @throws StorageError
Timeline build(journal::Store& journal, const targets::TargetBook& targets, calendar::DayRange range);

/// The row of one day as far as food, drink and supplements go; spasms, stress and factors are not looked at.
/// @throws StorageError
DayRow intake_of(journal::Store& journal, const targets::TargetBook& targets, calendar::Day day);

/// The days of a range as far as food, drink and supplements go, each with what was had before a time of the clock. A
/// day's total of another app has no time: of such days only `day_totals` tells.
/// @param before since midnight of the logical day
/// @throws StorageError
Timeline intake_before(journal::Store& journal, const targets::TargetBook& targets, calendar::DayRange range,
                       std::chrono::minutes before);

}  // namespace lytes::timeline

#pragma once

#include <chrono>
#include <vector>

#include "lytes/timeline/timeline.hpp"

namespace lytes::timeline {

/// The rows of those days that the timeline holds, without those that were set aside.
inline std::vector<const DayRow*> known_rows(const Timeline& timeline, calendar::DayRange days) {
  std::vector<const DayRow*> rows;
  for (calendar::Day day = days.from; day <= days.to; day += std::chrono::days{1}) {
    if (const DayRow* row = timeline.row(day); row && !row->set_aside()) rows.push_back(row);
  }
  return rows;
}

}  // namespace lytes::timeline

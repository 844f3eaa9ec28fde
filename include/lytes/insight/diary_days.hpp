#pragma once

#include <memory>

#include "lytes/timeline/day_row.hpp"

namespace lytes::insight {

struct DiarySeries;

/// Takes the days of a diary one after another and keeps of each what is judged: a few numbers, so that a hundred years
/// of days need not be kept.
class DiaryDays {
 public:
  /// @param expected so many days will come; more may
  explicit DiaryDays(int expected = 0);
  ~DiaryDays();
  DiaryDays(DiaryDays&&) noexcept;
  DiaryDays& operator=(DiaryDays&&) noexcept;

  /// @param row of the day behind the last one: every calendar day counts, also one that nobody logged
  void add(const timeline::DayRow& row);

  /// For the other files of this room. Nothing is left behind.
  DiarySeries series() &&;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace lytes::insight

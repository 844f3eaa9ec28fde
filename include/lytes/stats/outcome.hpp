#pragma once

#include <cstddef>
#include <memory>

#include "lytes/stats/series.hpp"

namespace lytes::stats {

struct OutcomeParts;

/// Events to enough to afford six weekday columns and a spline.
inline constexpr double events_for_full_calendar = 60.0;

/// Counts of events by day, with what every question about them needs and is worth working out once:
/// the expected counts from the calendar alone, and the transforms of what is left over.
class Outcome {
 public:
  /// @param counts events a day; copied
  /// @param first_weekday weekday of day 0, Monday 0 to Sunday 6
  /// @throws std::invalid_argument if a known count is negative or not finite, lengths differ, or the weekday is none
  Outcome(Series counts, int first_weekday);
  ~Outcome();
  Outcome(Outcome&&) noexcept;
  Outcome& operator=(Outcome&&) noexcept;

  Series counts() const;
  std::size_t days() const;
  double events() const;

  /// For the other files of this room.
  const OutcomeParts& parts() const { return *parts_; }

 private:
  std::unique_ptr<OutcomeParts> parts_;
};

}  // namespace lytes::stats

#pragma once

#include <memory>
#include <span>

#include "lytes/stats/calendar_terms.hpp"
#include "lytes/stats/outcome.hpp"
#include "lytes/stats/series.hpp"

namespace lytes::stats {

/// An exposure beside an outcome, with what every question about the two needs and is worth working out once: its score
/// statistic at every shift. Copies share it.
class ScoredSeries {
 public:
  /// @param outcome and `series` have to outlive it
  /// @throws std::invalid_argument if lengths differ or a known value is not finite
  ScoredSeries(const Outcome& outcome, Series series);

  const Outcome& outcome() const { return *outcome_; }
  Series series() const { return series_; }

  /// Beside the calendar alone; worked out when it is first asked for.
  /// @param form one beside which the outcome's null model is Ok
  std::span<const double> statistics(CalendarForm form) const;

 private:
  struct Known;

  const Outcome* outcome_;
  Series series_;
  std::shared_ptr<Known> known_;
};

}  // namespace lytes::stats

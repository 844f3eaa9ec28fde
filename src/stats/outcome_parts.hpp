#pragma once

#include <array>
#include <memory>
#include <optional>

#include "circular_correlator.hpp"
#include "count_regression.hpp"
#include "lytes/stats/calendar_terms.hpp"
#include "lytes/stats/outcome.hpp"

namespace lytes::stats {

/// What the calendar alone expects, and what the counts leave over it.
struct NullModel {
  Status status = Status::TooFewEvents;
  std::shared_ptr<const CalendarTerms> calendar;
  Vector coefficients;
  Vector expected;                                    ///< mu0, on every day
  Vector residual;                                    ///< y - mu0 on days with a known count, 0 elsewhere
  CircularCorrelator::Spectrum residual_spectrum{0};  ///< with that of its square
};

struct OutcomeParts {
  SeriesData counts;
  int first_weekday = 0;
  double events = 0.0;
  /// Only scratch space changes in it, so asking twice answers the same.
  mutable std::optional<CircularCorrelator> correlator;  ///< empty with fewer than two days

  /// Worked out when it is first asked for: most diaries need one of the two.
  /// @param form one that so many events can carry; there are two days
  const NullModel& null_model(CalendarForm form) const;

 private:
  mutable std::array<std::optional<NullModel>, 2> null_models_;  ///< by form
};

/// The form that so many joint events can carry.
inline CalendarForm calendar_for(double events) {
  return events >= events_for_full_calendar ? CalendarForm::WeekdaysAndSpline : CalendarForm::WeekendAndTrend;
}

}  // namespace lytes::stats

#pragma once

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
  Vector expected;  ///< mu0, on every day
  Vector residual;  ///< y - mu0 on days with a known count, 0 elsewhere
  CircularCorrelator::Spectrum residual_spectrum;
  CircularCorrelator::Spectrum squared_spectrum;  ///< of residual squared
};

struct OutcomeParts {
  SeriesData counts;
  double events = 0.0;
  std::optional<NullModel> by_weekend;
  std::optional<NullModel> by_weekday;  ///< only with events enough for anyone to ask for it
  /// Only scratch space changes in it, so asking twice answers the same.
  mutable std::optional<CircularCorrelator> correlator;

  const NullModel& null_model(CalendarForm form) const {
    return form == CalendarForm::WeekdaysAndSpline ? *by_weekday : *by_weekend;
  }
};

/// The form that so many joint events can carry.
inline CalendarForm calendar_for(double events) {
  return events >= events_for_full_calendar ? CalendarForm::WeekdaysAndSpline : CalendarForm::WeekendAndTrend;
}

}  // namespace lytes::stats

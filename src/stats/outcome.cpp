#include "lytes/stats/outcome.hpp"

#include <stdexcept>

#include "argument_checks.hpp"
#include "outcome_parts.hpp"

namespace lytes::stats {
namespace {

NullModel fit_null_model(const OutcomeParts& parts, int first_weekday, CalendarForm form,
                         CircularCorrelator& correlator) {
  NullModel null;
  null.calendar = std::make_shared<const CalendarTerms>(parts.counts.values.size(), first_weekday, form);
  CountModel model = fit_counts(Design(null.calendar), parts.counts);
  null.status = model.status;
  if (model.coefficients.size() == 0) return null;
  // A stretch without an event or without a known day leaves the calendar a loose column; what it expects is sound all
  // the same.
  if (null.status != Status::NotConverged) null.status = Status::Ok;
  null.coefficients = std::move(model.coefficients);
  null.expected = std::move(model.fitted);
  null.residual = std::move(model.score);
  const Vector squared = null.residual.cwiseAbs2();
  null.residual_spectrum = correlator.transform({null.residual.data(), parts.counts.values.size()});
  null.squared_spectrum = correlator.transform({squared.data(), parts.counts.values.size()});
  return null;
}

}  // namespace

Outcome::Outcome(Series counts, int first_weekday) : parts_(std::make_unique<OutcomeParts>()) {
  require_counts(counts);
  if (first_weekday < 0 || first_weekday > 6) throw std::invalid_argument("weekdays run from 0 to 6");
  parts_->counts = {{counts.values.begin(), counts.values.end()}, {counts.known.begin(), counts.known.end()}};
  for (std::size_t day = 0; day < counts.days(); ++day) parts_->events += counts.known[day] ? counts.values[day] : 0.0;
  if (counts.days() < 2) return;
  parts_->correlator.emplace(counts.days());
  parts_->by_weekend = fit_null_model(*parts_, first_weekday, CalendarForm::WeekendAndTrend, *parts_->correlator);
  if (calendar_for(parts_->events) == CalendarForm::WeekdaysAndSpline) {
    parts_->by_weekday = fit_null_model(*parts_, first_weekday, CalendarForm::WeekdaysAndSpline, *parts_->correlator);
  }
}

Outcome::~Outcome() = default;
Outcome::Outcome(Outcome&&) noexcept = default;
Outcome& Outcome::operator=(Outcome&&) noexcept = default;

Series Outcome::counts() const { return parts_->counts; }
std::size_t Outcome::days() const { return parts_->counts.values.size(); }
double Outcome::events() const { return parts_->events; }

}  // namespace lytes::stats

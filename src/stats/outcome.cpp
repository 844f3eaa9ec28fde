#include "lytes/stats/outcome.hpp"

#include <stdexcept>

#include "argument_checks.hpp"
#include "outcome_parts.hpp"
#include "score_statistics.hpp"

namespace lytes::stats {
namespace {

NullModel fit_null_model(const OutcomeParts& parts, CalendarForm form) {
  NullModel null;
  null.calendar = std::make_shared<const CalendarTerms>(parts.counts.values.size(), parts.first_weekday, form);
  CountModel model = fit_counts(Design(null.calendar), parts.counts);
  null.status = model.status;
  if (model.coefficients.size() == 0) return null;
  // A stretch without an event or without a known day leaves the calendar a loose column; what it expects is sound all
  // the same.
  if (null.status != Status::NotConverged) null.status = Status::Ok;
  null.coefficients = std::move(model.coefficients);
  null.expected = std::move(model.fitted);
  null.residual = std::move(model.score);
  null.residual_spectrum = with_square(*parts.correlator, null.residual);
  return null;
}

}  // namespace

Outcome::Outcome(Series counts, int first_weekday) : parts_(std::make_unique<OutcomeParts>()) {
  require_counts(counts);
  if (first_weekday < 0 || first_weekday > 6) throw std::invalid_argument("weekdays run from 0 to 6");
  parts_->counts = {{counts.values.begin(), counts.values.end()}, {counts.known.begin(), counts.known.end()}};
  for (std::size_t day = 0; day < counts.days(); ++day) parts_->events += counts.known[day] ? counts.values[day] : 0.0;
  parts_->first_weekday = first_weekday;
  if (counts.days() >= 2) parts_->correlator.emplace(counts.days());
}

const NullModel& OutcomeParts::null_model(CalendarForm form) const {
  auto& null = null_models_[static_cast<std::size_t>(form)];
  if (!null) null = fit_null_model(*this, form);
  return *null;
}

Outcome::~Outcome() = default;
Outcome::Outcome(Outcome&&) noexcept = default;
Outcome& Outcome::operator=(Outcome&&) noexcept = default;

Series Outcome::counts() const { return parts_->counts; }
std::size_t Outcome::days() const { return parts_->counts.values.size(); }
double Outcome::events() const { return parts_->events; }

}  // namespace lytes::stats

#include "lytes/stats/scored_series.hpp"

#include <array>
#include <optional>
#include <vector>

#include "argument_checks.hpp"
#include "score_statistics.hpp"

namespace lytes::stats {

struct ScoredSeries::Known {
  std::array<std::optional<std::vector<double>>, 2> by_form;
};

ScoredSeries::ScoredSeries(const Outcome& outcome, Series series)
    : outcome_(&outcome), series_(series), known_(std::make_shared<Known>()) {
  require_series(series);
  require_same_days(outcome.days(), series.days());
}

std::span<const double> ScoredSeries::statistics(CalendarForm form) const {
  auto& statistics = known_->by_form[static_cast<std::size_t>(form)];
  const OutcomeParts& parts = outcome_->parts();
  if (!statistics) statistics = score_statistics(parts, parts.null_model(form), series_);
  return *statistics;
}

}  // namespace lytes::stats

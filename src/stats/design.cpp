#include "lytes/stats/design.hpp"

#include <cmath>
#include <stdexcept>

#include "argument_checks.hpp"

namespace lytes::stats {

Design::Design(std::size_t days) : days_(days) {}

Design::Design(std::shared_ptr<const CalendarTerms> calendar)
    : days_(calendar->days()), calendar_(std::move(calendar)) {}

void Design::add_column(std::span<const double> values) {
  require_same_days(days_, values.size());
  for (const double value : values) {
    if (!std::isfinite(value)) throw std::invalid_argument("a regressor is not finite");
  }
  plain_.insert(plain_.end(), values.begin(), values.end());
}

}  // namespace lytes::stats

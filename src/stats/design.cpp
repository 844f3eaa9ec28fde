#include "lytes/stats/design.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "argument_checks.hpp"

namespace lytes::stats {

Design::Design(std::size_t days) : days_(days) {}

Design::Design(std::shared_ptr<const CalendarTerms> calendar)
    : days_(calendar->days()), calendar_(std::move(calendar)) {}

void Design::add_column(std::span<const double> values) {
  require_same_days(days_, values.size());
  const auto is_finite = [](bool all, double value) {
    return all & (value - value == 0.0);
  };  // neither NaN nor infinite
  if (!std::accumulate(values.begin(), values.end(), true, is_finite))
    throw std::invalid_argument("a regressor is not finite");
  plain_.insert(plain_.end(), values.begin(), values.end());
}

void Design::remove_columns(std::span<const std::uint8_t> out) {
  auto kept = plain_.begin();
  for (std::size_t column = 0; column < out.size(); ++column) {
    if (out[column]) continue;
    const auto from = plain_.begin() + static_cast<std::ptrdiff_t>(column * days_);
    kept = from == kept ? kept + static_cast<std::ptrdiff_t>(days_)
                        : std::copy_n(from, static_cast<std::ptrdiff_t>(days_), kept);
  }
  plain_.erase(kept, plain_.end());
}

Design on_days(const DesignView& design, std::span<const std::uint8_t> used) {
  require_same_days(design.days, used.size());
  std::vector<std::uint32_t> days;
  for (std::uint32_t day = 0; day < used.size(); ++day) {
    if (used[day]) days.push_back(day);
  }
  Design some =
      design.calendar ? Design(std::make_shared<const CalendarTerms>(design.calendar->on(days))) : Design(days.size());
  some.plain_.resize(design.plain_columns() * days.size());
  double* to = some.plain_.data();
  for (std::size_t place = 0; place < design.plain_columns(); ++place) {
    const double* const from = design.plain_column(place).data();
    for (const std::uint32_t day : days) *to++ = from[day];
  }
  return some;
}

}  // namespace lytes::stats

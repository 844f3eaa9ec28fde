#include <algorithm>
#include <chrono>

#include "diary_series.hpp"

namespace lytes::insight {
namespace {

using timeline::DayRow;

constexpr std::size_t compared_days = 28;
constexpr std::size_t least_compared = 14;
constexpr double few_entries = 0.5;
constexpr double little_fluid = 0.4;
constexpr double early_share = 0.1;

/// What a closed day usually looks like.
struct Usual {
  double entries;
  double fluid_ml;
  std::chrono::minutes early_end;  ///< one day in ten has its last entry before
};

double fluid_ml(const DayRow& row) { return row.held_against_target(quantity::Nutrient::Water).sum; }

/// Mean of the middle two where their number is even.
double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

Usual usual_of(std::span<const DayRow* const> days) {
  std::vector<double> entries;
  std::vector<double> fluids;
  std::vector<std::chrono::minutes> ends;
  for (const DayRow* row : days) {
    entries.push_back(row->intakes);
    fluids.push_back(fluid_ml(*row));
    ends.push_back(*row->last_intake_at);
  }
  const auto tenth = ends.begin() + static_cast<std::ptrdiff_t>(early_share * static_cast<double>(ends.size()));
  std::nth_element(ends.begin(), tenth, ends.end());
  return {median(std::move(entries)), median(std::move(fluids)), *tenth};
}

bool looks_half_logged(const DayRow& row, const Usual& usual) {
  if (row.intakes < few_entries * usual.entries) return true;
  return fluid_ml(row) < little_fluid * usual.fluid_ml && *row.last_intake_at < usual.early_end;
}

}  // namespace

std::vector<std::uint8_t> possibly_partial(Rows rows) {
  std::vector<const DayRow*> closed;
  for (const DayRow& row : rows) {
    const bool logged_item_by_item = row.intakes > 0 && row.day_totals == 0;
    if (row.intake_status == journal::DayStatus::Complete && logged_item_by_item) closed.push_back(&row);
  }
  std::vector<std::uint8_t> flags(rows.size(), 0);
  if (closed.size() < least_compared) return flags;
  for (std::size_t place = 0; place < closed.size(); ++place) {
    const std::size_t first = place > compared_days ? place - compared_days : 0;
    const std::size_t count = std::min(compared_days, closed.size() - first);
    if (looks_half_logged(*closed[place], usual_of(std::span(closed).subspan(first, count)))) {
      flags[static_cast<std::size_t>(closed[place] - rows.data())] = 1;
    }
  }
  return flags;
}

}  // namespace lytes::insight

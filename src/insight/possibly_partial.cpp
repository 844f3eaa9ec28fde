#include <algorithm>
#include <chrono>

#include "diary_series.hpp"

namespace lytes::insight {
namespace {

constexpr std::size_t compared_days = 28;
constexpr std::size_t least_compared = 14;
constexpr double few_entries = 0.5;
constexpr double little_fluid = 0.4;
constexpr double early_share = 0.1;

/// Values in their order, while some come and some go.
template <typename Value>
class InOrder {
 public:
  void add(Value value) { values_.insert(std::upper_bound(values_.begin(), values_.end(), value), value); }
  void remove(Value value) { values_.erase(std::lower_bound(values_.begin(), values_.end(), value)); }

  Value at_share(double share) const {
    return values_[static_cast<std::size_t>(share * static_cast<double>(values_.size()))];
  }
  /// Mean of the middle two where their number is even.
  Value median() const { return (values_[(values_.size() - 1) / 2] + values_[values_.size() / 2]) / 2; }

 private:
  std::vector<Value> values_;
};

/// What a closed day usually looks like.
class Usual {
 public:
  void add(const ClosedDay& day) {
    entries_.add(day.intakes);
    fluids_ml_.add(day.fluid_ml);
    ends_.add(day.last_intake_at);
  }
  void remove(const ClosedDay& day) {
    entries_.remove(day.intakes);
    fluids_ml_.remove(day.fluid_ml);
    ends_.remove(day.last_intake_at);
  }

  double entries() const { return entries_.median(); }
  double fluid_ml_a_day() const { return fluids_ml_.median(); }
  /// One day in ten has its last entry before.
  std::chrono::minutes early_end() const { return ends_.at_share(early_share); }

 private:
  InOrder<double> entries_;
  InOrder<double> fluids_ml_;
  InOrder<std::chrono::minutes> ends_;
};

bool looks_half_logged(const ClosedDay& day, const Usual& usual) {
  if (day.intakes < few_entries * usual.entries()) return true;
  return day.fluid_ml < little_fluid * usual.fluid_ml_a_day() && day.last_intake_at < usual.early_end();
}

}  // namespace

std::optional<ClosedDay> closed_day(std::size_t day, const timeline::DayRow& row) {
  const bool logged_item_by_item = row.intakes > 0 && row.day_totals == 0;
  if (row.intake_status != journal::DayStatus::Complete || !logged_item_by_item) return std::nullopt;
  return ClosedDay{day, row.intakes, row.held_against_target(quantity::Nutrient::Water).sum, *row.last_intake_at};
}

std::vector<std::uint8_t> possibly_partial(std::size_t days, std::span<const ClosedDay> closed) {
  std::vector<std::uint8_t> flags(days, 0);
  if (closed.size() < least_compared) return flags;
  Usual usual;
  for (std::size_t place = 0; place < std::min(compared_days, closed.size()); ++place) usual.add(closed[place]);
  for (std::size_t place = 0; place < closed.size(); ++place) {
    if (place > compared_days) {
      usual.remove(closed[place - compared_days - 1]);
      usual.add(closed[place - 1]);
    }
    if (looks_half_logged(closed[place], usual)) flags[closed[place].day] = 1;
  }
  return flags;
}

}  // namespace lytes::insight

#include "lytes/timeline/sums.hpp"

#include <algorithm>
#include <chrono>

#include "known_rows.hpp"

namespace lytes::timeline {
namespace {

using calendar::Day;
using calendar::DayRange;
using quantity::Nutrient;

constexpr std::chrono::days one_day{1};

void count(ShortOfTarget& short_of, const std::optional<bool>& is_short) {
  if (!is_short) return;
  ++short_of.known;
  short_of.below += *is_short ? 1 : 0;
}

class Mean {
 public:
  void add(double value) {
    sum_ += value;
    ++count_;
  }
  std::optional<double> value() const { return count_ > 0 ? std::optional(sum_ / count_) : std::nullopt; }

 private:
  double sum_ = 0;
  int count_ = 0;
};

MonthSums sums_of_month(const Timeline& timeline, DayRange days) {
  MonthSums month{days, 0, {}, intake_sum(timeline, days, Nutrient::Sodium), {}, spasm_rate(timeline, days)};
  for (const DayRow* row : known_rows(timeline, days)) {
    if (row->intake_status == journal::DayStatus::Complete) ++month.closed_days;
    for (std::size_t place = 0; place < target_nutrients.size(); ++place) {
      count(month.days_short[place], row->deficient(target_nutrients[place]));
    }
    if (row->stress.count == 0) continue;
    month.stress.max = month.stress.count == 0 ? row->stress.max : std::max(month.stress.max, row->stress.max);
    month.stress.sum += row->stress.sum;
    month.stress.count += row->stress.count;
  }
  return month;
}

BinnedIntake binned(const std::vector<const DayRow*>& rows, Nutrient nutrient) {
  Mean complete;
  Mean begun;
  BinnedIntake intake;
  for (const DayRow* row : rows) {
    const DayAmount& held = row->held_against_target(nutrient);
    if (const auto total = row->total(nutrient)) {
      complete.add(*total);
    } else if (held.known > 0) {
      begun.add(held.sum);
    }
    if (const auto target = row->target(nutrient)) intake.target = target;
  }
  intake.complete = complete.value().has_value();
  intake.amount = intake.complete ? complete.value() : begun.value();
  return intake;
}

IntakeBin bin_of(const Timeline& timeline, DayRange days) {
  const auto rows = known_rows(timeline, days);
  IntakeBin bin{days, {}, spasm_rate(timeline, days)};
  for (std::size_t place = 0; place < target_nutrients.size(); ++place) {
    bin.intake[place] = binned(rows, target_nutrients[place]);
  }
  return bin;
}

}  // namespace

std::optional<double> IntakeSum::mean() const {
  return complete_days > 0 ? std::optional(sum / complete_days) : std::nullopt;
}

void IntakeSum::add(const DayRow& row, Nutrient nutrient) {
  if (const auto total = row.total(nutrient)) {
    sum += *total;
    ++complete_days;
  }
  count(days_short, row.deficient(nutrient));
}

IntakeSum intake_sum(const Timeline& timeline, DayRange days, Nutrient nutrient) {
  IntakeSum result;
  for (const DayRow* row : known_rows(timeline, days)) result.add(*row, nutrient);
  return result;
}

std::vector<MonthSums> month_sums(const Timeline& timeline, DayRange days) {
  std::vector<MonthSums> months;
  for (Day from = days.from; from <= days.to;) {
    const std::chrono::year_month_day date(from);
    const Day last = std::chrono::sys_days(date.year() / date.month() / std::chrono::last);
    const Day to = std::min(days.to, last);
    months.push_back(sums_of_month(timeline, {from, to}));
    from = to + one_day;
  }
  return months;
}

std::optional<bool> BinnedIntake::below_target() const {
  if (!amount || !target) return std::nullopt;
  return *amount < *target;
}

std::vector<IntakeBin> intake_bins(const Timeline& timeline, DayRange days, int length) {
  std::vector<IntakeBin> bins;
  for (Day to = days.to; to >= days.from; to -= std::chrono::days(length)) {
    bins.push_back(bin_of(timeline, {std::max(days.from, to - std::chrono::days(length - 1)), to}));
  }
  std::reverse(bins.begin(), bins.end());
  return bins;
}

ShortOfTarget bins_short(std::span<const IntakeBin> bins, std::size_t place) {
  ShortOfTarget result;
  for (const IntakeBin& bin : bins) {
    if (bin.intake[place].complete) count(result, bin.intake[place].below_target());
  }
  return result;
}

}  // namespace lytes::timeline

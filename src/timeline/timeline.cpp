#include "lytes/timeline/timeline.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <stdexcept>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

#include "lytes/journal/store.hpp"
#include "lytes/targets/target_book.hpp"

namespace lytes::timeline {
namespace {

using calendar::Day;
using calendar::DayRange;
using journal::DayStatus;
using journal::EntryKind;
using quantity::Nutrient;

std::optional<double> amount_of(const std::optional<targets::Target>& target) {
  return target ? std::optional<double>(target->amount) : std::nullopt;
}

TargetAmounts amounts_of(const targets::DayTargets& targets) {
  return {amount_of(targets.water),
          amount_of(targets.magnesium),
          amount_of(targets.potassium),
          amount_of(targets.sodium_limit),
          amount_of(targets.magnesium_supplement_limit),
          targets.fluid_basis,
          targets.general_adult};
}

/// Since midnight of the logical day's label; past 24 h in the small hours.
std::chrono::minutes clock_on_day(const calendar::Moment& when) {
  const auto local = when.at.time_since_epoch() + when.utc_offset;
  return std::chrono::floor<std::chrono::minutes>(local - when.day.time_since_epoch());
}

int hour_of(const calendar::Moment& when) {
  const calendar::LocalTime local = calendar::local_time(when);
  const auto since_midnight = local - std::chrono::floor<std::chrono::days>(local);
  return static_cast<int>(std::chrono::floor<std::chrono::hours>(since_midnight).count());
}

/// A tablet may hold a day's worth of what days are held against, so that its share is never taken for nothing.
void count_unknown_supplement(DayRow& row, const quantity::Nutrients& nutrients) {
  for (const Nutrient nutrient : target_nutrients) {
    if (!nutrients[nutrient]) ++row.amounts[static_cast<std::size_t>(nutrient)].unknown_supplements;
  }
}

void add_intake(DayRow& row, const journal::IntakeRow& intake) {
  for (const Nutrient nutrient : quantity::all_nutrients) {
    row.amounts[static_cast<std::size_t>(nutrient)].add(intake.nutrients[nutrient]);
  }
  if (intake.kind == EntryKind::Total) ++row.day_totals;
  if (intake.kind == EntryKind::Drink || intake.kind == EntryKind::Total)
    row.drunk.add(intake.nutrients[Nutrient::Water]);
  if (intake.kind == EntryKind::Supplement) {
    row.supplement_magnesium.add(intake.nutrients[Nutrient::Magnesium]);
    row.supplement_potassium.add(intake.nutrients[Nutrient::Potassium]);
    count_unknown_supplement(row, intake.nutrients);
  }
  ++row.intakes;
  row.last_intake_at = std::max(row.last_intake_at, std::optional(clock_on_day(intake.when)));
}

/// Values with a unit in hours, if it is a time: minutes and hours of sleep are one factor.
journal::Factor in_common_unit(journal::Factor factor) {
  if (!factor.unit) return factor;
  const bool minutes = *factor.unit == "min" || *factor.unit == "m" || *factor.unit == "minutes";
  const bool hours = *factor.unit == "hours" || *factor.unit == "hour";
  if (minutes && factor.value) *factor.value /= 60.0;
  if (minutes || hours) factor.unit = std::string("h");
  return factor;
}

/// How the values of one day go together.
enum class DayValue {
  Sum,      ///< hours, units: what has a unit adds up
  Highest,  ///< ratings
  Last      ///< measurements: the scales say what somebody weighs, and not how much more
};

DayValue value_of_day(const journal::Factor& factor) {
  constexpr std::array<std::string_view, 12> measurements = {
      "weight",     "body weight", "temperature", "temp", "body temperature", "pulse", "blood pressure", "heart rate",
      "resting hr", "blood sugar", "bmi",         "waist"};
  if (std::ranges::find(measurements, factor.name) != measurements.end()) return DayValue::Last;
  return factor.unit ? DayValue::Sum : DayValue::Highest;
}

double together(DayValue how, double before, double now) {
  switch (how) {
    case DayValue::Sum:
      return before + now;
    case DayValue::Highest:
      return std::max(before, now);
    case DayValue::Last:
      break;
  }
  return now;
}

void add_factor(DayRow& row, const journal::Factor& logged) {
  const journal::Factor factor = in_common_unit(logged);
  auto place = std::find_if(row.factors.begin(), row.factors.end(),
                            [&](const DayFactor& one) { return one.name == factor.name && one.unit == factor.unit; });
  if (place == row.factors.end()) {
    row.factors.push_back({factor.name, factor.unit, std::nullopt, 0});
    place = row.factors.end() - 1;
  }
  ++place->count;
  if (!factor.value) return;
  if (!place->value) {
    place->value = factor.value;
  } else {
    place->value = together(value_of_day(factor), *place->value, *factor.value);
  }
}

void add_stress(DayRow& row, double rating) {
  row.stress.max = row.stress.count == 0 ? rating : std::max(row.stress.max, rating);
  row.stress.sum += rating;
  ++row.stress.count;
}

void add_happening(DayRow& row, const journal::HappeningRow& happening) {
  if (const auto* spasm = std::get_if<journal::Spasm>(&happening.what)) {
    const auto hour = happening.time_known ? std::optional(hour_of(happening.when)) : std::nullopt;
    row.spasms.push_back({spasm->site, hour, spasm->severity, spasm->minutes, spasm->flags});
  } else if (const auto* stress = std::get_if<journal::Stress>(&happening.what)) {
    add_stress(row, stress->rating);
  } else if (const auto* factor = std::get_if<journal::Factor>(&happening.what)) {
    add_factor(row, *factor);
  }
}

/// What the user said of the days, for those who ask day by day.
class Said {
 public:
  Said(journal::Store& journal, DayRange range) : said_(journal.said(range)) {}

  /// @param row of a day behind that of the call before
  void settle(DayRow& row) {
    if (row.intakes > 0) row.intake_status = DayStatus::Partial;
    if (!row.spasms.empty()) row.spasm_status = DayStatus::Partial;
    for (; next_ < said_.size() && said_[next_].day <= row.day; ++next_) {
      const journal::DaySaid& one = said_[next_];
      if (one.day < row.day) continue;
      const bool intake = one.stream == journal::Stream::Intake;
      (intake ? row.intake_status : row.spasm_status) = one.status;
      (intake ? row.said_of_intake : row.said_of_spasms) = one.status;
    }
  }

 private:
  std::vector<journal::DaySaid> said_;  ///< by day
  std::size_t next_ = 0;
};

/// Makes the rows of a range one after another, each whole before the next is begun.
class RowAfterRow {
 public:
  RowAfterRow(journal::Store& journal, const targets::TargetBook& targets, DayRange range,
              const std::function<void(DayRow&&)>& visit)
      : targets_(targets), range_(range), visit_(visit), said_(journal, range) {
    begin(range.from);
  }

  /// @param day of the range, and not before that of the call before
  DayRow& row_of(Day day) {
    while (row_.day < day) end();
    return row_;
  }

  void end_all() {
    while (row_.day <= range_.to) end();
  }

 private:
  void begin(Day day) {
    row_ = DayRow{};
    row_.day = day;
    if (day <= range_.to) row_.targets = amounts_of(targets_.on(day));
  }

  void end() {
    const Day next = row_.day + std::chrono::days{1};
    std::sort(row_.factors.begin(), row_.factors.end(), [](const DayFactor& one, const DayFactor& other) {
      return std::tie(one.name, one.unit) < std::tie(other.name, other.unit);
    });
    said_.settle(row_);
    visit_(std::move(row_));
    begin(next);
  }

  const targets::TargetBook& targets_;
  DayRange range_;
  const std::function<void(DayRow&&)>& visit_;
  Said said_;
  DayRow row_;
};

/// Gathers rows for a timeline.
class Gathering {
 public:
  explicit Gathering(DayRange range) { rows_.reserve(static_cast<std::size_t>(std::max(range.length(), 0))); }

  std::function<void(DayRow&&)> visit() {
    return [this](DayRow&& row) { rows_.push_back(std::move(row)); };
  }
  std::vector<DayRow> rows() { return std::move(rows_); }

 private:
  std::vector<DayRow> rows_;
};

}  // namespace

Timeline::Timeline(DayRange range, std::vector<DayRow> rows) : range_(range), rows_(std::move(rows)) {
  if (rows_.size() != static_cast<std::size_t>(std::max(range.length(), 0))) {
    throw std::invalid_argument("a timeline has one row for each day of its range");
  }
}

const DayRow* Timeline::row(Day day) const {
  if (!range_.contains(day)) return nullptr;
  return &rows_[static_cast<std::size_t>((day - range_.from).count())];
}

void each_day(journal::Store& journal, const targets::TargetBook& targets, DayRange range,
              const std::function<void(DayRow&&)>& visit) {
  if (range.length() <= 0) return;
  RowAfterRow rows(journal, targets, range, visit);
  journal.each_of_both(
      range, [&](const journal::IntakeRow& intake) { add_intake(rows.row_of(intake.when.day), intake); },
      [&](const journal::HappeningRow& happening) { add_happening(rows.row_of(happening.when.day), happening); });
  rows.end_all();
}

Timeline build(journal::Store& journal, const targets::TargetBook& targets, DayRange range) {
  Gathering gathering(range);
  each_day(journal, targets, range, gathering.visit());
  return {range, gathering.rows()};
}

DayRow intake_of(journal::Store& journal, const targets::TargetBook& targets, Day day) {
  Gathering gathering({day, day});
  const auto visit = gathering.visit();
  RowAfterRow rows(journal, targets, {day, day}, visit);
  journal.each_intake({day, day}, [&](const journal::IntakeRow& intake) { add_intake(rows.row_of(day), intake); });
  rows.end_all();
  return std::move(gathering.rows().front());
}

Timeline intake_before(journal::Store& journal, const targets::TargetBook& targets, DayRange range,
                       std::chrono::minutes before) {
  Gathering gathering(range);
  if (range.length() <= 0) return {range, gathering.rows()};
  const auto visit = gathering.visit();
  RowAfterRow rows(journal, targets, range, visit);
  journal.each_intake(range, [&](const journal::IntakeRow& intake) {
    DayRow& row = rows.row_of(intake.when.day);
    if (intake.kind == EntryKind::Total) {
      ++row.day_totals;
    } else if (clock_on_day(intake.when) < before) {
      add_intake(row, intake);
    }
  });
  rows.end_all();
  return {range, gathering.rows()};
}

}  // namespace lytes::timeline

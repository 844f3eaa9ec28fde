#include "diary_series.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "lytes/insight/diary_days.hpp"

namespace lytes::insight {
namespace {

using quantity::Nutrient;
using timeline::DayRow;

constexpr double caffeine_step_mg = 100.0;
constexpr double alcohol_step_g = 10.0;

void put(stats::SeriesData& series, std::optional<double> value) {
  series.values.push_back(value.value_or(0.0));
  series.known.push_back(value ? 1 : 0);
}

void reserve(stats::SeriesData& series, std::size_t days) {
  series.values.reserve(days);
  series.known.reserve(days);
}

/// Unknown on the days behind the last one.
void resize(stats::SeriesData& series, std::size_t days) {
  series.values.resize(days, 0.0);
  series.known.resize(days, 0);
}

/// Of the last day.
void set_last(stats::SeriesData& series, double value) {
  series.values.back() = value;
  series.known.back() = 1;
}

void forget(stats::SeriesData& series, const std::vector<std::uint8_t>& days) {
  for (std::size_t day = 0; day < days.size(); ++day) {
    if (days[day]) series.known[day] = 0;
  }
}

std::optional<double> in_steps(std::optional<double> value, double step) {
  if (value) *value /= step;
  return value;
}

std::optional<double> logged(const DayRow& row, std::string_view name) {
  const timeline::DayFactor* factor = row.factor(name);
  return factor ? factor->value : std::nullopt;
}

/// A logged name that makes a day one with a factor.
struct Telling {
  ComparedFactor factor;
  std::string_view name;  ///< as logged
  double least = 0;       ///< with a figure from here on; without one always
};

/// A rating from 5 on is much of it; eight hours of sitting are a working day of it, and three of driving without a
/// break to get up. These bounds are the program's own.
constexpr double much = 5;
constexpr Telling tellings[] = {
    {ComparedFactor::Strain, "lifting"},
    {ComparedFactor::UnaccustomedExertion, "unaccustomed exertion"},
    {ComparedFactor::PhysicalWork, "exertion", much},
    {ComparedFactor::RepetitiveMotion, "repetitive motion"},
    {ComparedFactor::BadPosture, "posture", much},
    {ComparedFactor::LongSitting, "sitting", 8},
    {ComparedFactor::LongSitting, "driving", 3},
    {ComparedFactor::AwkwardSleep, "awkward sleep"},
    {ComparedFactor::SuddenMovement, "sudden movement"},
    {ComparedFactor::Impact, "impact"},
    {ComparedFactor::Tension, "anxiety", much},
    {ComparedFactor::Tension, "stress", much},
    {ComparedFactor::FluidLoss, "sweating"},
    {ComparedFactor::FluidLoss, "heat"},
    {ComparedFactor::FluidLoss, "fever"},
    {ComparedFactor::FluidLoss, "diarrhoea"},
    {ComparedFactor::FluidLoss, "vomiting"},
};

bool tells(const Telling& telling, const timeline::DayFactor& logged) {
  return logged.name == telling.name && (!logged.value || *logged.value >= telling.least);
}

/// The person's own factors of the model come after these.
constexpr std::array<std::string_view, 7> always_considered = {"stress",   "sleep",   "exertion", "sitting",
                                                               "caffeine", "alcohol", "heat"};

std::optional<double> as_number(std::optional<bool> value) {
  return value ? std::optional<double>(*value ? 1.0 : 0.0) : std::nullopt;
}

int weekday_from_monday(calendar::Day day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()) - 1; }

/// Which days had something that a day has or has not: said so, or not said on a day that was closed. Nothing before it
/// was first logged, when nobody thought of logging it, and on days that are open.
class Tellings {
 public:
  void read(const DayRow& row) {
    had_.fill(false);
    spoken_of_.fill(false);
    for (const timeline::DayFactor& logged : row.factors) {
      for (const Telling& telling : tellings) {
        if (logged.name != telling.name) continue;
        const auto place = static_cast<std::size_t>(telling.factor);
        spoken_of_[place] = true;
        ever_logged_[place] = true;
        had_[place] = had_[place] || tells(telling, logged);
      }
    }
    const auto closed = journal::DayStatus::Complete;
    is_closed_ = row.intake_status == closed || row.spasm_status == closed;
  }

  /// On the day that was read last.
  std::optional<double> had(ComparedFactor factor) const {
    const auto place = static_cast<std::size_t>(factor);
    if (had_[place]) return 1.0;
    return ever_logged_[place] && (spoken_of_[place] || is_closed_) ? std::optional(0.0) : std::nullopt;
  }

 private:
  std::array<bool, factor_count> had_{};
  std::array<bool, factor_count> spoken_of_{};
  std::array<bool, factor_count> ever_logged_{};
  bool is_closed_ = false;
};

std::optional<double> value_of(ComparedFactor factor, const DayRow& row, const Tellings& read) {
  switch (factor) {
    case ComparedFactor::Stress:
      return row.stress.mean();
    case ComparedFactor::Sleep:
    case ComparedFactor::Exertion:
    case ComparedFactor::Sitting:
      return logged(row, word(factor));
    case ComparedFactor::Caffeine:
      return in_steps(row.total(Nutrient::Caffeine), caffeine_step_mg);
    case ComparedFactor::Alcohol:
      return in_steps(row.alcohol_g(), alcohol_step_g);
    default:
      return read.had(factor);
  }
}

DaySays says(const DayRow& row, Nutrient nutrient) {
  if (row.intake_status != journal::DayStatus::Complete) return DaySays::NotClosed;
  if (!row.total(nutrient) && !row.deficient(nutrient)) return DaySays::FiguresUnknown;
  return row.target(nutrient) ? DaySays::All : DaySays::NoTarget;
}

DayFacts facts_of(const DayRow& row) {
  return {row.intakes > 0, !row.spasms.empty(), row.intake_status == journal::DayStatus::Complete, row.set_aside(),
          row.spasm_count()};
}

}  // namespace

struct DiaryDays::Parts {
  std::size_t expected = 0;
  DiarySeries diary;  ///< possibly partial days as they are
  std::vector<ClosedDay> closed;
  std::map<std::string, stats::SeriesData, std::less<>> own;  ///< factors with a figure that are not always considered
  Tellings tellings;

  /// Of a factor by its name; it is unknown on the days before.
  stats::SeriesData& allowed_for(const std::string& name) {
    const auto always = std::ranges::find(diary.allowed_for, name, &NamedSeries::name);
    stats::SeriesData& series = always != diary.allowed_for.end() ? always->series : own[name];
    bring_up(series);
    return series;
  }
  /// To the last day, unknown.
  void bring_up(stats::SeriesData& series) const {
    reserve(series, expected);
    resize(series, diary.days());
  }
  void add_allowed_for(const DayRow& row);
  void add_compared(const DayRow& row);
};

/// What is not logged stays behind, and is brought up to the last day when it is, or at the end.
void DiaryDays::Parts::add_allowed_for(const DayRow& row) {
  const auto set = [&](const std::string& name, const std::optional<double>& value) {
    if (value) set_last(allowed_for(name), *value);
  };
  for (const timeline::DayFactor& factor : row.factors) {
    const bool is_sum = factor.name == word(ComparedFactor::Stress) || factor.name == word(ComparedFactor::Caffeine) ||
                        factor.name == word(ComparedFactor::Alcohol);
    if (is_sum || !factor.value) continue;
    stats::SeriesData& series = allowed_for(factor.name);
    const auto value = logged(row, factor.name);
    if (value && !row.set_aside()) set_last(series, *value);
  }
  if (row.set_aside()) return;
  set(std::string(word(ComparedFactor::Stress)), row.stress.mean());
  if (row.intake_status != journal::DayStatus::Complete) return;
  set(std::string(word(ComparedFactor::Caffeine)), row.total(Nutrient::Caffeine));
  set(std::string(word(ComparedFactor::Alcohol)), row.alcohol_g());
}

void DiaryDays::Parts::add_compared(const DayRow& row) {
  tellings.read(row);
  if (row.set_aside()) return;
  for (const ComparedFactor factor : all_factors) {
    const auto value = value_of(factor, row, tellings);
    if (!value) continue;
    stats::SeriesData& series = diary.factors[static_cast<std::size_t>(factor)];
    bring_up(series);
    set_last(series, *value);
  }
}

DiaryDays::DiaryDays(int expected) : parts_(std::make_unique<Parts>()) {
  parts_->expected = static_cast<std::size_t>(std::max(expected, 0));
  DiarySeries& diary = parts_->diary;
  for (const std::string_view name : always_considered) diary.allowed_for.push_back({std::string(name), {}});
  diary.facts.reserve(parts_->expected);
  parts_->closed.reserve(parts_->expected);
  reserve(diary.spasms, parts_->expected);
  for (auto& series : diary.deficient_with_all) reserve(series, parts_->expected);
  for (auto& series : diary.shortfall) reserve(series, parts_->expected);
  for (auto& says : diary.says) says.reserve(parts_->expected);
}

DiaryDays::~DiaryDays() = default;
DiaryDays::DiaryDays(DiaryDays&&) noexcept = default;
DiaryDays& DiaryDays::operator=(DiaryDays&&) noexcept = default;

void DiaryDays::add(const DayRow& row) {
  DiarySeries& diary = parts_->diary;
  if (!diary.range) {
    diary.range = calendar::DayRange{row.day, row.day};
    diary.first_weekday = weekday_from_monday(row.day);
  }
  diary.range->to = row.day;
  diary.drinks_only = row.targets.fluid_basis == targets::FluidBasis::Drinks;
  diary.general_adult = row.targets.general_adult;
  if (const auto closed = closed_day(diary.days(), row)) parts_->closed.push_back(*closed);
  diary.facts.push_back(facts_of(row));
  const auto spasms = row.closed_spasm_count();
  put(diary.spasms, spasms ? std::optional<double>(*spasms) : std::nullopt);
  for (const Exposure exposure : all_exposures) {
    const auto place = static_cast<std::size_t>(exposure);
    const Nutrient nutrient = nutrient_of(exposure);
    put(diary.deficient_with_all[place], as_number(row.deficient(nutrient)));
    put(diary.shortfall[place], row.shortfall(nutrient));
    diary.says[place].push_back(says(row, nutrient));
    if (!row.set_aside()) diary.intake[place].add(row, nutrient);
  }
  parts_->add_allowed_for(row);
  parts_->add_compared(row);
}

DiarySeries DiaryDays::series() && {
  const std::unique_ptr<Parts> parts = std::move(parts_);  // what is not handed on goes with the end of this
  if (!parts->diary.range) return {};
  DiarySeries diary = std::move(parts->diary);
  diary.possibly_partial = possibly_partial(diary.days(), parts->closed);
  diary.deficient = diary.deficient_with_all;
  for (auto& series : diary.deficient) forget(series, diary.possibly_partial);
  for (auto& series : diary.shortfall) forget(series, diary.possibly_partial);
  for (auto& [name, series] : parts->own) diary.allowed_for.push_back({name, std::move(series)});
  for (NamedSeries& factor : diary.allowed_for) {
    resize(factor.series, diary.days());
    const bool of_whole_days =
        factor.name == word(ComparedFactor::Caffeine) || factor.name == word(ComparedFactor::Alcohol);
    if (of_whole_days) forget(factor.series, diary.possibly_partial);
  }
  for (auto& series : diary.factors) {
    if (!series.values.empty()) resize(series, diary.days());
  }
  return diary;
}

bool DiarySeries::any_possibly_partial() const {
  return std::find(possibly_partial.begin(), possibly_partial.end(), 1) != possibly_partial.end();
}

}  // namespace lytes::insight

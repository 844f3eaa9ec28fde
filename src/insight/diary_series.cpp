#include "diary_series.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <set>
#include <string>

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

bool is_logged(ComparedFactor factor, const DayRow& row) {
  return std::ranges::any_of(tellings, [&](const Telling& telling) {
    return telling.factor == factor && row.factor(telling.name) != nullptr;
  });
}

/// Whether the day had it: said so, or not said on a day that was closed. Nothing before it was first logged, when
/// nobody thought of logging it, and on days that are open.
std::optional<double> had(ComparedFactor factor, const DayRow& row, bool ever_logged) {
  bool spoken_of = false;
  for (const Telling& telling : tellings) {
    if (telling.factor != factor) continue;
    for (const timeline::DayFactor& logged : row.factors) {
      if (tells(telling, logged)) return 1.0;
      spoken_of = spoken_of || logged.name == telling.name;
    }
  }
  const auto closed = journal::DayStatus::Complete;
  const bool is_closed = row.intake_status == closed || row.spasm_status == closed;
  return ever_logged && (spoken_of || is_closed) ? std::optional(0.0) : std::nullopt;
}

std::optional<double> value_of(ComparedFactor factor, const DayRow& row, bool ever_logged) {
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
      return had(factor, row, ever_logged);
  }
}

/// The person's own factors of the model come after these.
constexpr std::array<std::string_view, 7> always_considered = {"stress",   "sleep",   "exertion", "sitting",
                                                               "caffeine", "alcohol", "heat"};

std::vector<NamedSeries> named_for_the_model(Rows rows) {
  std::set<std::string> own;
  for (const DayRow& row : rows) {
    for (const timeline::DayFactor& factor : row.factors) {
      if (factor.value) own.insert(factor.name);
    }
  }
  std::vector<NamedSeries> all;
  for (const std::string_view name : always_considered) {
    all.push_back({std::string(name), {}});
    own.erase(std::string(name));
  }
  for (const std::string& name : own) all.push_back({name, {}});
  return all;
}

std::optional<double> allowed_for(const std::string& name, const DayRow& row, bool whole) {
  if (row.set_aside()) return std::nullopt;
  const bool complete = whole && row.intake_status == journal::DayStatus::Complete;
  if (name == word(ComparedFactor::Stress)) return row.stress.mean();
  if (name == word(ComparedFactor::Caffeine)) return complete ? row.total(Nutrient::Caffeine) : std::nullopt;
  if (name == word(ComparedFactor::Alcohol)) return complete ? row.alcohol_g() : std::nullopt;
  return logged(row, name);
}

std::optional<double> as_number(std::optional<bool> value) {
  return value ? std::optional<double>(*value ? 1.0 : 0.0) : std::nullopt;
}

int weekday_from_monday(calendar::Day day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()) - 1; }

}  // namespace

bool DiarySeries::any_possibly_partial() const {
  return std::find(possibly_partial.begin(), possibly_partial.end(), 1) != possibly_partial.end();
}

DiarySeries diary_series(Rows rows) {
  DiarySeries diary;
  if (rows.empty()) return diary;
  diary.first_weekday = weekday_from_monday(rows.front().day);
  diary.possibly_partial = possibly_partial(rows);
  diary.allowed_for = named_for_the_model(rows);
  std::array<bool, factor_count> ever_logged{};
  for (std::size_t day = 0; day < rows.size(); ++day) {
    const DayRow& row = rows[day];
    const bool whole = diary.possibly_partial[day] == 0;
    const auto spasms = row.closed_spasm_count();
    put(diary.spasms, spasms ? std::optional<double>(*spasms) : std::nullopt);
    for (const Exposure exposure : all_exposures) {
      const auto place = static_cast<std::size_t>(exposure);
      const auto deficient = as_number(row.deficient(nutrient_of(exposure)));
      put(diary.deficient_with_all[place], deficient);
      put(diary.deficient[place], whole ? deficient : std::nullopt);
      put(diary.shortfall[place], whole ? row.shortfall(nutrient_of(exposure)) : std::nullopt);
    }
    for (NamedSeries& factor : diary.allowed_for) put(factor.series, allowed_for(factor.name, row, whole));
    for (const ComparedFactor factor : all_factors) {
      const auto place = static_cast<std::size_t>(factor);
      ever_logged[place] = ever_logged[place] || is_logged(factor, row);
      put(diary.factors[place], row.set_aside() ? std::nullopt : value_of(factor, row, ever_logged[place]));
    }
  }
  return diary;
}

}  // namespace lytes::insight

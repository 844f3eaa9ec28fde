#include "diary_series.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

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

std::optional<double> value_of(Factor factor, const DayRow& row) {
  switch (factor) {
    case Factor::Stress:
      return row.stress.mean();
    case Factor::Sleep:
    case Factor::Exertion:
    case Factor::Sitting:
      return logged(row, word(factor));
    case Factor::Caffeine:
      return in_steps(row.total(Nutrient::Caffeine), caffeine_step_mg);
    case Factor::Alcohol:
      return in_steps(row.alcohol_g(), alcohol_step_g);
  }
  return std::nullopt;
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
  for (std::size_t day = 0; day < rows.size(); ++day) {
    const DayRow& row = rows[day];
    const bool whole = diary.possibly_partial[day] == 0;
    const auto spasms = row.spasm_count();
    put(diary.spasms, spasms ? std::optional<double>(*spasms) : std::nullopt);
    for (const Exposure exposure : all_exposures) {
      const auto place = static_cast<std::size_t>(exposure);
      const auto deficient = as_number(row.deficient(nutrient_of(exposure)));
      put(diary.deficient_with_all[place], deficient);
      put(diary.deficient[place], whole ? deficient : std::nullopt);
      put(diary.shortfall[place], whole ? row.shortfall(nutrient_of(exposure)) : std::nullopt);
    }
    for (const Factor factor : all_factors) {
      put(diary.factors[static_cast<std::size_t>(factor)], value_of(factor, row));
    }
  }
  return diary;
}

}  // namespace lytes::insight

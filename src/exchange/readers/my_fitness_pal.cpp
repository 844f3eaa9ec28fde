// MyFitnessPal: one row a meal, of what lytes counts sodium and potassium alone
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "collector.hpp"
#include "lytes/text/letters.hpp"
#include "readers/readers.hpp"
#include "sheet.hpp"

namespace lytes::exchange {
namespace {

using quantity::Nutrient;

/// Calcium without a unit is a share of a daily value and is left; potassium without one is milligrams.
std::vector<NutrientCell> cells_of(const Sheet& sheet) {
  auto cells = nutrient_cells(sheet.header());
  if (sheet.has("potassium")) cells.push_back({"potassium", Nutrient::Potassium, 1});
  return cells;
}

int hour_of(std::string_view meal) {
  const std::string plain = text::lowered(text::trimmed(meal));
  if (plain.starts_with("breakfast")) return 8;
  if (plain.starts_with("dinner")) return 19;
  return plain.starts_with("snack") ? 15 : 12;
}

}  // namespace

bool is_my_fitness_pal(const InputFile& file) { return has_columns(file, {"date", "meal", "calories", "sodium (mg)"}); }

Incoming read_my_fitness_pal(const InputFile& file, Reading& reading) {
  if (!is_my_fitness_pal(file))
    refuse_header(file, "this is no export of MyFitnessPal", "Date, Meal, Calories, Sodium (mg), Potassium");
  const Sheet sheet(file, reading);
  Collector collector(reading, "MyFitnessPal");
  DateColumn days(sheet, "date", reading.speaker.reckoning());
  const auto cells = cells_of(sheet);
  sheet.each_row([&](const csv::Row& row) {
    collector.count_row();
    const std::string meal = text_in(row, "meal");
    const When when = collector.on_day(days.day_in(row), clock_in(row, "time"), hour_of(meal));
    if (!collector.has_come(when, place_of(row))) return;
    const auto nutrients = nutrients_in(row, cells);
    const std::string note = text_in(row, "note");
    if (!any_known(nutrients) && note.empty()) return collector.skip(place_of(row), "has no figure that lytes keeps");
    collector.add("myfitnesspal", when, fmt::format("{}\n{}", text_in(row, "time"), meal), journal::EntryKind::Food,
                  journal::Intake{std::nullopt, meal.empty() ? "Meal" : meal, "1 meal", std::nullopt, nutrients}, note);
  });
  collector.remark("not_in_format",
                   "MyFitnessPal exports neither water nor magnesium, so both are unknown of these days");
  return collector.take();
}

}  // namespace lytes::exchange

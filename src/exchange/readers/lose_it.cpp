// Lose It!: the food log of its zip, of what lytes counts sodium alone
#include <fmt/format.h>

#include <utility>

#include "collector.hpp"
#include "intake_rows.hpp"
#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "readers/readers.hpp"
#include "sheet.hpp"

namespace lytes::exchange {
namespace {

constexpr std::string_view food_log = "food-logs.csv";

int hour_of(std::string_view meal) {
  const std::string plain = text::lowered(text::trimmed(meal));
  if (plain.starts_with("breakfast")) return 8;
  if (plain.starts_with("dinner")) return 19;
  return plain.starts_with("snack") ? 15 : 12;
}

}  // namespace

bool is_lose_it(const InputFile& file) {
  if (file.is_zip()) return file.member(food_log) != nullptr;
  return has_columns(file, {"date", "name", "meal", "quantity", "units", "deleted"});
}

Incoming read_lose_it(const InputFile& file, Reading& reading) {
  const auto* member = file.member(food_log);
  if (file.is_zip() && !member) throw InputError(fmt::format("{}: there is no {} in it", file.name(), food_log));
  const Sheet sheet(file, reading, 0, member);
  if (!sheet.has("date") || !sheet.has("name") || !sheet.has("deleted"))
    refuse_header(file, "this is no food log of Lose It!", "Date, Name, Meal, Quantity, Units, Deleted, Sodium (mg)");
  Collector collector(reading, "Lose It!");
  IntakeRows intakes(reading);
  DateColumn days(sheet, "date", reading.speaker.reckoning());
  const auto cells = nutrient_cells(sheet.header());
  sheet.each_row([&](const csv::Row& row) {
    collector.count_row();
    const std::string deleted = text::lowered(text_in(row, "deleted"));
    if (text::is_one_of(deleted, "true|1|yes")) return collector.skip(place_of(row), "was deleted in the app");
    const std::string meal = text_in(row, "meal");
    const When when = collector.on_day(days.day_in(row), std::nullopt, hour_of(meal));
    if (!collector.has_come(when, place_of(row))) return;
    const std::string name = text_in(row, "name");
    if (name.empty()) return collector.skip(place_of(row), "names no food");
    const std::string amount(text::trimmed(fmt::format("{} {}", text_in(row, "quantity"), text_in(row, "units"))));
    auto [kind, intake] = intakes.made_of({name, amount, meal, {}, nutrients_in(row, cells)});
    collector.add("loseit", when, fmt::format("{}\n{}\n{}", meal, name, amount), kind, std::move(intake));
  });
  collector.remark(
      "not_in_format",
      "Lose It! exports neither water nor magnesium nor potassium, so all three are unknown of these foods");
  return collector.take();
}

}  // namespace lytes::exchange

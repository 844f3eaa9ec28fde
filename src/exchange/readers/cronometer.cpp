// Cronometer: the five tables of its CSV export, told apart by their headers
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "collector.hpp"
#include "intake_rows.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/speaker.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "readers/readers.hpp"
#include "sheet.hpp"
#include "spasm_names.hpp"

namespace lytes::exchange {
namespace {

using calendar::Day;
using journal::DayStatus;
using journal::EntryKind;
using journal::Stream;

bool is_servings(const InputFile& file) { return has_columns(file, {"day", "food name", "amount"}); }
bool is_summary(const InputFile& file) { return has_columns(file, {"date", "completed"}); }
bool is_biometrics(const InputFile& file) { return has_columns(file, {"day", "metric", "unit", "amount"}); }
bool is_exercises(const InputFile& file) { return has_columns(file, {"day", "exercise", "minutes"}); }
bool is_notes(const InputFile& file) { return has_columns(file, {"day", "note"}); }

/// The hour at which something of a meal stands that has no time of its own.
int hour_of(std::string_view group) {
  const std::string plain = text::lowered(text::trimmed(group));
  if (plain.starts_with("breakfast")) return 8;
  if (plain.starts_with("dinner") || plain.starts_with("supper")) return 19;
  if (plain.starts_with("snack")) return 15;
  return 12;
}

std::string without_source(std::string name) {
  // "Weight (Apple Health)"
  const auto bracket = name.find(" (");
  return bracket != std::string::npos && name.ends_with(')') ? name.substr(0, bracket) : name;
}

/// What the readers of the five tables share: rows with a day, a group and perhaps a time.
class Table {
 public:
  Table(const InputFile& file, Reading& reading, const std::string& title, std::string_view day_column = "day")
      : sheet_(file, reading),
        collector_(reading, "Cronometer, " + title),
        days_(sheet_, day_column, reading.speaker.reckoning()) {}

  const Sheet& sheet() const { return sheet_; }
  Collector& collector() { return collector_; }

  /// The moment of a row, or nothing for one that is skipped.
  std::optional<When> when(const csv::Row& row) {
    collector_.count_row();
    const When when = collector_.on_day(days_.day_in(row), clock_in(row, "time"), hour_of(row["group"]));
    return collector_.has_come(when, place_of(row)) ? std::optional(when) : std::nullopt;
  }

  Day day_in(const csv::Row& row) { return days_.day_in(row); }

  /// What tells a row from others of its day, its figures left out.
  static std::string identity(const csv::Row& row, std::initializer_list<std::string_view> columns) {
    std::string text;
    for (const std::string_view column : columns) text += std::string(text::trimmed(row[column])) + "\n";
    return text;
  }

 private:
  Sheet sheet_;
  Collector collector_;
  DateColumn days_;
};

Incoming read_servings(const InputFile& file, Reading& reading) {
  Table table(file, reading, "servings");
  const auto cells = nutrient_cells(table.sheet().header());
  IntakeRows intakes(reading);
  Collector& collector = table.collector();
  table.sheet().each_row([&](const csv::Row& row) {
    const auto when = table.when(row);
    if (!when) return;
    IntakeRow read{text_in(row, "food name"), text_in(row, "amount"), text_in(row, "group"), text_in(row, "category"),
                   nutrients_in(row, cells)};
    if (read.name.empty()) return collector.skip(place_of(row), "names no food");
    const auto identity = Table::identity(row, {"time", "group", "food name", "amount"});
    auto [kind, intake] = intakes.made_of(read);
    collector.add("cronometer.servings", *when, identity, kind, std::move(intake));
  });
  if (cells.empty()) {
    collector.remark(
        "no_nutrients",
        "this export has no column for water, magnesium, potassium, sodium, calcium, caffeine or alcohol, so "
        "what the food holds is unknown; Cronometer exports the nutrients that its settings show");
  }
  return collector.take();
}

bool is_yes(const csv::Row& row, std::string_view column) {
  const std::string said = text::lowered(text::trimmed(row[column]));
  if (text::is_one_of(said, "true|yes|1")) return true;
  if (!said.empty() && !text::is_one_of(said, "false|no|0"))
    refuse(row, column, "neither true nor false", "true or false");
  return false;
}

Incoming read_summary(const InputFile& file, Reading& reading) {
  Table table(file, reading, "daily summary", "date");
  const auto cells = nutrient_cells(table.sheet().header());
  const bool by_meal = table.sheet().has("group");
  Collector& collector = table.collector();
  std::map<Day, bool> completed;  // by meal, a day is when all of its rows say so
  table.sheet().each_row([&](const csv::Row& row) {
    collector.count_row();
    const Day day = table.day_in(row);
    const When when = collector.on_day(day, std::nullopt, by_meal ? hour_of(row["group"]) : 12);
    if (!collector.has_come(when, place_of(row))) return;
    const bool done = is_yes(row, "completed");
    const auto [known, fresh] = completed.emplace(day, done);
    if (!fresh && !by_meal) refuse(row, "date", "this day stands here twice", "one row for each day");
    known->second = known->second && done;
    const auto nutrients = nutrients_in(row, cells);
    if (!any_known(nutrients)) return collector.skip(place_of(row), "has no figure that lytes keeps");
    const std::string meal = text_in(row, "group");
    const std::string name = meal.empty() ? "Daily total" : meal + ", total";
    collector.add("cronometer.dailysummary", when, meal, EntryKind::Total,
                  journal::Intake{std::nullopt, name, meal.empty() ? "1 day" : "1 meal", std::nullopt, nutrients});
  });
  for (const auto& [day, done] : completed) {
    if (done) collector.say(day, Stream::Intake, DayStatus::Complete);
  }
  if (cells.empty()) collector.remark("no_nutrients", "this summary has no column for any of what lytes counts");
  return collector.take();
}

/// A metric that is said to be a spasm. Its unit tells what its amount is: a number of spasms, minutes, or a severity.
void add_metric_spasm(Collector& collector, const csv::Row& row, const When& when, const std::string& identity,
                      const std::string& name) {
  const std::string unit = text::lowered(text_in(row, "unit"));
  const auto amount = amount_in(row, "amount", 1'000);
  SpasmRow spasm{name, std::nullopt};
  constexpr std::string_view source = "cronometer.biometrics";
  if (amount == 0.0) return collector.skip(place_of(row), "says of a spasm that there was none at that time");
  if (amount && text::is_one_of(unit, "count|counts|times|x|#|number|per day|spasms|cramps")) {
    constexpr double most = 200;
    if (*amount > most || *amount != std::floor(*amount))
      refuse(row, "amount", "not a number of spasms", "a whole number up to 200");
    for (int time = 1; time <= static_cast<int>(*amount); ++time)
      add_spasm(collector, source, when, fmt::format("{}{}", identity, time), spasm);
    collector.remark("scale", fmt::format("the amount of {} is taken as how many there were, as its unit says", name));
    return;
  }
  if (amount && text::is_one_of(unit, "min|mins|minutes|m")) {
    spasm.minutes = amount;
    collector.remark("scale", fmt::format("the amount of {} is taken as minutes, as its unit says", name));
  } else if (amount && *amount <= 10) {
    spasm.severity = static_cast<int>(std::lround(*amount));
    collector.remark("scale", fmt::format("the amount of {} is taken as its severity from 0 to 10", name));
  } else if (amount) {
    spasm.note = quantity::format_number(*amount) + (unit.empty() ? "" : " " + unit);
    collector.remark("scale", fmt::format("amounts of {} above 10 are no severity and stay in its note", name));
  }
  add_spasm(collector, source, when, identity, spasm);
}

Incoming read_biometrics(const InputFile& file, Reading& reading) {
  Table table(file, reading, "biometrics");
  Collector& collector = table.collector();
  SpasmNames spasms(reading);
  table.sheet().each_row([&](const csv::Row& row) {
    auto when = table.when(row);
    if (!when) return;
    // What happens has a logical day; that of food is the file's.
    if (when->timed) when = collector.at_local(when->moment.day, clock_in(row, "time"));
    const std::string full = text_in(row, "metric");
    const std::string name = without_source(full);
    if (name.empty()) return collector.skip(place_of(row), "names no metric");
    const auto identity = Table::identity(row, {"time", "group", "metric", "unit"});
    const std::string unit = text_in(row, "unit");
    const std::string amount = text_in(row, "amount");
    const std::string example =
        fmt::format("{} {}{}", calendar::iso(when->moment.day), amount, unit.empty() ? "" : " " + unit);
    if (spasms.is_spasm(name, example)) return add_metric_spasm(collector, row, *when, identity, name);
    constexpr std::string_view source = "cronometer.biometrics";
    if (amount.empty()) return collector.skip(place_of(row), "has no amount");
    if (amount.find('/') != std::string::npos) {
      return collector.add(source, *when, identity, EntryKind::Note, journal::Note{},
                           fmt::format("{} {}{}", name, amount, unit.empty() ? "" : " " + unit));
    }
    auto value = amount_in(row, "amount", 1e9);
    const bool pounds = text::is_one_of(text::lowered(unit), "lb|lbs");
    if (pounds && value) value = *value * quantity::base_units_in(quantity::Measure::Pound) / 1000;
    collector.add_factor(source, *when, identity, name, value, pounds ? "kg" : unit);
  });
  spasms.require_all_found();
  collector.set_candidates(spasms.candidates());
  return collector.take();
}

Incoming read_exercises(const InputFile& file, Reading& reading) {
  Table table(file, reading, "exercises");
  Collector& collector = table.collector();
  table.sheet().each_row([&](const csv::Row& row) {
    const auto when = table.when(row);
    if (!when) return;
    const std::string name = text_in(row, "exercise");
    if (name.empty()) return collector.skip(place_of(row), "names no exercise");
    const auto minutes = amount_in(row, "minutes", 10'000);
    const auto length = minutes ? fmt::format(", {} min", quantity::format_number(*minutes)) : std::string();
    // How hard it was is not said, so that the rating stays open.
    collector.add("cronometer.exercises", *when, Table::identity(row, {"time", "group", "exercise"}), EntryKind::Factor,
                  journal::Factor{"exertion", std::nullopt, std::nullopt}, name + length);
  });
  return collector.take();
}

Incoming read_notes(const InputFile& file, Reading& reading) {
  Table table(file, reading, "notes");
  Collector& collector = table.collector();
  table.sheet().each_row([&](const csv::Row& row) {
    const auto when = table.when(row);
    if (!when) return;
    const std::string note = text_in(row, "note");
    if (note.empty()) return collector.skip(place_of(row), "is an empty note");
    collector.add("cronometer.notes", *when, Table::identity(row, {"time", "group"}), EntryKind::Note, journal::Note{},
                  note);
  });
  return collector.take();
}

}  // namespace

bool is_cronometer(const InputFile& file) {
  return is_servings(file) || is_summary(file) || is_biometrics(file) || is_exercises(file) || is_notes(file);
}

Incoming read_cronometer(const InputFile& file, Reading& reading) {
  if (is_servings(file)) return read_servings(file, reading);
  if (is_summary(file)) return read_summary(file, reading);
  if (is_biometrics(file)) return read_biometrics(file, reading);
  if (is_exercises(file)) return read_exercises(file, reading);
  if (is_notes(file)) return read_notes(file, reading);
  throw InputError(file.name() + ", line 1: none of Cronometer's tables", {}, 0,
                   "servings.csv, dailysummary.csv, biometrics.csv, exercises.csv or notes.csv");
}

}  // namespace lytes::exchange

#include "comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "daily_columns.hpp"
#include "lytes/quantity/amount.hpp"

namespace lytes::exchange {
namespace {

using journal::DayStatus;
using journal::Entry;
using Known = std::optional<double>;

/// Figures are the same when they read the same.
bool same(Known one, Known other) {
  if (!one || !other) return one.has_value() == other.has_value();
  return quantity::format_number(*one) == quantity::format_number(*other);
}

Figure figure(Known number) { return number ? Figure(*number) : Figure(); }

/// The journal's entry for the same place in the source.
const Entry* imported_before(const Held& journal, const Entry& incoming) {
  const auto found = std::ranges::find_if(journal.entries, [&](const Entry& entry) {
    return entry.import_key.has_value() && entry.import_key == incoming.import_key;
  });
  return found == journal.entries.end() ? nullptr : &*found;
}

Known sum(std::span<const Entry> entries, quantity::Nutrient nutrient) {
  Known total;
  for (const Entry& entry : entries) {
    const Known amount = std::get<journal::Intake>(entry.what).nutrients[nutrient];
    if (amount) total = total.value_or(0) + *amount;
  }
  return total;
}

bool holds_intake(const Held& journal, const Held& file) {
  const auto agree = [&](std::span<const Entry> held) {
    return std::ranges::all_of(quantity::all_nutrients, [&](quantity::Nutrient nutrient) {
      const Known wanted = sum(file.entries, nutrient);
      return !wanted || same(wanted, sum(held, nutrient));
    });
  };
  std::vector<Entry> before;
  for (const Entry& incoming : file.entries) {
    if (const Entry* entry = imported_before(journal, incoming)) before.push_back(*entry);
  }
  return (before.size() == file.entries.size() && agree(before)) || agree(journal.entries);
}

std::vector<Difference> intake_differences(const Held& journal, const Held& file) {
  std::vector<Difference> found;
  for (const quantity::Nutrient nutrient : quantity::all_nutrients) {
    const Known ours = sum(journal.entries, nutrient);
    const Known theirs = sum(file.entries, nutrient);
    const auto column = std::ranges::find(nutrient_columns, nutrient, &NutrientColumn::nutrient);
    const bool named = column != nutrient_columns.end();
    if (same(ours, theirs) || (!named && !theirs)) continue;
    found.push_back({std::string(named ? column->name : field_name(nutrient)), figure(ours), figure(theirs)});
  }
  return found;
}

/// How many there were, where all of them are known; else the status as well: "1, partial".
Figure spasm_figure(const Held& held) {
  const auto count = held.entries.size();
  if (!held.said || held.said == DayStatus::Complete) return static_cast<double>(count);
  const std::string status(journal::word(*held.said));
  return count == 0 ? status : fmt::format("{}, {}", count, status);
}

bool holds_spasms(const Held& journal, const Held& file) {
  if (file.said && journal.said && file.said != journal.said) return false;
  const std::size_t wanted = file.entries.size();
  if (journal.entries.size() == wanted) return true;
  const auto before =
      std::ranges::count_if(journal.entries, [](const Entry& entry) { return entry.import_key.has_value(); });
  return wanted > 0 && static_cast<std::size_t>(before) == wanted;
}

/// The rating or value of an entry.
Known value_of(const Entry& entry) {
  if (const auto* stress = std::get_if<journal::Stress>(&entry.what)) return stress->rating;
  if (const auto* factor = std::get_if<journal::Factor>(&entry.what)) return factor->value;
  return std::nullopt;
}

std::optional<std::string> unit_of(const Entry& entry) {
  const auto* factor = std::get_if<journal::Factor>(&entry.what);
  return factor ? factor->unit : std::nullopt;
}

/// One value of all entries: hours and units of one kind add up, ratings do not. Empty where there is no such value.
Known one_value(const Held& held) {
  if (held.entries.size() == 1) return value_of(held.entries.front());
  Known total;
  for (const Entry& entry : held.entries) {
    const Known value = value_of(entry);
    if (!value || !unit_of(entry) || unit_of(entry) != unit_of(held.entries.front())) return std::nullopt;
    total = total.value_or(0) + *value;
  }
  return total;
}

Figure value_figure(const Held& held) {
  if (const Known value = one_value(held)) return *value;
  std::vector<std::string> values;
  for (const Entry& entry : held.entries) {
    const Known value = value_of(entry);
    const auto unit = unit_of(entry);
    values.push_back((value ? quantity::format_number(*value) : "no number") + (unit ? " " + *unit : ""));
  }
  return fmt::format("{}", fmt::join(values, " and "));
}

bool holds_value(const Held& journal, const Held& file) {
  const Entry& wanted = file.entries.front();
  const auto agrees = [&](Known value, const Entry& entry) {
    return value && same(value, value_of(wanted)) && unit_of(entry) == unit_of(wanted);
  };
  if (const Entry* before = imported_before(journal, wanted)) return agrees(value_of(*before), *before);
  return agrees(one_value(journal), journal.entries.front());
}

std::string value_column(const Part& part) {
  if (part.of == Part::Of::Stress) return "stress";
  const auto known =
      std::ranges::find_if(factor_columns, [&](const FactorColumn& column) { return part.factor == column.factor; });
  return known == factor_columns.end() ? "factor " + part.factor : known->name;
}

}  // namespace

Part part_of(const Entry& entry) {
  if (journal::is_intake(entry.kind)) return {Part::Of::Intake, {}};
  if (entry.kind == journal::EntryKind::Spasm) return {Part::Of::Spasms, {}};
  if (entry.kind == journal::EntryKind::Stress) return {Part::Of::Stress, {}};
  if (entry.kind == journal::EntryKind::Note || entry.kind == journal::EntryKind::Medicine) return {Part::Of::Note, {}};
  return {Part::Of::Factor, std::get<journal::Factor>(entry.what).name};
}

Part part_of(journal::Stream stream) {
  return {stream == journal::Stream::Spasms ? Part::Of::Spasms : Part::Of::Status, {}};
}

std::map<calendar::Day, HeldParts> by_day(std::span<const Entry> entries, std::span<const journal::DaySaid> said) {
  std::map<calendar::Day, HeldParts> days;
  for (const Entry& entry : entries) days[entry.when.day][part_of(entry)].entries.push_back(entry);
  for (const journal::DaySaid& one : said) days[one.day][part_of(one.stream)].said = one.status;
  return days;
}

bool holds(const Part& part, const Held& journal, const Held& file) {
  switch (part.of) {
    case Part::Of::Intake:
      return holds_intake(journal, file);
    case Part::Of::Spasms:
      return holds_spasms(journal, file);
    case Part::Of::Status:
      return journal.said == file.said;
    case Part::Of::Stress:
    case Part::Of::Factor:
      return holds_value(journal, file);
    case Part::Of::Note:
      break;
  }
  return std::ranges::all_of(file.entries, [&](const Entry& entry) { return imported_before(journal, entry); });
}

std::vector<Difference> differences(const Part& part, const Held& journal, const Held& file) {
  switch (part.of) {
    case Part::Of::Intake:
      return intake_differences(journal, file);
    case Part::Of::Spasms:
      return {{"spasms", spasm_figure(journal), spasm_figure(file)}};
    case Part::Of::Status:
      return {{"status", std::string(word(*journal.said)), std::string(word(*file.said))}};
    case Part::Of::Stress:
    case Part::Of::Factor:
      return {{value_column(part), value_figure(journal), value_figure(file)}};
    case Part::Of::Note:
      break;
  }
  return {{"notes", static_cast<double>(journal.entries.size()), static_cast<double>(file.entries.size())}};
}

}  // namespace lytes::exchange

#include <fmt/format.h>

#include <array>
#include <chrono>

#include "lytes/calendar/moment.hpp"
#include "lytes/csv/cells.hpp"
#include "lytes/exchange/export.hpp"
#include "lytes/quantity/nutrients.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/storage/one_moment.hpp"
#include "whole/rows.hpp"

namespace lytes::exchange {
namespace {

/// A column of one of the tables, and where its value stands in a row of the whole journal.
struct Column {
  std::string name;
  std::string_view part;  ///< the object inside the row; empty for the row itself
  std::string field;
  std::string means;
};

/// The figures of a food or an intake, each under its name.
void add_figures(std::vector<Column>& columns, std::string_view part, const char* means) {
  for (const auto& facts : quantity::nutrient_table) {
    columns.push_back({std::string(facts.field), part, std::string(facts.field), means});
  }
}

std::vector<Column> entry_columns() {
  std::vector<Column> columns = {
      {"uuid", "", "uuid", "what the entry is known by everywhere"},
      {"day", "", "day", "the logical day, which begins at the day start (04:00 unless set)"},
      {"at", "", "at", "local time with the offset from UTC that was in force"},
      {"kind", "", "kind", "drink, food, supplement, total (of a whole day), spasm, stress, factor, note or medicine"},
      {"description", "intake", "description", "what was had, as its source calls it"},
      {"food", "intake", "food", "where its figures are from: usda:09040, own:3; blank where nobody knows"},
      {"amount", "intake", "amount", "as it was said"},
      {"grams", "intake", "grams", "its weight in g"}};
  add_figures(columns, "intake", "in the entry; blank is unknown, never zero");
  const std::vector<Column> others = {{"site", "spasm", "site", "where the spasm was"},
                                      {"severity", "spasm", "severity", "0 to 10"},
                                      {"minutes", "spasm", "minutes", "how long it lasted"},
                                      {"flags", "", "flags", "what came with it, with semicolons between"},
                                      {"stress", "stress", "rating", "0 to 10"},
                                      {"factor", "factor", "name", "what else may matter: sleep, sitting, ..."},
                                      {"value", "factor", "value", "of the factor"},
                                      {"unit", "factor", "unit", "of the value; blank for a rating from 0 to 10"},
                                      {"medicine", "medicine", "name", "as it was typed"},
                                      {"dose", "medicine", "dose", "as it was typed"},
                                      {"note", "", "note", "the user's own words"}};
  columns.insert(columns.end(), others.begin(), others.end());
  return columns;
}

std::vector<Column> day_columns() {
  return {
      {"day", "", "day", "the logical day"},
      {"stream", "", "stream", "intake or spasms"},
      {"status", "", "status", "complete, partial or none, as the user said; of days without a row nothing was said"}};
}

std::vector<Column> food_columns() {
  std::vector<Column> columns = {{"ref", "", "ref", "as `food` of the entries has it"},
                                 {"name", "", "name", "the user's own name for it"},
                                 {"kind", "", "kind", "drink, food or supplement"},
                                 {"basis_amount", "", "basis_amount", "for so much are the figures"},
                                 {"basis_unit", "", "basis_unit", "of this unit"}};
  add_figures(columns, "", "in the basis amount; blank is unknown, never zero");
  columns.push_back({"barcode", "", "barcode", "the digits under its bars"});
  return columns;
}

std::string cell_of(const Json& value) {
  if (value.is_string()) return csv::harmless(value.get_ref<const std::string&>());
  if (value.is_number()) return value.dump();
  if (!value.is_array()) return "";
  std::string list;
  for (const Json& one : value) list += (list.empty() ? "" : "; ") + one.get<std::string>();
  return csv::harmless(list);
}

Json field_of(const Json& row, const Column& column) {
  if (column.part.empty()) return row.value(column.field, Json());
  const auto part = row.find(std::string(column.part));
  return part == row.end() ? Json() : part->value(column.field, Json());
}

/// What the row says in another way than the tables are to.
void add_derived(Json& row) {
  if (row.contains("at_utc")) {
    calendar::Moment when;
    when.at = calendar::Instant(std::chrono::seconds(row["at_utc"].get<std::int64_t>()));
    when.utc_offset = std::chrono::seconds(row["utc_offset_s"].get<std::int64_t>());
    row["at"] = calendar::iso(when);
  }
  if (row.contains("id")) row["ref"] = fmt::format("own:{}", row["id"].get<std::int64_t>());
}

ExportedFile table_of(storage::JournalFile& journal, const ExportWish& wish, std::string_view key,
                      const std::vector<Column>& columns, std::string& described) {
  ExportedFile file{fmt::format("{}.csv", key), {}};
  std::vector<std::string> names;
  for (const Column& column : columns) {
    names.push_back(column.name);
    described += csv::row_of({file.name, column.name, column.means});
  }
  file.text = csv::row_of(names);
  for (const WholeTable& what : whole_tables()) {
    if (what.key != key) continue;
    each_row(journal, what, wish, [&](const Json& row) {
      Json whole = row;
      add_derived(whole);
      std::vector<std::string> cells;
      for (const Column& column : columns) cells.push_back(cell_of(field_of(whole, column)));
      file.text += csv::row_of(cells);
    });
  }
  return file;
}

}  // namespace

std::vector<ExportedFile> export_csv(storage::JournalFile& journal, const ExportWish& wish) {
  std::optional<storage::OneMoment> one_moment;
  journal.guarded([&] { one_moment.emplace(journal.database()); });
  std::string described = csv::row_of({"file", "column", "means"});
  std::vector<ExportedFile> files;
  files.push_back(table_of(journal, wish, "entries", entry_columns(), described));
  files.push_back(table_of(journal, wish, "days", day_columns(), described));
  files.push_back(table_of(journal, wish, "foods", food_columns(), described));
  files.push_back({"columns.csv", std::move(described)});
  return files;
}

}  // namespace lytes::exchange

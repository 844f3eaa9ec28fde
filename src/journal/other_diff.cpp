#include "other_diff.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace lytes::journal {

namespace {

using storage::ColumnChange;
using storage::RowChange;
using storage::Value;

OtherDiff::What what_of(const RowChange& row) {
  if (row.what == RowChange::What::Inserted) return OtherDiff::What::Added;
  return row.what == RowChange::What::Updated ? OtherDiff::What::Changed : OtherDiff::What::Removed;
}

bool only_ties_rows_together(std::string_view column) {
  constexpr std::array<std::string_view, 8> names = {"entry_id",   "line", "at_utc",      "utc_offset_s",
                                                     "import_key", "food", "own_food_id", "id"};
  return std::ranges::find(names, column) != names.end();
}

bool is_known(const std::optional<Value>& value) { return value && !std::holds_alternative<std::monostate>(*value); }

const ColumnChange* column_of(const RowChange& row, std::string_view name) {
  const auto at = std::ranges::find(row.columns, name, &ColumnChange::column);
  return at == row.columns.end() ? nullptr : &*at;
}

/// The text of a column on the side that there is; empty where there is none.
std::string text_in(const RowChange& row, std::string_view name) {
  const ColumnChange* column = column_of(row, name);
  if (column == nullptr) return {};
  const auto& value = column->after ? column->after : column->before;
  const auto* text = value ? std::get_if<std::string>(&*value) : nullptr;
  return text ? *text : std::string();
}

/// Tables are named so that their names are words: "own_food".
std::string about(const RowChange& row) {
  std::string words = row.table;
  std::ranges::replace(words, '_', ' ');
  const ColumnChange* id = column_of(row, "id");
  if (id == nullptr || !id->key) return words;
  const auto* number = std::get_if<std::int64_t>(id->before ? &*id->before : &*id->after);
  return number ? words + " " + std::to_string(*number) : words;
}

std::vector<FieldDiff> fields_of(const RowChange& row) {
  std::vector<FieldDiff> fields;
  for (const ColumnChange& column : row.columns) {
    const bool differs = row.what == RowChange::What::Updated && !column.key;
    const bool worth_saying =
        !only_ties_rows_together(column.column) && (is_known(column.before) || is_known(column.after));
    if (differs || worth_saying) fields.push_back({column.column, column.before, column.after});
  }
  return fields;
}

/// What was said of a day goes by the day, not by its table.
OtherDiff day_said(const RowChange& row) {
  const ColumnChange* status = column_of(row, "status");
  if (status == nullptr) return {what_of(row), text_in(row, "day"), {}};
  return {what_of(row), text_in(row, "day"), {{text_in(row, "stream"), status->before, status->after}}};
}

}  // namespace

OtherDiff other_diff(const RowChange& row) {
  return row.table == "day_status" ? day_said(row) : OtherDiff{what_of(row), about(row), fields_of(row)};
}

}  // namespace lytes::journal

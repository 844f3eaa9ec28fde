#include "lytes/report/history_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "lytes/quantity/amount.hpp"
#include "lytes/report/entry_text.hpp"

namespace lytes::report {

namespace {

using storage::ColumnChange;
using storage::RowChange;
using storage::Value;

struct ValueText {
  std::string operator()(std::monostate) const { return "unknown"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return quantity::format_number(number); }
  std::string operator()(const std::string& text) const { return printable(text); }
};

std::string text_of_value(const std::optional<Value>& value) { return value ? std::visit(ValueText{}, *value) : "-"; }

bool is_null(const std::optional<Value>& value) { return !value || std::holds_alternative<std::monostate>(*value); }

/// Columns that only tie rows together.
bool is_plumbing(const std::string& column) {
  constexpr std::array<std::string_view, 8> names = {"entry_id",   "line", "at_utc",      "utc_offset_s",
                                                     "import_key", "food", "own_food_id", "id"};
  return std::ranges::find(names, column) != names.end();
}

const Value* key_of(const RowChange& row) {
  for (const auto& column : row.columns) {
    if (column.key && (column.column == "id" || column.column == "entry_id"))
      return column.before ? &*column.before : &*column.after;
  }
  return nullptr;
}

/// The value of a column on the side that there is.
std::string text_in(const RowChange& row, std::string_view name) {
  for (const auto& column : row.columns) {
    if (column.column == name) return text_of_value(column.after ? column.after : column.before);
  }
  return {};
}

/// "+ 2026-11-22: intake complete"
std::string day_line(const RowChange& row, const char* sign) {
  std::string text = std::string(sign) + text_in(row, "day") + ": " + text_in(row, "stream") + " ";
  for (const auto& column : row.columns) {
    if (column.column == "status" && row.what == RowChange::What::Updated)
      return text + text_of_value(column.before) + " -> " + text_of_value(column.after);
  }
  return text + text_in(row, "status");
}

/// A row of any other table, column by column.
std::string row_line(const RowChange& row) {
  const bool updated = row.what == RowChange::What::Updated;
  std::string table = row.table;
  std::ranges::replace(table, '_', ' ');
  const char* sign = row.what == RowChange::What::Inserted ? "+ " : updated ? "~ " : "- ";
  if (row.table == "day_status") return day_line(row, sign);
  std::string text = sign + table;
  if (const Value* key = key_of(row)) text += " " + std::visit(ValueText{}, *key);
  text += ":";
  for (const auto& column : row.columns) {
    if (updated && !column.key) {
      text += fmt::format(" {} {} -> {};", column.column, text_of_value(column.before), text_of_value(column.after));
    } else if (!is_plumbing(column.column)) {
      const auto& value = row.what == RowChange::What::Inserted ? column.after : column.before;
      if (!is_null(value)) text += fmt::format(" {} {};", column.column, text_of_value(value));
    }
  }
  text.pop_back();  // the last semicolon, or the colon of a row without anything to say
  return text;
}

/// What undoing did to a row.
RowChange inverted(RowChange row) {
  if (row.what != RowChange::What::Updated) {
    row.what = row.what == RowChange::What::Inserted ? RowChange::What::Deleted : RowChange::What::Inserted;
  }
  for (auto& column : row.columns) std::swap(column.before, column.after);
  return row;
}

constexpr std::size_t lines_shown = 20;

std::vector<std::string> lines_of(const journal::ToldChange& told, bool back, calendar::Day today, const Style& style) {
  Style narrow = style;
  narrow.width -= std::min<std::size_t>(narrow.width, 6);
  std::vector<std::string> lines;
  for (const auto& entry : told.entries) {
    const auto& before = back ? entry.after : entry.before;
    const auto& after = back ? entry.before : entry.after;
    const bool changed = before && after;
    if (before) lines.push_back((changed ? "was " : "-   ") + entry_brief(*before, today, narrow));
    if (after) lines.push_back((changed ? "now " : "+   ") + entry_brief(*after, today, narrow));
  }
  for (const auto& row : told.others)
    lines.push_back(shortened(row_line(back ? inverted(row) : row), narrow.width + 4));
  return lines;
}

}  // namespace

std::string history_page(std::span<const ShownChange> changes, HistoryVerb verb, calendar::Day today,
                         const Style& style) {
  if (changes.empty()) return "Nothing was changed yet.\n";
  const bool back = verb == HistoryVerb::Undone;
  std::string text;
  for (const auto& [change, told, time] : changes) {
    const char* head = back ? "Taken back: " : verb == HistoryVerb::Redone ? "Done again: " : "";
    // In front, so that no long command hides it.
    const char* mark = verb == HistoryVerb::Listed && change.undone ? "(taken back) " : "";
    const std::string line =
        fmt::format("{}{:>4}  {}  {}lytes {}", head, change.id, time, mark, printable(change.command));
    text += bold(shortened(line, style.width), style) + "\n";
    const auto lines = lines_of(told, back, today, style);
    const std::size_t shown = std::min(lines.size(), lines_shown);
    for (std::size_t i = 0; i < shown; ++i) text += "  " + lines[i] + "\n";
    if (lines.size() > shown || change.rows_left_out > 0) {
      text += change.rows_left_out > 0 ? "  and more\n" : fmt::format("  and {} more\n", lines.size() - shown);
    }
  }
  return in_style(text, style);
}

}  // namespace lytes::report

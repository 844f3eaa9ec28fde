#include <fmt/chrono.h>
#include <fmt/format.h>

#include "json/text.hpp"
#include "lytes/report/history_page.hpp"

namespace lytes::report {

namespace {

using storage::RowChange;

Json value_json(const std::optional<storage::Value>& value) {
  if (!value || std::holds_alternative<std::monostate>(*value)) return nullptr;
  if (const auto* whole = std::get_if<std::int64_t>(&*value)) return *whole;
  if (const auto* real = std::get_if<double>(&*value)) return figure(*real, 3);
  return std::get<std::string>(*value);
}

const char* word(RowChange::What what) {
  return what == RowChange::What::Inserted ? "added" : what == RowChange::What::Updated ? "changed" : "removed";
}

}  // namespace

std::string history_json(std::span<const storage::RecordedChange> changes, HistoryVerb verb) {
  Json list = Json::array();
  for (const auto& change : changes) {
    Json rows = Json::array();
    for (const auto& row : change.rows) {
      Json before = Json::object();
      Json after = Json::object();
      for (const auto& column : row.columns) {
        if (column.before) before[column.column] = value_json(column.before);
        if (column.after) after[column.column] = value_json(column.after);
      }
      rows.push_back(
          {{"table", row.table}, {"what", word(row.what)}, {"before", std::move(before)}, {"after", std::move(after)}});
    }
    list.push_back(
        {{"id", change.id},
         {"at", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(change.at)))},
         {"command", change.command},
         {"undone", change.undone},
         {"rows", std::move(rows)},
         {"rows_left_out", change.rows_left_out}});
  }
  const char* key = verb == HistoryVerb::Undone ? "undone" : verb == HistoryVerb::Redone ? "redone" : "changes";
  return text_of(Json{{key, std::move(list)}});
}

}  // namespace lytes::report

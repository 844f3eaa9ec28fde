#include "known_tables.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include "image.hpp"
#include "migrations.hpp"

namespace lytes::storage {
namespace {

KnownTable known_table(SQLite::Database& fresh, const std::string& name) {
  KnownTable table{name, {}, {}, {}, {}};
  std::string keys;
  SQLite::Statement columns(fresh, "SELECT name, pk, type FROM pragma_table_info(?1) ORDER BY cid");
  columns.bind(1, name);
  while (columns.executeStep()) {
    table.columns.push_back(columns.getColumn(0).getString());
    table.is_key.push_back(columns.getColumn(1).getInt() > 0);
    table.types.push_back(columns.getColumn(2).getString());
    if (table.is_key.back()) keys += fmt::format("{}\"{}\" = ?", keys.empty() ? "" : " AND ", table.columns.back());
  }
  table.select_by_key = fmt::format("SELECT * FROM \"{}\" WHERE {}", name, keys);
  return table;
}

std::map<std::string, KnownTable, std::less<>> read_tables() {
  const auto fresh = open_in_memory();
  migrate(*fresh, migrations());
  std::map<std::string, KnownTable, std::less<>> tables;
  SQLite::Statement names(*fresh, R"(
    SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%')");
  while (names.executeStep()) {
    const std::string name = names.getColumn(0).getString();
    tables.emplace(name, known_table(*fresh, name));
  }
  return tables;
}

std::map<std::string, KnownTable, std::less<>> covered_tables() {
  auto tables = all_tables();
  std::erase_if(tables, [](const auto& table) { return !history_covers(table.first); });
  return tables;
}

}  // namespace

bool history_covers(std::string_view table) { return table != "change" && !table.starts_with("kept_"); }

const std::map<std::string, KnownTable, std::less<>>& all_tables() {
  static const auto tables = read_tables();
  return tables;
}

const std::map<std::string, KnownTable, std::less<>>& known_tables() {
  static const auto tables = covered_tables();
  return tables;
}

bool is_user_table(std::string_view name) { return known_tables().contains(name); }

const KnownTable* recorded_table(std::string_view name, int columns, const unsigned char* keys) {
  const auto place = known_tables().find(name);
  if (place == known_tables().end() || columns < 0) return nullptr;
  const KnownTable& table = place->second;
  if (static_cast<std::size_t>(columns) > table.columns.size()) return nullptr;
  for (std::size_t column = 0; column < table.is_key.size(); ++column) {
    const bool said = column < static_cast<std::size_t>(columns) && keys[column] != 0;
    if (said != table.is_key[column]) return nullptr;
  }
  return &table;
}

}  // namespace lytes::storage

#include "table_shape.hpp"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <map>

#include "image.hpp"
#include "migrations.hpp"

namespace lytes::storage {
namespace {

/// https://www.sqlite.org/fileformat2.html#record_format
bool is_of_type(std::uint64_t serial_type, const TableShape::Column& column) {
  if (serial_type == 0) return column.is_number || !column.required;
  if (column.is_number) return false;
  const bool whole = (serial_type >= 1 && serial_type <= 6) || serial_type == 8 || serial_type == 9;
  if (column.type == "INTEGER") return whole;
  if (column.type == "REAL") return whole || serial_type == 7;  // a real without a fraction is stored as a whole number
  const bool is_text = serial_type >= 13 && serial_type % 2 == 1;
  const bool is_blob = serial_type >= 12 && serial_type % 2 == 0;
  return column.type == "TEXT" ? is_text : is_blob;
}

std::vector<std::string> table_names(SQLite::Database& database) {
  std::vector<std::string> names;
  SQLite::Statement query(
      database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid");
  while (query.executeStep()) names.push_back(query.getColumn(0).getString());
  return names;
}

TableShape shape_of(SQLite::Database& database, const std::string& table) {
  TableShape shape{table, false, {}, 0};
  SQLite::Statement without(database, "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?1");
  without.bind(1, table);
  if (without.executeStep()) shape.without_rowid = without.getColumn(0).getInt() != 0;
  SQLite::Statement query(database, fmt::format(R"(
    SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?1) ORDER BY {} cid)",
                                                shape.without_rowid ? "pk = 0, pk," : ""));
  query.bind(1, table);
  std::size_t key_columns = 0;
  while (query.executeStep()) {
    const bool in_key = query.getColumn(4).getInt() > 0;
    const bool never_null = query.getColumn(2).getInt() != 0 || (in_key && shape.without_rowid);
    shape.columns.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(),
                             query.getColumn(3).getString(), never_null && query.getColumn(3).isNull(), in_key, false});
    if (in_key) ++key_columns;
  }
  for (TableShape::Column& column : shape.columns) {
    column.is_number = column.in_key && column.type == "INTEGER" && key_columns == 1 && !shape.without_rowid;
  }
  return shape;
}

}  // namespace

bool TableShape::fits(const Record& record) const {
  const auto& types = record.serial_types;
  if (types.size() < first_columns || types.size() > columns.size()) return false;
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (!is_of_type(types[i], columns[i])) return false;
  }
  return true;
}

std::optional<std::string> TableShape::number() const {
  for (const Column& column : columns) {
    if (column.is_number) return column.name;
  }
  return std::nullopt;
}

std::vector<TableShape> table_shapes() {
  const auto database = open_in_memory();
  std::map<std::string, std::size_t> first_columns;
  for (const Migration& step : migrations()) {
    migrate(*database, migrations().first(static_cast<std::size_t>(step.version)));
    for (const std::string& name : table_names(*database)) {
      first_columns.emplace(name, shape_of(*database, name).columns.size());
    }
  }
  std::vector<TableShape> shapes;
  for (const std::string& name : table_names(*database)) {
    shapes.push_back(shape_of(*database, name));
    shapes.back().first_columns = first_columns.at(name);
  }
  return shapes;
}

std::string quoted_list(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", name);
  return list;
}

std::string plain_table(const TableShape& shape) {
  std::string columns;
  std::string key;
  for (const TableShape::Column& column : shape.columns) {
    columns += fmt::format("{}\"{}\" {}{}{}", columns.empty() ? "" : ",", column.name, column.type,
                           column.is_number ? " PRIMARY KEY" : "",
                           column.default_value.empty() ? "" : " DEFAULT (" + column.default_value + ")");
    if (column.in_key) key += fmt::format("{}\"{}\"", key.empty() ? "" : ",", column.name);
  }
  return fmt::format("CREATE TABLE \"{}\"({}{}", shape.name, columns,
                     shape.without_rowid ? fmt::format(",PRIMARY KEY({}))WITHOUT ROWID", key) : ")");
}

}  // namespace lytes::storage

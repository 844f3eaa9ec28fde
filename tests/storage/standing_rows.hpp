#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace lytes::storage::testing {

/// A row of a journal, and where it stands in the file.
struct PlacedRow {
  std::string name;    ///< table and key
  std::string parent;  ///< the name of the row that it belongs to; empty when to none
  std::string values;
  std::set<std::uint32_t> pages;  ///< of the tree and of its overflow
};

namespace placing {

struct Page {
  std::uint32_t number;
  int cells;
  bool leaf;
};

/// The pages of one tree by their path, as SQLite's virtual table dbstat tells them.
/// https://www.sqlite.org/dbstat.html
struct Tree {
  std::map<std::string, Page> pages;
  std::map<std::string, std::set<std::uint32_t>> overflow;  ///< by the path of the cell
};

inline Tree tree_of(SQLite::Database& database, const std::string& table) {
  Tree tree;
  SQLite::Statement query(database, "SELECT path, pageno, ncell, pagetype FROM dbstat WHERE name = ?1");
  query.bind(1, table);
  while (query.executeStep()) {
    const std::string path = query.getColumn(0).getString();
    const std::uint32_t number = query.getColumn(1).getUInt();
    const std::string kind = query.getColumn(3).getString();
    if (kind == "overflow") {
      tree.overflow[path.substr(0, path.find('+'))].insert(number);
    } else {
      tree.pages[path] = {number, query.getColumn(2).getInt(), kind == "leaf"};
    }
  }
  return tree;
}

/// The pages of each row, in the order of the keys.
inline void walk(const Tree& tree, bool has_numbers, const std::string& path,
                 std::vector<std::set<std::uint32_t>>& rows) {
  const Page& page = tree.pages.at(path);
  for (int cell = 0; cell <= page.cells; ++cell) {
    const std::string below = fmt::format("{}{:03x}", path, cell);
    if (!page.leaf) walk(tree, has_numbers, below + "/", rows);
    if (cell == page.cells || (!page.leaf && has_numbers)) continue;
    rows.push_back({page.number});
    const auto overflow = tree.overflow.find(below);
    if (overflow != tree.overflow.end()) rows.back().insert(overflow->second.begin(), overflow->second.end());
  }
}

struct Belonging {
  std::string to;
  int columns;  ///< of the key, that are the parent's key
};

inline const std::map<std::string, Belonging>& belongings() {
  static const std::map<std::string, Belonging> all = {{"intake", {"entry", 1}},     {"spasm", {"entry", 1}},
                                                       {"stress", {"entry", 1}},     {"factor", {"entry", 1}},
                                                       {"spasm_flag", {"spasm", 1}}, {"own_portion", {"own_food", 1}},
                                                       {"recipe", {"own_food", 1}},  {"recipe_item", {"recipe", 1}}};
  return all;
}

inline std::vector<std::string> names(SQLite::Database& database, const std::string& sql, const std::string& table) {
  std::vector<std::string> found;
  SQLite::Statement query(database, sql);
  if (!table.empty()) query.bind(1, table);
  while (query.executeStep()) found.push_back(query.getColumn(0).getString());
  return found;
}

}  // namespace placing

/// All rows of a table as text, in the order of their keys, without their pages.
inline std::vector<PlacedRow> rows_of(SQLite::Database& database, const std::string& table) {
  const auto columns = placing::names(database, "SELECT name FROM pragma_table_info(?1)", table);
  const auto keys = placing::names(database, "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk", table);
  std::string select = "SELECT ''";
  std::string order;
  for (const auto& key : keys) {
    select += " || ' ' || quote(" + key + ")";
    order += (order.empty() ? "" : ", ") + key;
  }
  select += ", quote(" + keys.at(0) + "), ''";
  for (const auto& column : columns) select += " || ' ' || quote(" + column + ")";
  std::vector<PlacedRow> rows;
  SQLite::Statement query(database, select + " FROM " + table + " NOT INDEXED ORDER BY " + order);
  const auto belongs = placing::belongings().find(table);
  while (query.executeStep()) {
    PlacedRow row{table + query.getColumn(0).getString(), "", query.getColumn(2).getString(), {}};
    if (belongs != placing::belongings().end()) row.parent = belongs->second.to + " " + query.getColumn(1).getString();
    rows.push_back(std::move(row));
  }
  return rows;
}

inline std::vector<std::string> tables_of(SQLite::Database& database) {
  return placing::names(
      database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid", "");
}

/// Every row of a sound journal with its pages. No log may lie beside it.
inline std::vector<PlacedRow> placed_rows(SQLite::Database& database) {
  std::vector<PlacedRow> all;
  for (const std::string& table : tables_of(database)) {
    std::vector<PlacedRow> rows = rows_of(database, table);
    SQLite::Statement without(database, "SELECT wr FROM pragma_table_list WHERE name = ?1");
    without.bind(1, table);
    without.executeStep();
    std::vector<std::set<std::uint32_t>> pages;
    placing::walk(placing::tree_of(database, table), without.getColumn(0).getInt() == 0, "/", pages);
    if (pages.size() != rows.size()) throw std::logic_error("dbstat tells of other rows in " + table);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].pages = pages[i];
    all.insert(all.end(), rows.begin(), rows.end());
  }
  return all;
}

/// The rows of which nothing is damaged, and nothing of those that they belong to.
inline std::vector<PlacedRow> standing(const std::vector<PlacedRow>& rows,
                                       const std::function<bool(std::uint32_t page)>& stands) {
  std::vector<PlacedRow> found;
  std::set<std::string> names;
  // Parents come before what belongs to them.
  for (const PlacedRow& row : rows) {
    if (!row.parent.empty() && !names.contains(row.parent)) continue;
    bool whole = true;
    for (const std::uint32_t page : row.pages) whole = whole && stands(page);
    if (!whole) continue;
    names.insert(row.name);
    found.push_back(row);
  }
  return found;
}

}  // namespace lytes::storage::testing

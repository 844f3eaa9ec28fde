#include "rescuing.hpp"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <utility>

#include "damage.hpp"
#include "image.hpp"
#include "mending.hpp"

namespace lytes::storage {
namespace {

/// Reading by way of the trees, reading page by page, the rest: when each is done.
constexpr double trees_read = 0.5;
constexpr double pages_read = 0.9;

/// Reads a damaged file's own schema as far as it goes: what of it is no statement any more hides no other table.
std::unique_ptr<SQLite::Database> open_damaged(const PagedBytes& pages) {
  auto database = open_image(pages.bytes);
  sqlite3_db_config(database->getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
  database->exec("PRAGMA writable_schema = ON; PRAGMA cell_size_check = ON");
  return database;
}

struct SchemaRow {
  std::string type;
  std::string name;
  std::int64_t root;
};

std::vector<SchemaRow> schema_of(SQLite::Database& database) {
  std::vector<SchemaRow> rows;
  try {
    SQLite::Statement query(database, "SELECT type, name, rootpage FROM sqlite_schema WHERE rootpage > 1");
    while (query.executeStep()) {
      rows.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(), query.getColumn(2).getInt64()});
    }
  } catch (const SQLite::Exception& error) {
    // As far as it goes.
    if (!stops_reading(error)) throw;
  }
  return rows;
}

/// Where the trees of a file begin: as its schema says, and for those that it does not name any more where a journal
/// has them as a rule.
std::vector<Tree> trees_of(const PagedBytes& pages, SQLite::Database& from) {
  std::vector<Tree> trees{{"", 1, true}};
  std::set<std::string> named;
  const auto add = [&](SQLite::Database& database, bool certain) {
    for (const SchemaRow& row : schema_of(database)) {
      if (row.root > pages.all_pages() || !named.insert(row.name).second) continue;
      trees.push_back({row.type == "table" ? row.name : "", static_cast<std::uint32_t>(row.root), certain});
    }
  };
  add(from, true);
  const Image fresh = fresh_journal(pages.page_size);
  add(*open_image(fresh), false);
  return trees;
}

/// Tables that share a page with another tree: a damaged schema leads to the wrong one.
std::set<std::string> tables_of_shared_roots(SQLite::Database& from) {
  std::map<std::int64_t, std::vector<std::string>> by_root;
  for (const SchemaRow& row : schema_of(from)) by_root[row.root].push_back(row.name);
  std::set<std::string> shared;
  for (const auto& [root, names] : by_root) {
    if (names.size() > 1) shared.insert(names.begin(), names.end());
  }
  return shared;
}

/// What rows of a table are, in SQL.
std::string condition(const Knowledge& knowledge, const std::string& table) {
  // Names of settings are words joined by '_'; what is set is a word or a number.
  if (table == "setting") return "(name = 'measures' OR name GLOB '[a-z]*_*[a-z]') AND name NOT GLOB '*[^a-z_]*'";
  std::string sql = "TRUE";
  for (const RowCondition& each : knowledge.conditions) {
    if (each.table == table) sql += " AND (" + each.sql + ")";
  }
  return sql;
}

}  // namespace

Rescuing::Rescuing(const PagedBytes& pages, SQLite::Database& to, const Knowledge& knowledge, const Progress& progress)
    : pages_(pages),
      to_(to),
      knowledge_(knowledge),
      progress_(progress),
      shapes_(table_shapes()),
      from_(open_damaged(pages)),
      limit_(*from_, pages.bytes.size(), [this](double share) { tell(trees_read * share); }) {
  fills_.reserve(shapes_.size());
  for (const TableShape& shape : shapes_) fills_.emplace_back(to, shape);
  for (TableFill& fill : fills_) salvages_.emplace_back(*from_, fill, limit_);
}

void Rescuing::tell(double share) {
  const int hundredths = static_cast<int>(share * 100);
  if (!progress_ || hundredths <= hundredths_told_) return;
  hundredths_told_ = hundredths;
  progress_(share);
}

Rescued Rescuing::save_rows() {
  const std::set<std::string> shared = tables_of_shared_roots(*from_);
  tell(0);
  std::vector<bool> whole;
  for (std::size_t table = 0; table < shapes_.size(); ++table) {
    whole.push_back(salvages_[table].read_from_both_ends() && !shared.contains(shapes_[table].name));
  }
  tell(trees_read);
  if (std::find(whole.begin(), whole.end(), false) != whole.end()) carve(whole);
  tell(pages_read);
  Rescued rescued;
  for (std::size_t table = 0; table < shapes_.size(); ++table) rescued.tables.push_back(follow_traces(table));
  return rescued;
}

void Rescuing::carve(const std::vector<bool>& whole) {
  const std::vector<Tree> trees = trees_of(pages_, *from_);
  const auto found = find_pages(pages_, shapes_, PageOwners(pages_, trees));
  std::size_t all = 0;
  for (const auto& pages : found) all += pages.size();
  std::size_t done = 0;
  Carving carving(pages_);
  for (std::size_t table = 0; table < shapes_.size(); ++table) {
    if (whole[table]) continue;
    carving.begin(shapes_[table], condition(knowledge_, shapes_[table].name));
    for (const FoundPage& page : found[table]) {
      carving.read(page, [&](SQLite::Statement& row) { fills_[table].take(row); });
      tell(trees_read + (pages_read - trees_read) * static_cast<double>(++done) / static_cast<double>(all));
    }
  }
}

Rescued::Table Rescuing::follow_traces(std::size_t table) {
  const std::string& name = shapes_[table].name;
  TableSalvage& salvage = salvages_[table];
  std::set<std::int64_t> spoken_of;
  for (const Trace& trace : knowledge_.traces) {
    if (trace.table == name) salvage.collect_keys(trace.sql, spoken_of);
  }
  salvage.ask_for(spoken_of);
  for (const Trace& trace : knowledge_.traces) {
    if (trace.table == name && trace.whole) salvage.remake(trace.sql);
  }
  if (!spoken_of.empty()) note_number(name, *spoken_of.rbegin());
  const std::int64_t lost = salvage.lost(std::move(spoken_of));
  return {name, fills_[table].saved(), lost};
}

void Rescuing::keep_numbers_from_coming_again() {
  note_sequences();
  note_numbers_that_others_speak_of();
  to_.exec(R"(
    INSERT INTO sqlite_sequence (name, seq)
    SELECT name, 0 FROM sqlite_schema
    WHERE type = 'table' AND sql LIKE '% AUTOINCREMENT%' AND name NOT IN (SELECT name FROM sqlite_sequence))");
  // A number far ahead of all rows is a damaged one.
  SQLite::Statement raise(to_, R"(
    UPDATE sqlite_sequence SET seq = ?2 WHERE name = ?1 AND seq < ?2 AND ?2 <= seq + 1000000)");
  for (const auto& [table, number] : highest_) {
    raise.bind(1, table);
    raise.bind(2, number);
    raise.exec();
    raise.reset();
  }
}

void Rescuing::note_sequences() {
  limit_.begin();
  try {
    SQLite::Statement query(*from_, "SELECT name, seq FROM sqlite_sequence");
    while (query.executeStep()) note_number(query.getColumn(0).getString(), query.getColumn(1).getInt64());
  } catch (const SQLite::Exception& error) {
    if (!stops_reading(error)) throw;
    // Then what is saved and spoken of has to do.
  }
}

void Rescuing::note_numbers_that_others_speak_of() {
  SQLite::Statement keys(to_, R"(
    SELECT child.name, key."from", key."table" FROM sqlite_schema child, pragma_foreign_key_list(child.name) key
    WHERE child.type = 'table')");
  while (keys.executeStep()) {
    const std::string sql = fmt::format(R"(SELECT coalesce(max("{}"), 0) FROM "{}")", keys.getColumn(1).getString(),
                                        keys.getColumn(0).getString());
    note_number(keys.getColumn(2).getString(), to_.execAndGet(sql).getInt64());
  }
}

void Rescuing::note_number(const std::string& table, std::int64_t number) {
  std::int64_t& highest = highest_[table];
  highest = std::max(highest, number);
}

}  // namespace lytes::storage

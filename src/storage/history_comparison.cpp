#include "history_comparison.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <cstring>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

#include "changeset_form.hpp"
#include "known_tables.hpp"
#include "session.hpp"

namespace lytes::storage {
namespace {

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  void operator()(sqlite3_changeset_iter* iterator) const { sqlite3changeset_finalize(iterator); }
};

std::string bytes_of(sqlite3_value* value) {
  const void* bytes = sqlite3_value_blob(value);
  return bytes == nullptr
             ? std::string()
             : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

bool same(sqlite3_value* a, sqlite3_value* b) {
  const int type = sqlite3_value_type(a);
  if (type != sqlite3_value_type(b)) return false;
  if (type == SQLITE_INTEGER) return sqlite3_value_int64(a) == sqlite3_value_int64(b);
  if (type == SQLITE_FLOAT) return sqlite3_value_double(a) == sqlite3_value_double(b);
  return type == SQLITE_NULL || bytes_of(a) == bytes_of(b);
}

/// Finds a row as it stands by its primary key.
class RowFinder {
 public:
  RowFinder(SQLite::Database& database, const KnownTable& table) : database_(database), table_(table) {
    sqlite3_stmt* made = nullptr;
    require_ok(database, sqlite3_prepare_v2(database.getHandle(), table.select_by_key.c_str(), -1, &made, nullptr));
    statement_.reset(made);
  }

  /// @return whether there is such a row; it is then the current one
  bool find(const std::vector<sqlite3_value*>& key) {
    sqlite3_reset(statement_.get());
    int place = 0;
    for (sqlite3_value* value : key) require_ok(database_, sqlite3_bind_value(statement_.get(), ++place, value));
    const int answer = sqlite3_step(statement_.get());
    if (answer != SQLITE_ROW && answer != SQLITE_DONE) require_ok(database_, answer);
    return answer == SQLITE_ROW;
  }
  sqlite3_value* value(int column) { return sqlite3_column_value(statement_.get(), column); }
  std::string name(int column) const {
    const auto place = static_cast<std::size_t>(column);
    return place < table_.columns.size() ? table_.columns[place] : "a column that is not there";
  }
  void rest() { sqlite3_reset(statement_.get()); }

 private:
  SQLite::Database& database_;
  const KnownTable& table_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// Goes through changes from the newest to the oldest; the first that speaks of a column of a row has the last word.
class Comparer {
 public:
  explicit Comparer(SQLite::Database& database) : database_(database) {}

  void read(std::string& changeset) {
    if (!is_whole_changeset(changeset)) require_ok(database_, SQLITE_CORRUPT);
    sqlite3_changeset_iter* started = nullptr;
    require_ok(database_, sqlite3changeset_start(&started, static_cast<int>(changeset.size()), changeset.data()));
    const std::unique_ptr<sqlite3_changeset_iter, Finalize> iterator(started);
    int answer = SQLITE_OK;
    while ((answer = sqlite3changeset_next(started)) == SQLITE_ROW) row(started);
    if (answer != SQLITE_DONE) require_ok(database_, answer);
  }

  HistoryComparison result;

 private:
  static constexpr std::uint64_t all_columns = ~std::uint64_t{0};
  static constexpr int most_columns = 63;

  [[noreturn]] static void throw_damaged() {
    throw SQLite::Exception("a record of the history is damaged", SQLITE_CORRUPT);
  }

  void row(sqlite3_changeset_iter* at) {
    const char* table = nullptr;
    int columns = 0;
    int operation = 0;
    unsigned char* keys = nullptr;
    require_ok(database_, sqlite3changeset_op(at, &table, &columns, &operation, nullptr));
    require_ok(database_, sqlite3changeset_pk(at, &keys, nullptr));
    if (columns > most_columns) throw_damaged();
    const auto reading = operation == SQLITE_INSERT ? sqlite3changeset_new : sqlite3changeset_old;
    std::vector<sqlite3_value*> key;
    std::string name = table;
    for (int column = 0; column < columns; ++column) {
      if (keys[column] == 0) continue;
      sqlite3_value* value = nullptr;
      require_ok(database_, reading(at, column, &value));
      if (value == nullptr) throw_damaged();
      key.push_back(value);
      name += ' ' + bytes_of(value);
    }
    const auto [place, is_new] = said_.try_emplace(name, 0);
    if (place->second == all_columns) return;
    if (operation == SQLITE_DELETE) {
      // What an older change wrote is gone for good; whether it is, its absence from the guards tells.
      place->second = all_columns;
      return;
    }
    if (is_new) ++result.compared;
    compare(at, place->second, name, {table, columns, keys, operation == SQLITE_INSERT}, key);
  }

  struct Shape {
    std::string table;
    int columns;
    const unsigned char* keys;
    bool inserted;
  };

  void compare(sqlite3_changeset_iter* at, std::uint64_t& said, const std::string& name, const Shape& shape,
               const std::vector<sqlite3_value*>& key) {
    const KnownTable* const known = recorded_table(shape.table, shape.columns, shape.keys);
    if (known == nullptr) throw_damaged();
    RowFinder& row = finders_.try_emplace(known, database_, *known).first->second;
    if (!row.find(key)) {
      note(name + " (missing)");
      said = all_columns;
      return;
    }
    for (int column = 0; column < shape.columns; ++column) {
      const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(column);
      sqlite3_value* value = nullptr;
      if ((said & bit) != 0 || sqlite3changeset_new(at, column, &value) != SQLITE_OK || value == nullptr) continue;
      said |= bit;
      sqlite3_value* const now = row.value(column);
      if (now != nullptr && same(value, now)) continue;
      note(fmt::format("{} ({})", name, row.name(column)));
      said = all_columns;
      break;
    }
    if (shape.inserted) said = all_columns;
    row.rest();
  }

  void note(const std::string& what) {
    if (result.different++ == 0) result.first = what;
  }

  SQLite::Database& database_;
  std::map<const KnownTable*, RowFinder> finders_;
  std::unordered_map<std::string, std::uint64_t> said_;
};

}  // namespace

HistoryComparison compare_with_history(SQLite::Database& database) {
  Comparer comparer(database);
  SQLite::Statement query(database, "SELECT changeset FROM change WHERE undone = 0 ORDER BY id DESC");
  while (query.executeStep()) {
    std::string changeset = query.getColumn(0).getString();
    comparer.read(changeset);
  }
  return comparer.result;
}

}  // namespace lytes::storage

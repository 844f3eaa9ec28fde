#include "broken_changes.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <memory>
#include <string>
#include <vector>

#include "changeset_form.hpp"
#include "known_tables.hpp"
#include "session.hpp"

namespace lytes::storage {
namespace {

struct Finalize {
  void operator()(sqlite3_changeset_iter* iterator) const { sqlite3changeset_finalize(iterator); }
};

bool is_of_a_row(sqlite3_changeset_iter* change) {
  const char* table = nullptr;
  int columns = 0;
  int operation = 0;
  unsigned char* is_key = nullptr;
  if (sqlite3changeset_op(change, &table, &columns, &operation, nullptr) != SQLITE_OK) return false;
  if (sqlite3changeset_pk(change, &is_key, nullptr) != SQLITE_OK) return false;
  if (recorded_table(table, columns, is_key) == nullptr) return false;
  const auto reading = operation == SQLITE_INSERT ? sqlite3changeset_new : sqlite3changeset_old;
  for (int column = 0; column < columns; ++column) {
    sqlite3_value* value = nullptr;
    if (is_key[column] != 0 && (reading(change, column, &value) != SQLITE_OK || value == nullptr)) return false;
  }
  return true;
}

bool is_sound(std::string changeset) {
  if (!is_whole_changeset(changeset)) return false;
  sqlite3_changeset_iter* started = nullptr;
  if (sqlite3changeset_start(&started, static_cast<int>(changeset.size()), changeset.data()) != SQLITE_OK) return false;
  const std::unique_ptr<sqlite3_changeset_iter, Finalize> iterator(started);
  int answer = SQLITE_OK;
  while ((answer = sqlite3changeset_next(started)) == SQLITE_ROW) {
    if (!is_of_a_row(started)) return false;
  }
  return answer == SQLITE_DONE;
}

}  // namespace

std::int64_t remove_broken_changes(SQLite::Database& database) {
  std::vector<std::int64_t> broken;
  SQLite::Statement query(database, "SELECT id, changeset FROM change");
  while (query.executeStep()) {
    if (!is_sound(query.getColumn(1).getString())) broken.push_back(query.getColumn(0).getInt64());
  }
  SQLite::Statement remove(database, "DELETE FROM change WHERE id = ?1");
  for (const std::int64_t id : broken) {
    remove.bind(1, id);
    remove.exec();
    remove.reset();
  }
  return static_cast<std::int64_t>(broken.size());
}

}  // namespace lytes::storage

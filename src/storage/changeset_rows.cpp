#include "changeset_rows.hpp"

#include <SQLiteCpp/Statement.h>

#include <memory>

#include "changeset_form.hpp"
#include "known_tables.hpp"
#include "session.hpp"

namespace lytes::storage {
namespace {

struct IteratorFinalize {
  void operator()(sqlite3_changeset_iter* iterator) const { sqlite3changeset_finalize(iterator); }
};
using Iterator = std::unique_ptr<sqlite3_changeset_iter, IteratorFinalize>;

using Reading = int (*)(sqlite3_changeset_iter*, int, sqlite3_value**);

std::string bytes_of(sqlite3_value* value) {
  const void* bytes = sqlite3_value_blob(value);
  return bytes == nullptr
             ? std::string()
             : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

/// @return nothing where the changeset holds no value (an updated row's untouched columns), or bytes that are no text
std::optional<Value> value_at(sqlite3_changeset_iter* row, int column, Reading reading) {
  sqlite3_value* value = nullptr;
  if (reading(row, column, &value) != SQLITE_OK || value == nullptr) return std::nullopt;
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
      return std::optional<Value>(std::in_place, std::int64_t{sqlite3_value_int64(value)});
    case SQLITE_FLOAT:
      return std::optional<Value>(std::in_place, sqlite3_value_double(value));
    case SQLITE_NULL:
      return std::optional<Value>(std::in_place);
    case SQLITE_BLOB:
      return std::nullopt;
    default:
      return std::optional<Value>(std::in_place, bytes_of(value));
  }
}

RowChange::What what_of(int operation) {
  if (operation == SQLITE_INSERT) return RowChange::What::Inserted;
  return operation == SQLITE_DELETE ? RowChange::What::Deleted : RowChange::What::Updated;
}

}  // namespace

void RowReader::read(std::string& changeset, std::size_t max_rows, RecordedChange& into) {
  into.rows.clear();
  into.rows_left_out = 0;
  if (!is_whole_changeset(changeset)) require_ok(database_, SQLITE_CORRUPT);
  sqlite3_changeset_iter* started = nullptr;
  require_ok(database_, sqlite3changeset_start(&started, static_cast<int>(changeset.size()), changeset.data()));
  const Iterator iterator(started);
  int answer = SQLITE_OK;
  while ((answer = sqlite3changeset_next(started)) == SQLITE_ROW) {
    if (into.rows.size() == max_rows) {
      ++into.rows_left_out;
      continue;
    }
    const char* table = nullptr;
    int count = 0;
    int operation = 0;
    require_ok(database_, sqlite3changeset_op(started, &table, &count, &operation, nullptr));
    unsigned char* keys = nullptr;
    require_ok(database_, sqlite3changeset_pk(started, &keys, nullptr));

    RowChange row{what_of(operation), table, {}};
    const KnownTable* const known = recorded_table(row.table, count, keys);
    if (known == nullptr) throw SQLite::Exception("a record of the history is damaged", SQLITE_CORRUPT);
    for (int column = 0; column < count; ++column) {
      const auto at = static_cast<std::size_t>(column);
      ColumnChange change{known->columns[at], keys[column] != 0, std::nullopt, std::nullopt};
      if (operation != SQLITE_INSERT) change.before = value_at(started, column, sqlite3changeset_old);
      if (operation != SQLITE_DELETE) change.after = value_at(started, column, sqlite3changeset_new);
      if (operation == SQLITE_UPDATE && change.key) change.after = change.before;
      if (change.before || change.after) row.columns.push_back(std::move(change));
    }
    into.rows.push_back(std::move(row));
  }
  if (answer != SQLITE_DONE) require_ok(database_, answer);
}

}  // namespace lytes::storage

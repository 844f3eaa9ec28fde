#include "lytes/storage/row_cursor.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>

#include "lytes/storage/journal_file.hpp"
#include "values.hpp"

namespace lytes::storage {
namespace {

void check(sqlite3* connection, int result) {
  if (result != SQLITE_OK) throw SQLite::Exception(connection, result);
}

}  // namespace

KeptStatements::~KeptStatements() { std::ranges::for_each(idle_, sqlite3_finalize); }

sqlite3_stmt* KeptStatements::take(const char* sql) {
  const auto found = std::ranges::find_if(
      idle_, [&](sqlite3_stmt* statement) { return std::string_view(sqlite3_sql(statement)) == sql; });
  if (found == idle_.end()) return nullptr;
  sqlite3_stmt* const statement = *found;
  idle_.erase(found);
  return statement;
}

void KeptStatements::give_back(sqlite3_stmt* statement) {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  idle_.push_back(statement);
}

RowCursor::RowCursor(SQLite::Database& database, const char* sql) { prepare(database, sql); }

RowCursor::RowCursor(JournalFile& journal, const char* sql) {
  KeptStatements& kept = journal.statements();
  statement_ = {kept.take(sql), LetGo{&kept}};
  if (!statement_) prepare(journal.database(), sql);
}

void RowCursor::prepare(SQLite::Database& database, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  const int result = sqlite3_prepare_v2(database.getHandle(), sql, -1, &statement, nullptr);
  statement_.reset(statement);
  check(database.getHandle(), result);
}

void RowCursor::bind(int place, const std::string& text) {
  const int length = static_cast<int>(text.size());
  check(sqlite3_db_handle(statement_.get()),
        sqlite3_bind_text(statement_.get(), place, text.data(), length, SQLITE_TRANSIENT));
}

void RowCursor::bind(int place, std::int64_t number) {
  check(sqlite3_db_handle(statement_.get()), sqlite3_bind_int64(statement_.get(), place, number));
}

void RowCursor::bind(int place, void* object, const char* kind) {
  check(sqlite3_db_handle(statement_.get()), sqlite3_bind_pointer(statement_.get(), place, object, kind, nullptr));
}

void RowCursor::restart() { check(sqlite3_db_handle(statement_.get()), sqlite3_reset(statement_.get())); }

bool RowCursor::step() {
  const int result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) throw SQLite::Exception(sqlite3_db_handle(statement_.get()), result);
  return false;
}

int RowCursor::columns() const { return sqlite3_column_count(statement_.get()); }

// A column is asked for once and its value then looked at, which is cheaper than to ask of the statement each time:
// SQLite is told that there is one thread (one_thread.cpp), and then a value may be.

bool RowCursor::is_number(int column) const { return is_number_in(value(column)); }

bool RowCursor::is_null(int column) const { return sqlite3_value_type(value(column)) == SQLITE_NULL; }

std::int64_t RowCursor::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

double RowCursor::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::optional<double> RowCursor::known_real(int column) const { return known_real_in(value(column)); }

std::string_view RowCursor::text(int column) const { return text_in(value(column)); }

bool RowCursor::holds_same(int column, const RowCursor& other) const {
  sqlite3_value* const one = value(column);
  sqlite3_value* const two = other.value(column);
  const bool number = is_number_in(one);
  if (number != is_number_in(two)) return false;
  if (number) return sqlite3_value_double(one) == sqlite3_value_double(two);
  const auto text = text_in(one);  // empty for NULL
  if (text != text_in(two)) return false;
  return !text.empty() || (sqlite3_value_type(one) == SQLITE_NULL) == (sqlite3_value_type(two) == SQLITE_NULL);
}

sqlite3_value* RowCursor::value(int column) const { return sqlite3_column_value(statement_.get(), column); }

void RowCursor::LetGo::operator()(sqlite3_stmt* statement) const {
  if (kept == nullptr) {
    sqlite3_finalize(statement);
  } else {
    kept->give_back(statement);
  }
}

}  // namespace lytes::storage

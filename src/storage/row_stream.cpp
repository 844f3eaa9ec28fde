#include "lytes/storage/row_stream.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <utility>

#include "values.hpp"

namespace lytes::storage {
namespace {

constexpr const char* kind_of_pointer = "lytes row stream";

}  // namespace

std::int64_t RowValues::integer(int column) const { return sqlite3_value_int64(values_[column]); }

std::optional<double> RowValues::known_real(int column) const { return known_real_in(values_[column]); }

std::string_view RowValues::text(int column) const { return text_in(values_[column]); }

RowStream::RowStream(JournalFile& journal, const char* sql, Taker taker)
    : taker_(std::move(taker)), rows_(journal, sql) {
  rows_.bind(1, this, kind_of_pointer);
}

bool RowStream::run() {
  try {
    return rows_.step();
  } catch (const SQLite::Exception&) {
    if (failure_) std::rethrow_exception(failure_);
    throw;
  }
}

void RowStream::prepare(sqlite3* connection) {
  constexpr int any_number = -1;
  const int code = sqlite3_create_function_v2(connection, "enough", any_number, SQLITE_UTF8 | SQLITE_DIRECTONLY,
                                              nullptr, &take, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw SQLite::Exception(connection, code);
}

/// Nothing may be thrown through SQLite: it is told of an error, and `run` throws again what it was.
void RowStream::take(sqlite3_context* context, int count, sqlite3_value** values) {
  auto* const stream = count > 0 ? static_cast<RowStream*>(sqlite3_value_pointer(values[0], kind_of_pointer)) : nullptr;
  if (stream == nullptr) return sqlite3_result_error(context, "enough() is for lytes alone", -1);
  try {
    sqlite3_result_int(context, stream->taker_(RowValues(values + 1)) ? 1 : 0);
  } catch (...) {
    stream->failure_ = std::current_exception();
    sqlite3_result_error(context, "a row was refused", -1);
  }
}

}  // namespace lytes::storage

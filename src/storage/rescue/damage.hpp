#pragma once

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace lytes::storage {

/// Whether reading stopped for what the file holds. For want of memory a rescue ends, for it would pass over rows that
/// stand.
inline bool stops_reading(const SQLite::Exception& error) {
  return error.getErrorCode() != SQLITE_NOMEM && error.getErrorCode() != SQLITE_IOERR_NOMEM;
}

}  // namespace lytes::storage

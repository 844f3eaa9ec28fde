#pragma once

#include <SQLiteCpp/Database.h>

// The session extension's prototypes show only with these; the packaged library has it compiled in.
#ifndef SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_SESSION
#endif
#ifndef SQLITE_ENABLE_PREUPDATE_HOOK
#define SQLITE_ENABLE_PREUPDATE_HOOK
#endif
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <memory>

// https://www.sqlite.org/sessionintro.html

namespace lytes::storage {

struct SqliteFree {
  void operator()(void* memory) const { sqlite3_free(memory); }
};

/// Bytes that SQLite allocated: the changes to rows, before and after.
struct Changeset {
  std::unique_ptr<void, SqliteFree> bytes;
  int size = 0;
};

/// @throws SQLite::Exception for any answer but SQLITE_OK
inline void require_ok(SQLite::Database& database, int answer) {
  if (answer != SQLITE_OK) throw SQLite::Exception(database.getHandle(), answer);
}

}  // namespace lytes::storage

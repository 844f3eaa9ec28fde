#include "lytes/storage/purge.hpp"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <filesystem>
#include <optional>

#include "lytes/errors.hpp"
#include "lytes/storage/journal_file.hpp"
#include "opening.hpp"
#include "transaction.hpp"

namespace lytes::storage {
namespace {

/// Writes every page anew, free ones left out. SQLite does it through a second database, here in memory.
void rewrite(SQLite::Database& database) {
  database.exec("PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON");
  const int before = sqlite3_limit(database.getHandle(), SQLITE_LIMIT_ATTACHED, 1);
  database.exec("VACUUM");
  sqlite3_limit(database.getHandle(), SQLITE_LIMIT_ATTACHED, before);
}

std::int64_t changes_in(SQLite::Database& database) {
  return database.execAndGet("SELECT count(*) FROM change").getInt64();
}

/// @return how many there were
std::int64_t forget_history(JournalFile& journal) {
  SQLite::Database& database = journal.database();
  std::optional<Transaction> transaction;
  const std::int64_t changes = journal.guarded([&] {
    transaction.emplace(database);
    if (!journal.is_in_place()) throw replaced_meanwhile(journal.path());
    const std::int64_t count = changes_in(database);
    database.exec("PRAGMA secure_delete = ON; DELETE FROM change");
    return count;
  });
  commit(journal, *transaction, [&] { return changes_in(database) == 0; });
  return changes;
}

}  // namespace

Purged purge(JournalFile& journal) {
  namespace fs = std::filesystem;
  Purged purged{0, fs::file_size(journal.path()), 0};
  purged.changes = forget_history(journal);
  try {
    journal.guarded([&] { rewrite(journal.database()); });
  } catch (StorageError& error) {
    error.saved = Saved::Yes;  // what counts is done; the file only stays larger than it need be
    throw;
  }
  purged.bytes_after = fs::file_size(journal.path());
  return purged;
}

}  // namespace lytes::storage

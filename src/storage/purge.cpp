#include "lytes/storage/purge.hpp"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <filesystem>

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

}  // namespace

Purged purge(JournalFile& journal) {
  namespace fs = std::filesystem;
  return journal.guarded([&] {
    SQLite::Database& database = journal.database();
    Purged purged{0, fs::file_size(journal.path()), 0};
    {
      Transaction transaction(database);
      if (!journal.is_in_place()) throw replaced_meanwhile(journal.path());
      purged.changes = database.execAndGet("SELECT count(*) FROM change").getInt64();
      database.exec("PRAGMA secure_delete = ON; DELETE FROM change");
      transaction.commit();
    }
    rewrite(database);
    purged.bytes_after = fs::file_size(journal.path());
    return purged;
  });
}

}  // namespace lytes::storage

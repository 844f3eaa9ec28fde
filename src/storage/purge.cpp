#include "lytes/storage/purge.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>
#include <optional>

#include "lytes/errors.hpp"
#include "lytes/storage/journal_file.hpp"
#include "opening.hpp"
#include "soundness.hpp"
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
    // The history is the second copy of what a damaged journal may have lost.
    if (const auto trouble = first_journal_damage(database)) {
      throw StorageError(StorageError::Kind::Damaged,
                         fmt::format("{} is damaged ({}), and its history may be needed to mend it",
                                     journal.path().string(), *trouble),
                         "Run 'lytes doctor'.");
    }
    const std::int64_t count = changes_in(database);
    database.exec("PRAGMA secure_delete = ON; DELETE FROM change");
    return count;
  });
  commit(journal, *transaction, [&] { return changes_in(database) == 0; });
  if (!journal.is_in_place()) throw gone_after_saving(journal.path());
  return changes;
}

}  // namespace

Purged purge(JournalFile& journal) {
  std::error_code ignored;
  Purged purged{0, std::filesystem::file_size(journal.path(), ignored), 0};
  purged.changes = forget_history(journal);
  try {
    journal.guarded([&] { rewrite(journal.database()); });
  } catch (const StorageError& error) {
    StorageError half(error.kind,
                      fmt::format("the history is forgotten, but the file could not be written anew: {}", error.what()),
                      error.what_to_do + " Then 'lytes purge' once more.");
    half.saved = Saved::Yes;
    throw half;
  }
  purged.bytes_after = std::filesystem::file_size(journal.path(), ignored);
  return purged;
}

}  // namespace lytes::storage

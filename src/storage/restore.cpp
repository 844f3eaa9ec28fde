#include "lytes/storage/restore.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <string_view>

#include "image.hpp"
#include "journal_path.hpp"
#include "lytes/errors.hpp"
#include "lytes/storage/backup.hpp"
#include "migrations.hpp"
#include "new_file.hpp"
#include "opening.hpp"
#include "soundness.hpp"
#include "sqlite_errors.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;
using Kind = StorageError::Kind;

/// A name beside the journal that nothing has yet.
fs::path name_for_replaced(const fs::path& journal, std::chrono::local_seconds now) {
  // backups/journal.2026-11-22T101500.db -> 2026-11-22T101500; a journal's name need not end in .db, nor in anything
  const std::string name_of_backup = backup_name(journal, now).filename().string();
  const std::string stamp =
      name_of_backup.substr(journal.stem().string().size() + 1, std::string_view("2026-11-22T101500").size());
  for (int attempt = 1;; ++attempt) {
    fs::path name = journal.parent_path() / fmt::format("{}.replaced-{}{}{}", journal.stem().string(), stamp,
                                                        attempt == 1 ? "" : fmt::format("-{}", attempt),
                                                        journal.extension().string());
    if (!fs::exists(fs::symlink_status(name))) return name;
  }
}

/// @throws StorageError Damaged
void require_sound(const fs::path& backup, SQLite::Database& database) {
  try {
    if (const auto trouble = first_damage(database)) {
      throw StorageError(Kind::Damaged, fmt::format("{} is damaged ({})", backup.string(), *trouble),
                         "Restore another backup, or save what can be read: lytes --db FILE doctor --rescue NEW.");
    }
  } catch (...) {
    rethrow_as_storage_error(backup, database.getHandle());
  }
}

/// Copies the backup once it has been checked, and brings the copy up to date.
/// @return the schema version of the backup
int prepare(const fs::path& backup, const NewFile& fresh) {
  AsItStands from = open_as_it_stands(backup, Access::Read, migrations());
  require_sound(backup, *from.database);
  SQLite::Database to(fresh.path().string(), SQLite::OPEN_READWRITE);
  try {
    configure(to);
    to.exec("PRAGMA synchronous = OFF");  // brought to disk at once when it gets its name
    copy_pages(*from.database, to);
    migrate(to, migrations());
    to.exec("PRAGMA journal_mode = WAL");
  } catch (...) {
    rethrow_as_storage_error(fresh.path(), to.getHandle());
  }
  return from.version;
}

/// Writes over a journal that can be opened, as one transaction of it. From its first page on nobody else can write,
/// and only then is the old state copied: so no entry falls between the two.
void write_over(const fs::path& journal, const fs::path& prepared, const fs::path& aside) {
  SQLite::Database from(prepared.string(), SQLite::OPEN_READWRITE);
  JournalFile to = JournalFile::open(journal, Access::Write);
  JournalFile old = JournalFile::open(journal, Access::Read);
  SQLite::Database& target = to.database();
  to.guarded([&] {
    sqlite3_backup* const copying = sqlite3_backup_init(target.getHandle(), "main", from.getHandle(), "main");
    if (copying == nullptr) throw SQLite::Exception(target.getHandle());
    int answer = sqlite3_backup_step(copying, 1);  // waits for other writers
    try {
      if (answer == SQLITE_OK) {
        back_up(old, aside);
        answer = sqlite3_backup_step(copying, -1);
      }
    } catch (...) {
      sqlite3_backup_finish(copying);
      throw;
    }
    sqlite3_backup_finish(copying);
    if (answer != SQLITE_DONE) throw SQLite::Exception(target.getHandle(), answer);
  });
}

void rename_to(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) throw_system_error(fmt::format("cannot put {} aside", from.string()), error.value());
}

/// Whether the journal can be opened, so that it is to be replaced in an orderly way.
bool can_be_opened(const fs::path& journal) {
  try {
    JournalFile::open(journal, Access::Write);
    return true;
  } catch (const StorageError& error) {
    if (error.kind == Kind::Damaged || error.kind == Kind::TooNew) return false;
    throw;
  }
}

}  // namespace

Restored restore(const fs::path& backup, const fs::path& journal, Folder folder, std::chrono::local_seconds now) {
  const fs::path source = fs::absolute(backup);
  if (!is_journal_there(source)) {
    throw StorageError(Kind::Failed, fmt::format("there is no file {}", source.string()), "Look at the path.");
  }
  const fs::path target = resolve_journal_path(journal, Access::Write, folder).value_or(journal);
  std::error_code ignored;
  if (fs::equivalent(source, target, ignored)) {
    throw StorageError(Kind::Failed, fmt::format("{} is the journal itself", source.string()), "Name a backup.");
  }
  try {
    NewFile fresh(target);
    Restored restored{target, std::nullopt, prepare(source, fresh)};
    if (fs::exists(fs::symlink_status(target))) {
      restored.replaced = name_for_replaced(target, now);
      if (can_be_opened(target)) {
        write_over(target, fresh.path(), *restored.replaced);
        return restored;
      }
      rename_to(target, *restored.replaced);
      // A log that belongs to what was put aside must not be read with what takes its place.
      if (fs::exists(target.string() + "-wal"))
        rename_to(target.string() + "-wal", restored.replaced->string() + "-wal");
      fs::remove(target.string() + "-shm", ignored);
    }
    if (!fresh.publish()) {
      throw StorageError(Kind::Failed, fmt::format("another program has just made {}", target.string()), "Try again.");
    }
    return restored;
  } catch (...) {
    rethrow_as_storage_error(target, nullptr);
  }
}

}  // namespace lytes::storage

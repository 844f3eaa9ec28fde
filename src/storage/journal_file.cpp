#include "lytes/storage/journal_file.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <optional>
#include <string>
#include <utility>

#include "database_header.hpp"
#include "file_uri.hpp"
#include "journal_path.hpp"
#include "lytes/errors.hpp"
#include "migrations.hpp"
#include "new_file.hpp"
#include "opening.hpp"
#include "sqlite_errors.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;
using Kind = StorageError::Kind;

/// Waits for other programs by many short sleeps, five seconds in all. SQLite's own waiting grows to 100 ms a time, and
/// among eight programs that write all day those who have waited longest then starve.
int wait_a_little(void* /*nothing*/, int tries) {
  constexpr int most_tries = 2000;
  if (tries >= most_tries) return 0;
  unsigned char chance = 0;
  sqlite3_randomness(sizeof chance, &chance);
  sqlite3_sleep(1 + chance % 4);
  return 1;
}

using Steps = std::span<const Migration>;

[[noreturn]] void refuse_newer(const fs::path& file, int found, Steps steps) {
  throw StorageError(Kind::TooNew,
                     fmt::format("{} was written by a newer lytes (its schema is {}, this program knows {})",
                                 file.string(), found, newest_version(steps)),
                     "Install the newer lytes.");
}

DatabaseHeader check_header(const fs::path& file, sqlite3* connection, Steps steps) {
  const auto header = read_header(connection);
  if (!header) refuse(file, "is not a journal of lytes", "Name another file; this one was left as it is.");
  if (header->application_id != journal_application_id) {
    refuse(file, "is a database of another program", "Name another file; this one was left as it is.");
  }
  const int version = static_cast<int>(header->user_version);
  if (version > newest_version(steps)) refuse_newer(file, version, steps);
  return *header;
}

/// The version as it stands with a waiting write-ahead log, which the header may be behind of.
int version_of(SQLite::Database& database, const fs::path& file, Steps steps) {
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  if (version > newest_version(steps)) {
    // The log is the newer program's, too: leave it waiting.
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    refuse_newer(file, version, steps);
  }
  return version;
}

std::unique_ptr<SQLite::Database> empty_in_memory(Steps steps) {
  auto database =
      std::make_unique<SQLite::Database>(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
  configure(*database);
  migrate(*database, steps);
  return database;
}

void make_journal(const fs::path& file, Steps steps) {
  NewFile fresh(file);
  {
    SQLite::Database database(fresh.path().string(), SQLite::OPEN_READWRITE);
    try {
      configure(database);
      database.exec("PRAGMA synchronous = OFF");  // brought to disk at once by publish
      migrate(database, steps);
      database.exec("PRAGMA journal_mode = WAL");
    } catch (...) {
      rethrow_as_storage_error(file, database.getHandle());
    }
  }
  // False when another program was quicker: then its journal is the one.
  static_cast<void>(fresh.publish());
}

/// For a file or a folder that cannot be written. Immutable skips the log, so it must not be there.
std::unique_ptr<SQLite::Database> open_immutable(const fs::path& file) {
  struct stat log {};
  const std::string log_file = file.string() + "-wal";
  if (::stat(log_file.c_str(), &log) == 0 && log.st_size > 0) {
    throw StorageError(Kind::Failed, why_not_writable(file) + "; its newest entries are in " + log_file,
                       "Make the folder writable once, or copy both files elsewhere.");
  }
  auto database = std::make_unique<SQLite::Database>(immutable_uri(file),
                                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX);
  configure(*database);
  return database;
}

std::unique_ptr<SQLite::Database> open_existing(const fs::path& file, Access access, Steps steps) {
  AsItStands opened = open_as_it_stands(file, access, steps);
  SQLite::Database& database = *opened.database;
  try {
    database.exec("PRAGMA synchronous = FULL");
    if (opened.version < newest_version(steps)) {
      copy_before_migration(database, file, opened.version);
      migrate(database, steps);
    }
    if (access == Access::Write && !opened.write_ahead_log) database.exec("PRAGMA journal_mode = WAL");
  } catch (...) {
    rethrow_as_storage_error(file, database.getHandle());
  }
  return std::move(opened.database);
}

}  // namespace

void configure(SQLite::Database& database) {
  sqlite3* const connection = database.getHandle();
  sqlite3_extended_result_codes(connection, 1);
  sqlite3_busy_handler(connection, wait_a_little, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

AsItStands open_as_it_stands(const fs::path& file, Access access, Steps steps) {
  auto database = std::make_unique<SQLite::Database>(
      file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX);
  try {
    configure(*database);
    const DatabaseHeader header = check_header(file, database->getHandle(), steps);
    const bool only_readable = sqlite3_db_readonly(database->getHandle(), "main") == 1;
    if (access == Access::Write && only_readable) {
      throw StorageError(Kind::Failed, why_not_writable(file),
                         "Change its permissions, or name another file with --db.");
    }
    if (access == Access::Read && (only_readable || ::access(file.parent_path().c_str(), W_OK) != 0)) {
      database = open_immutable(file);
    }
    const int version = version_of(*database, file, steps);
    return {std::move(database), version, header.write_ahead_log};
  } catch (...) {
    rethrow_as_storage_error(file, database->getHandle());
  }
}

JournalFile open_journal(const fs::path& file, Access access, Folder folder, Steps steps) {
  std::optional<fs::path> path;
  try {
    path = resolve_journal_path(file, access, folder);
    const bool there = path && is_journal_there(*path);
    if (!there && access == Access::Read) return {path.value_or(file), access, empty_in_memory(steps), false};
    if (!there) make_journal(*path, steps);
    return {*path, access, open_existing(*path, access, steps), true};
  } catch (...) {
    // What is left of SQLite's own errors came from opening: there is no connection to ask.
    rethrow_as_storage_error(path.value_or(file), nullptr);
  }
}

JournalFile JournalFile::open(const fs::path& file, Access access, Folder folder) {
  return open_journal(file, access, folder, migrations());
}

JournalFile::JournalFile(fs::path file, Access access, std::unique_ptr<SQLite::Database> database, bool on_disk)
    : path_(std::move(file)), access_(access), database_(std::move(database)), on_disk_(on_disk) {}
JournalFile::JournalFile(JournalFile&&) noexcept = default;
JournalFile& JournalFile::operator=(JournalFile&&) noexcept = default;
JournalFile::~JournalFile() = default;

void JournalFile::rethrow_as_storage_error() const { storage::rethrow_as_storage_error(path_, database_->getHandle()); }

}  // namespace lytes::storage

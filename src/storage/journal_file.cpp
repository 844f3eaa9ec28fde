#include "lytes/storage/journal_file.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <string>
#include <utility>

#include "database_header.hpp"
#include "file_uri.hpp"
#include "lytes/errors.hpp"
#include "migrations.hpp"
#include "new_file.hpp"
#include "sqlite_errors.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;
using Kind = StorageError::Kind;

constexpr int busy_timeout_ms = 5000;

void make_folder(const fs::path& folder) {
  std::error_code ignored;
  if (folder.empty() || fs::is_directory(folder, ignored)) return;
  make_folder(folder.parent_path());
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
    throw_system_error(fmt::format("cannot make the folder {}", folder.string()), errno);
  }
}

/// The journal's path with every link in its folders resolved, since SQLite names the files beside it by that path.
/// Nothing when the folder is not there and need not be yet.
std::optional<fs::path> resolve(const fs::path& file, Access access, Folder folder_rule) {
  if (!file.has_filename()) {
    throw StorageError(Kind::Failed, fmt::format("'{}' does not name a file", file.string()), "Look at the path.");
  }
  const fs::path whole = fs::absolute(file);
  const fs::path folder = whole.parent_path();
  if (folder_rule == Folder::Create && access == Access::Write) make_folder(folder);
  std::error_code error;
  const fs::path real_folder = fs::canonical(folder, error);
  if (!error) return real_folder / whole.filename();
  if (error != std::errc::no_such_file_or_directory) {
    throw_system_error(fmt::format("cannot use the folder {}", folder.string()), error.value());
  }
  if (folder_rule == Folder::MustExist) {
    throw StorageError(Kind::Failed, fmt::format("there is no folder {}", folder.string()),
                       fmt::format("Make it (mkdir -p '{}'), or look at the path.", folder.string()));
  }
  return std::nullopt;
}

[[noreturn]] void refuse(const fs::path& file, std::string_view what, std::string advice) {
  throw StorageError(Kind::Damaged, fmt::format("{} {}", file.string(), what), std::move(advice));
}

/// @return whether there is a file; it may still be another program's
bool check_file(const fs::path& file) {
  struct stat found {};
  if (::lstat(file.c_str(), &found) != 0) {
    if (errno == ENOENT) return false;
    throw_system_error(fmt::format("cannot use {}", file.string()), errno);
  }
  if (S_ISLNK(found.st_mode))
    refuse(file, "is a link, and a journal is never written through one", "Name the file it leads to.");
  if (S_ISDIR(found.st_mode)) refuse(file, "is a folder, not a journal", "Name a file inside it.");
  if (!S_ISREG(found.st_mode)) refuse(file, "is not a regular file", "Name another file.");
  if (found.st_uid != ::geteuid()) refuse(file, "belongs to another user", "Name a file of your own.");
  if (found.st_size == 0) {
    refuse(file, "is empty, which a journal never is, not even a new one",
           "If a diary was in it, restore a backup; if not, delete the file and a new journal is made.");
  }
  return true;
}

void configure(SQLite::Database& database) {
  sqlite3* const connection = database.getHandle();
  sqlite3_extended_result_codes(connection, 1);
  sqlite3_busy_timeout(connection, busy_timeout_ms);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

[[noreturn]] void refuse_newer(const fs::path& file, int found) {
  throw StorageError(Kind::TooNew,
                     fmt::format("{} was written by a newer lytes (its schema is {}, this program knows {})",
                                 file.string(), found, newest_version(migrations())),
                     "Install the newer lytes.");
}

DatabaseHeader check_header(const fs::path& file, sqlite3* connection) {
  const auto header = read_header(connection);
  if (!header) refuse(file, "is not a journal of lytes", "Name another file; this one was left as it is.");
  if (header->application_id != journal_application_id) {
    refuse(file, "is a database of another program", "Name another file; this one was left as it is.");
  }
  const int version = static_cast<int>(header->user_version);
  if (version > newest_version(migrations())) refuse_newer(file, version);
  return *header;
}

/// The version as it stands with a waiting write-ahead log, which the header may be behind of.
int version_of(SQLite::Database& database, const fs::path& file) {
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  if (version > newest_version(migrations())) {
    // The log is the newer program's, too: leave it waiting.
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    refuse_newer(file, version);
  }
  return version;
}

std::unique_ptr<SQLite::Database> empty_in_memory() {
  auto database =
      std::make_unique<SQLite::Database>(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
  configure(*database);
  migrate(*database, migrations());
  return database;
}

void make_journal(const fs::path& file) {
  NewFile fresh(file);
  {
    SQLite::Database database(fresh.path().string(), SQLite::OPEN_READWRITE);
    try {
      configure(database);
      database.exec("PRAGMA synchronous = OFF");  // brought to disk at once by publish
      migrate(database, migrations());
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

std::unique_ptr<SQLite::Database> open_existing(const fs::path& file, Access access) {
  auto database = std::make_unique<SQLite::Database>(
      file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX);
  try {
    configure(*database);
    const DatabaseHeader header = check_header(file, database->getHandle());
    const bool only_readable = sqlite3_db_readonly(database->getHandle(), "main") == 1;
    if (access == Access::Write && only_readable) {
      throw StorageError(Kind::Failed, why_not_writable(file),
                         "Change its permissions, or name another file with --db.");
    }
    if (access == Access::Read && (only_readable || ::access(file.parent_path().c_str(), W_OK) != 0)) {
      database = open_immutable(file);
    }
    const int version = version_of(*database, file);
    if (version < newest_version(migrations())) {
      copy_before_migration(*database, file, version);
      migrate(*database, migrations());
    }
    if (access == Access::Write) {
      if (!header.write_ahead_log) database->exec("PRAGMA journal_mode = WAL");
      database->exec("PRAGMA synchronous = FULL");
    }
  } catch (...) {
    rethrow_as_storage_error(file, database->getHandle());
  }
  return database;
}

}  // namespace

JournalFile JournalFile::open(const fs::path& file, Access access, Folder folder) {
  std::optional<fs::path> path;
  try {
    path = resolve(file, access, folder);
    const bool there = path && check_file(*path);
    if (!there && access == Access::Read) return {path.value_or(file), access, empty_in_memory(), false};
    if (!there) make_journal(*path);
    return {*path, access, open_existing(*path, access), true};
  } catch (...) {
    // What is left of SQLite's own errors came from opening: there is no connection to ask.
    storage::rethrow_as_storage_error(path.value_or(file), nullptr);
  }
}

JournalFile::JournalFile(fs::path file, Access access, std::unique_ptr<SQLite::Database> database, bool on_disk)
    : path_(std::move(file)), access_(access), database_(std::move(database)), on_disk_(on_disk) {}
JournalFile::JournalFile(JournalFile&&) noexcept = default;
JournalFile& JournalFile::operator=(JournalFile&&) noexcept = default;
JournalFile::~JournalFile() = default;

void JournalFile::rethrow_as_storage_error() const { storage::rethrow_as_storage_error(path_, database_->getHandle()); }

}  // namespace lytes::storage

#include "lytes/storage/journal_file.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "database_header.hpp"
#include "file_uri.hpp"
#include "image.hpp"
#include "journal_path.hpp"
#include "logs.hpp"
#include "lytes/errors.hpp"
#include "lytes/storage/backup.hpp"
#include "lytes/storage/new_file.hpp"
#include "lytes/storage/row_stream.hpp"
#include "migrations.hpp"
#include "opening.hpp"
#include "sqlite_errors.hpp"
#include "transaction.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;
using Kind = StorageError::Kind;

/// Waits for other programs by many short sleeps, five seconds in all and longer on a machine that is busy. SQLite's
/// own waiting grows to 100 ms a time, and among eight programs that write all day those who have waited longest then
/// starve: the journal is free for a fraction of a millisecond at a time. For the same reason no two programs may sleep
/// in step, as those that share their chance with a parent would.
int wait_a_little(void* /*nothing*/, int tries) {
  constexpr int most_tries = 15'000;
  if (tries >= most_tries) return 0;
  const auto chance =
      (static_cast<unsigned>(::getpid()) * 2'654'435'761U + static_cast<unsigned>(tries) * 362'437U) >> 16U;
  std::this_thread::sleep_for(std::chrono::microseconds(100 + chance % 400));
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
  auto database = open_in_memory();
  migrate(*database, steps);
  return database;
}

/// @return what is to be told of it
std::vector<std::string> make_journal(const fs::path& file, Steps steps) {
  std::vector<std::string> remarks;
  if (const auto names = set_aside_logs(file); !names.empty()) remarks.push_back(set_aside_in_words(file, names));
  // Another program may be quicker: then its journal is the one.
  if (!write_new(file, image_of(*empty_in_memory(steps)))) return remarks;
  if (const auto last = last_backup(file)) {
    remarks.push_back(
        fmt::format("{0} was begun anew. An earlier diary has backups in {1}; to bring the newest back: "
                    "lytes --db '{0}' restore '{2}'",
                    file.string(), last->file.parent_path().string(), last->file.string()));
  }
  return remarks;
}

/// For a file or a folder that cannot be written. Immutable skips a write-ahead log, so it must not be there; a
/// rollback journal waits for a transaction that was never finished, and SQLite itself refuses what it cannot play
/// back.
std::unique_ptr<SQLite::Database> open_where_nothing_can_be_written(const fs::path& file,
                                                                    const DatabaseHeader& header) {
  if (!header.write_ahead_log) {
    auto database = std::make_unique<SQLite::Database>(
        file.string(), SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX);
    configure(*database);
    return database;
  }
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

/// The older program's write-ahead log gives way to a rollback journal; while another program is using it, it stays.
void leave_write_ahead(SQLite::Database& database) {
  try {
    database.exec("PRAGMA journal_mode = DELETE");
  } catch (const SQLite::Exception& error) {
    if ((error.getErrorCode() & 0xFF) != SQLITE_BUSY) throw;
  }
}

/// An older journal, brought up to date in memory alone.
std::unique_ptr<SQLite::Database> migrated_in_memory(SQLite::Database& older, Steps steps) {
  auto database = open_in_memory();
  copy_pages(older, *database);
  migrate(*database, steps);
  return database;
}

std::uintmax_t names_of(const fs::path& file) {
  std::error_code error;
  const auto count = fs::hard_link_count(file, error);
  return error ? 1 : count;
}

/// A restore that was killed between its two steps has left a second name for the journal.
void remove_names_of_interrupted_restore(const fs::path& file) {
  const std::string prefix = file.stem().string() + ".replaced-";
  std::error_code error;
  for (const auto& other : fs::directory_iterator(file.parent_path(), error)) {
    std::error_code ignored;
    if (other.path().filename().string().starts_with(prefix) && fs::equivalent(other.path(), file, ignored)) {
      fs::remove(other.path(), ignored);
    }
  }
}

/// SQLite finds a log by the file's name: through two names, two programs would each write without the other's log.
void make_a_file_of_its_own(const fs::path& file, SQLite::Database& database, std::vector<std::string>& remarks) {
  const Transaction nobody_else_writes(database);
  remove_names_of_interrupted_restore(file);
  if (names_of(file) < 2) return;
  write_over(file, image_of_file(file));
  remarks.push_back(
      fmt::format("{} had a second name (a hard link). It is now a file of its own; the other name keeps "
                  "what was logged until now",
                  file.string()));
}

std::unique_ptr<SQLite::Database> open_existing(const fs::path& file, Access access, Steps steps,
                                                std::vector<std::string>& remarks) {
  AsItStands opened = open_as_it_stands(file, access, steps);
  if (!opened.set_aside.empty()) remarks.push_back(set_aside_in_words(file, opened.set_aside));
  SQLite::Database& database = *opened.database;
  try {
    if (access == Access::Read) {
      if (opened.version < newest_version(steps)) return migrated_in_memory(database, steps);
      return std::move(opened.database);
    }
    // A change is brought to disk in five steps, and each is needed for what is said to be saved to stay so:
    //   the pages as they were, in a file of their own, whole before anything points at them;
    //   the folder, so that this file has its name when the power comes back;
    //   the head of that file, which says how many pages are to be put back;
    //   the journal itself, whole before the other file goes;
    //   the folder again: else that file could come back after a power cut, and take back what was said to be saved.
    // Without spilling, what a transaction changes is journalled at once and as a whole: see logs.hpp.
    database.exec("PRAGMA synchronous = EXTRA; PRAGMA cache_spill = OFF");
    if (opened.write_ahead_log) leave_write_ahead(database);
    if (opened.version < newest_version(steps)) migrate_file(database, file, steps);
    if (names_of(file) > 1) {
      make_a_file_of_its_own(file, database, remarks);
      opened.database.reset();
      return open_existing(file, access, steps, remarks);
    }
  } catch (...) {
    rethrow_as_storage_error(file, opened.database ? opened.database->getHandle() : nullptr);
  }
  return std::move(opened.database);
}

}  // namespace

void configure(SQLite::Database& database) {
  sqlite3* const connection = database.getHandle();
  sqlite3_extended_result_codes(connection, 1);
  sqlite3_busy_handler(connection, wait_a_little, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  // Far beyond what a diary needs, and little enough for any machine.
  constexpr int longest_value = 256'000'000;
  constexpr int longest_statement = 100'000;
  sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, longest_value);
  sqlite3_limit(connection, SQLITE_LIMIT_SQL_LENGTH, longest_statement);
  sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(connection, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
  database.exec("PRAGMA cell_size_check = ON");
  RowStream::prepare(connection);
}

StorageError replaced_meanwhile(const fs::path& file) {
  return {
      Kind::Failed,
      fmt::format("another program has put another file in the place of {} meanwhile, or taken it away", file.string()),
      "Look at what is there now with 'lytes list', and type it again."};
}

StorageError gone_after_saving(const fs::path& file) {
  StorageError error = replaced_meanwhile(file);
  struct stat found {};
  if (::lstat(file.c_str(), &found) != 0 && errno != ENOENT) error.saved = Saved::Unknown;
  return error;
}

AsItStands open_as_it_stands(const fs::path& file, Access access, Steps steps) {
  auto database = std::make_unique<SQLite::Database>(
      file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX);
  try {
    const DatabaseHeader header = check_header(file, database->getHandle(), steps);
    std::vector<fs::path> set_aside;
    const bool only_readable = sqlite3_db_readonly(database->getHandle(), "main") == 1;
    // An older program's file that nobody has open is read without the shared memory that it asks for.
    const bool lies_still = header.write_ahead_log && !fs::exists(fs::symlink_status(file.string() + "-wal"));
    const bool can_be_written = !only_readable && ::access(file.parent_path().c_str(), W_OK) == 0;
    if (access == Access::Write && !can_be_written) {
      throw StorageError(Kind::Failed, why_not_writable(file),
                         "Change its permissions, or name another file with --db.");
    }
    if (!can_be_written || (access == Access::Read && lies_still)) {
      database = open_where_nothing_can_be_written(file, header);
    } else {
      set_aside = set_aside_foreign_logs(database->getHandle(), file, header);
      configure(*database);
    }
    const int version = version_of(*database, file, steps);
    return {std::move(database), version, header.write_ahead_log, std::move(set_aside)};
  } catch (...) {
    rethrow_as_storage_error(file, database->getHandle());
  }
}

JournalFile open_journal(const fs::path& file, Access access, Folder folder, Steps steps) {
  std::optional<fs::path> path;
  try {
    path = resolve_journal_path(file, access, folder);
    JournalFile journal(path.value_or(file), access, steps);
    const bool there = path && is_journal_there(*path);
    if (!there && access == Access::Read) {
      journal.connection_ = std::make_unique<JournalFile::Connection>(empty_in_memory(steps));
      journal.on_disk_ = false;
      return journal;
    }
    if (!there) journal.remarks_ = make_journal(*path, steps);
    journal.connection_ =
        std::make_unique<JournalFile::Connection>(open_existing(*path, access, steps, journal.remarks_));
    return journal;
  } catch (StorageError& error) {
    error.saved = Saved::No;  // whatever files were written: nothing of what the command is about
    throw;
  } catch (...) {
    // What is left of SQLite's own errors came from opening: there is no connection to ask.
    rethrow_as_storage_error(path.value_or(file), nullptr);
  }
}

JournalFile JournalFile::open(const fs::path& file, Access access, Folder folder) {
  return open_journal(file, access, folder, migrations());
}

JournalFile::Connection::Connection(std::unique_ptr<SQLite::Database> opened) : database(std::move(opened)) {}
JournalFile::Connection::~Connection() = default;

JournalFile::JournalFile(fs::path file, Access access, Steps steps)
    : path_(std::move(file)), access_(access), steps_(steps) {}
JournalFile::JournalFile(JournalFile&&) noexcept = default;
JournalFile& JournalFile::operator=(JournalFile&&) noexcept = default;
JournalFile::~JournalFile() = default;

void JournalFile::rest() {
  if (!on_disk_ || !connection_) return;
  if (is_in_place()) pin_ = FilePin::of(path_);
  if (!pin_ || !is_in_place()) throw replaced_meanwhile(path_);
  connection_.reset();
}

void JournalFile::allow_writing() {
  rest();
  access_ = Access::Write;
}

void JournalFile::open_again() {
  if (!pin_ || !pin_->is_at(path_)) throw replaced_meanwhile(path_);
  const bool gets_its_own_file = access_ == Access::Write && names_of(path_) > 1;
  try {
    connection_ = std::make_unique<Connection>(open_existing(path_, access_, steps_, remarks_));
  } catch (...) {
    storage::rethrow_as_storage_error(path_, nullptr);
  }
  if (gets_its_own_file) pin_ = FilePin::of(path_);
  // A file that came between the look and the opening is not the one either.
  if (pin_->is_at(path_) && is_in_place()) return;
  connection_.reset();
  throw replaced_meanwhile(path_);
}

bool JournalFile::is_in_place() {
  if (!on_disk_) return true;
  int moved = 0;
  sqlite3_file_control(database().getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return moved == 0;
}

std::vector<std::string> JournalFile::take_remarks() { return std::exchange(remarks_, {}); }

void JournalFile::rethrow_as_storage_error() const {
  storage::rethrow_as_storage_error(path_, connection_ ? connection_->database->getHandle() : nullptr);
}

}  // namespace lytes::storage

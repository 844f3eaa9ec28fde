#include "lytes/storage/new_database.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "database_header.hpp"
#include "file_uri.hpp"
#include "lytes/errors.hpp"
#include "sqlite_errors.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;

/// How much of each of the two is held in memory.
constexpr int kilobytes_held = 10'000;

/// Whether there is a file of this kind and version; one that is not to be replaced is an error.
bool is_old_there(const fs::path& file, std::int32_t application_id, int version) {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(file, ignored))) return false;
  using Kind = StorageError::Kind;
  const auto refuse = [&](Kind kind, const char* what) {
    throw StorageError(kind, fmt::format("{} is {}, and is not replaced", file.string(), what),
                       "Move it to another place.");
  };
  if (!fs::is_regular_file(fs::symlink_status(file, ignored))) refuse(Kind::Damaged, "no file");
  SQLite::Database database(immutable_uri(file), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX);
  const auto header = read_header(database.getHandle());
  if (!header || header->application_id != static_cast<std::uint32_t>(application_id))
    refuse(Kind::Damaged, "another program's file");
  if (header->user_version > static_cast<std::uint32_t>(version)) refuse(Kind::TooNew, "a newer program's file");
  return header->user_version == static_cast<std::uint32_t>(version);
}

}  // namespace

NewDatabase::NewDatabase(const fs::path& final_name, std::int32_t application_id, int version)
    : final_name_(final_name), file_(final_name, NewFile::While::Hidden), stage_(final_name, NewFile::While::Hidden) {
  try {
    has_old_ = is_old_there(final_name_, application_id, version);
    database_ = std::make_unique<SQLite::Database>(file_.path().string(),
                                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX);
    attach(stage_.path().string(), "stage");
    if (has_old_) attach(immutable_uri(final_name_), "old");
    for (const char* name : {"main", "stage"}) {
      database_->exec(
          fmt::format("PRAGMA {0}.journal_mode = OFF; PRAGMA {0}.synchronous = OFF; PRAGMA {0}.cache_size = -{1}", name,
                      kilobytes_held));
    }
    database_->exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, version));
  } catch (...) {
    rethrow_as_storage_error();
  }
}

NewDatabase::~NewDatabase() = default;

void NewDatabase::attach(const std::string& file, const char* name) {
  SQLite::Statement statement(*database_, fmt::format("ATTACH ? AS {}", name));
  statement.bind(1, file);
  statement.exec();
}

void NewDatabase::publish() {
  database_.reset();
  file_.publish_over();
}

void NewDatabase::rethrow_as_storage_error() const {
  storage::rethrow_as_storage_error(final_name_, database_ ? database_->getHandle() : nullptr);
}

}  // namespace lytes::storage

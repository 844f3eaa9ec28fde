#include "lytes/storage/read_only_file.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <string_view>
#include <utility>

#include "database_header.hpp"
#include "file_uri.hpp"
#include "lytes/errors.hpp"
#include "sqlite_errors.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;
using Kind = StorageError::Kind;

void check(const fs::path& file, sqlite3* connection, std::int32_t application_id, int version,
           const FileWords& words) {
  const auto header = read_header(connection);
  if (!header || header->application_id != static_cast<std::uint32_t>(application_id)) {
    throw StorageError(Kind::Damaged, fmt::format("{} is not {}", file.string(), words.what), words.advice);
  }
  if (header->user_version == static_cast<std::uint32_t>(version)) return;
  const bool newer = header->user_version > static_cast<std::uint32_t>(version);
  throw StorageError(newer ? Kind::TooNew : Kind::Damaged,
                     fmt::format("{} belongs to {} lytes (its version is {}, this program needs {})", file.string(),
                                 newer ? "a newer" : "an older", header->user_version, version),
                     words.advice);
}

}  // namespace

std::string immutable_uri(const fs::path& file) {
  std::string uri = "file://";
  for (const char letter : fs::absolute(file).string()) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte > 32 && byte < 127 && std::string_view("%?#").find(letter) == std::string_view::npos) {
      uri += letter;
    } else {
      uri += fmt::format("%{:02x}", byte);
    }
  }
  return uri + "?immutable=1&mode=ro";
}

ReadOnlyFile ReadOnlyFile::open(const fs::path& file, std::int32_t application_id, int version,
                                const FileWords& words) {
  try {
    if (!fs::is_regular_file(file)) {
      throw StorageError(Kind::Failed, fmt::format("there is no file {}", file.string()), words.advice);
    }
    auto database = std::make_unique<SQLite::Database>(immutable_uri(file),
                                                       SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX);
    check(file, database->getHandle(), application_id, version, words);
    sqlite3_db_config(database->getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database->getHandle(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    return {file, std::move(database)};
  } catch (...) {
    storage::rethrow_as_storage_error(file, nullptr);
  }
}

ReadOnlyFile::ReadOnlyFile(fs::path file, std::unique_ptr<SQLite::Database> database)
    : path_(std::move(file)), database_(std::move(database)) {}
ReadOnlyFile::ReadOnlyFile(ReadOnlyFile&&) noexcept = default;
ReadOnlyFile& ReadOnlyFile::operator=(ReadOnlyFile&&) noexcept = default;
ReadOnlyFile::~ReadOnlyFile() = default;

void ReadOnlyFile::rethrow_as_storage_error() const {
  storage::rethrow_as_storage_error(path_, database_->getHandle());
}

}  // namespace lytes::storage

#include "lytes/storage/strange_file.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "file_uri.hpp"
#include "lytes/errors.hpp"

namespace lytes::storage {

namespace {

namespace fs = std::filesystem;

constexpr int longest_value = 1'000'000;
/// Steps of SQLite's machine between two looks, and how many looks a database may take: some ten million rows.
constexpr int steps_between = 1'000'000;
constexpr int most_looks = 500;
/// Reading one row of a plain table takes a few hundred steps at most.
int stop(void* looks) { return ++*static_cast<int*>(looks) > most_looks ? 1 : 0; }

/// SQLite's errors as what is wrong with the file.
template <class Work>
auto told(const std::string& name, Work work) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    throw InputError(fmt::format("{} is no database that can be read: {}", name, error.what()), {}, 0,
                     "the export as the app made it");
  }
}

std::string failed_call(const fs::path& file) { return fmt::format("cannot write {}", file.parent_path().string()); }

}  // namespace

StrangeFile StrangeFile::open(const fs::path& file, std::string name) {
  if (name.empty()) name = file.filename().string();
  return told(name, [&] {
    auto database = std::make_unique<SQLite::Database>(immutable_uri(file),
                                                       SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX);
    sqlite3* handle = database->getHandle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, longest_value);
    database->exec("PRAGMA cell_size_check = ON");
    database->exec("PRAGMA mmap_size = 0");
    return StrangeFile(name, std::move(database));
  });
}

StrangeFile::StrangeFile(std::string name, std::unique_ptr<SQLite::Database> database)
    : name_(std::move(name)), looks_(std::make_unique<int>(0)), database_(std::move(database)) {
  sqlite3_progress_handler(database_->getHandle(), steps_between, stop, looks_.get());
}
StrangeFile::StrangeFile(StrangeFile&&) noexcept = default;
StrangeFile& StrangeFile::operator=(StrangeFile&&) noexcept = default;
StrangeFile::~StrangeFile() = default;

bool StrangeFile::has_table(const std::string& table) { return !columns(table).empty(); }

std::set<std::string> StrangeFile::columns(const std::string& table) {
  return told(name_, [&] {
    std::set<std::string> found;
    SQLite::Statement made(*database_,
                           "SELECT type, sql FROM sqlite_schema WHERE name = ?1 AND type IN ('table', 'view')");
    made.bind(1, table);
    if (!made.executeStep()) return found;
    const std::string sql = made.getColumn(1).getString();
    const auto refuse = [&](const std::string& what) {
      throw InputError(fmt::format("{}: {} is {}", name_, table, what), {}, 0, "the export as the app made it");
    };
    constexpr std::string_view plain = "CREATE TABLE";
    if (made.getColumn(0).getString() != "table" || sqlite3_strnicmp(sql.c_str(), plain.data(), plain.size()) != 0)
      refuse("no plain table");
    SQLite::Statement info(*database_, "SELECT name, hidden FROM pragma_table_xinfo(?1)");
    info.bind(1, table);
    while (info.executeStep()) {
      if (info.getColumn(1).getInt() != 0) refuse("a table with columns that are worked out");
      found.insert(info.getColumn(0).getString());
    }
    return found;
  });
}

void StrangeFile::each_row(const std::string& select, const std::function<void(RowCursor&)>& each) {
  told(name_, [&] {
    RowCursor rows(*database_, (select + " NOT INDEXED").c_str());
    while (rows.step()) each(rows);
  });
}

PassingFile::PassingFile(const fs::path& folder) {
  std::string name = (folder / "lytes-import-XXXXXX").string();
  descriptor_ = mkstemp(name.data());  // for its owner alone
  path_ = name;
  if (descriptor_ < 0) throw StorageError(StorageError::Kind::Failed, failed_call(path_), std::strerror(errno));
}

PassingFile::~PassingFile() {
  close(descriptor_);
  unlink(path_.c_str());
}

void PassingFile::write(std::string_view bytes) const {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) throw StorageError(StorageError::Kind::Failed, failed_call(path_), std::strerror(errno));
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace lytes::storage

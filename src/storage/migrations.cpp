#include "migrations.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "image.hpp"
#include "lytes/errors.hpp"
#include "lytes/storage/new_file.hpp"
#include "transaction.hpp"

namespace lytes::storage {

namespace {

int version_of(SQLite::Database& database) { return database.execAndGet("PRAGMA user_version").getInt(); }

/// A migration may change what a table allows, which is kept from all other statements.
class SchemaOpen {
 public:
  explicit SchemaOpen(SQLite::Database& database) : database_(database) {
    sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, -1, &was_defensive_);
    set_defensive(0);
  }
  SchemaOpen(const SchemaOpen&) = delete;
  SchemaOpen& operator=(const SchemaOpen&) = delete;
  ~SchemaOpen() { set_defensive(was_defensive_); }

 private:
  void set_defensive(int on) { sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, on, nullptr); }

  SQLite::Database& database_;
  int was_defensive_ = 0;
};

/// Inside a transaction.
void take_steps(SQLite::Database& database, int found, std::span<const Migration> steps) {
  const SchemaOpen open(database);
  database.exec("PRAGMA defer_foreign_keys = ON");
  for (const Migration& step : steps) {
    if (step.version > found) database.exec(step.sql);
  }
  database.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", journal_application_id,
                            newest_version(steps)));
  SQLite::Statement orphan(database, "SELECT \"table\" FROM pragma_foreign_key_check");
  if (orphan.executeStep()) {
    throw StorageError(StorageError::Kind::Damaged,
                       fmt::format("the journal cannot be brought up to date: '{}' has rows that belong to nothing",
                                   orphan.getColumn(0).getString()),
                       "Save what belongs together in a new journal: lytes doctor --rescue FILE.");
  }
}

void publish_copy(const Image& image, const std::filesystem::path& file, int version) {
  for (int attempt = 1;; ++attempt) {
    const std::string number = attempt == 1 ? "" : fmt::format("-{}", attempt);
    const std::filesystem::path copy = file.parent_path() / fmt::format("{}.version-{}{}{}", file.stem().string(),
                                                                        version, number, file.extension().string());
    if (write_new(copy, image)) return;
  }
}

}  // namespace

void migrate(SQLite::Database& database, std::span<const Migration> steps) {
  Transaction transaction(database);
  const int found = version_of(database);
  if (found >= newest_version(steps)) return;
  take_steps(database, found, steps);
  transaction.commit();
}

void migrate_file(SQLite::Database& database, const std::filesystem::path& file, std::span<const Migration> steps) {
  Transaction transaction(database);
  const int found = version_of(database);
  if (found >= newest_version(steps)) return;
  const Image before = image_of_file(file);
  take_steps(database, found, steps);
  publish_copy(before, file, found);
  transaction.commit();
}

}  // namespace lytes::storage

#include "migrations.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include "lytes/errors.hpp"
#include "new_file.hpp"
#include "transaction.hpp"

namespace lytes::storage {

void migrate(SQLite::Database& database, std::span<const Migration> steps) {
  Transaction transaction(database);
  const int found = database.execAndGet("PRAGMA user_version").getInt();
  if (found >= newest_version(steps)) return;
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
                       "Run 'lytes doctor'.");
  }
  orphan.reset();
  transaction.commit();
}

std::filesystem::path copy_before_migration(SQLite::Database& database, const std::filesystem::path& file,
                                            int version) {
  for (int attempt = 1;; ++attempt) {
    const std::string number = attempt == 1 ? "" : fmt::format("-{}", attempt);
    std::filesystem::path copy = file.parent_path() / fmt::format("{}.version-{}{}{}", file.stem().string(), version,
                                                                  number, file.extension().string());
    if (std::filesystem::exists(std::filesystem::symlink_status(copy))) continue;
    NewFile fresh(copy);
    SQLite::Statement vacuum(database, "VACUUM INTO ?");
    vacuum.bind(1, fresh.path().string());
    vacuum.exec();
    if (fresh.publish()) return copy;
  }
}

}  // namespace lytes::storage

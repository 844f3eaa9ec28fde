#include "lytes/storage/rescue.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <new>
#include <utility>

#include "broken_changes.hpp"
#include "damaged_file.hpp"
#include "image.hpp"
#include "lytes/errors.hpp"
#include "lytes/storage/new_file.hpp"
#include "migrations.hpp"
#include "rescuing.hpp"
#include "sqlite_errors.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;

/// Rows whose parent is lost belong to nothing, and go too.
std::int64_t remove_orphans(SQLite::Database& database, const std::string& table) {
  std::vector<std::string> statements;
  SQLite::Statement keys(database, "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?1)");
  keys.bind(1, table);
  while (keys.executeStep()) {
    statements.push_back(fmt::format(R"(DELETE FROM "{}" WHERE "{}" NOT IN (SELECT "{}" FROM "{}"))", table,
                                     keys.getColumn(0).getString(), keys.getColumn(2).getString(),
                                     keys.getColumn(1).getString()));
  }
  std::int64_t removed = 0;
  for (const std::string& sql : statements) removed += database.exec(sql);
  return removed;
}

/// Leaves out what is no row and what does not hold together.
void reconcile(SQLite::Database& database, const Knowledge& knowledge, Rescued& rescued) {
  for (const RowCondition& condition : knowledge.conditions) {
    rescued.count_as_lost(condition.table, database.exec(fmt::format(R"(DELETE FROM "{}" WHERE ({}) IS NOT TRUE)",
                                                                     condition.table, condition.sql)));
  }
  rescued.count_as_lost("change", remove_broken_changes(database));
  for (const Rescued::Table& table : std::vector(rescued.tables)) {
    rescued.count_as_lost(table.name, remove_orphans(database, table.name));
  }
}

StorageError already_there(const fs::path& copy) {
  return {StorageError::Kind::Failed, fmt::format("there is a file {} already", copy.string()), "Name another file."};
}

void require_file(const fs::path& journal) {
  if (fs::is_regular_file(fs::symlink_status(journal))) return;
  throw StorageError(StorageError::Kind::Failed, fmt::format("{} is not a file that can be read", journal.string()),
                     "Name the damaged journal with --db.");
}

}  // namespace

std::int64_t Rescued::saved() const {
  std::int64_t sum = 0;
  for (const Table& table : tables) sum += table.saved;
  return sum;
}

std::int64_t Rescued::lost() const {
  std::int64_t sum = 0;
  for (const Table& table : tables) sum += table.lost;
  return sum;
}

void Rescued::count_as_lost(const std::string& table, std::int64_t rows) {
  for (Table& counted : tables) {
    if (counted.name != table) continue;
    counted.saved -= rows;
    counted.lost += rows;
  }
}

Rescued rescue(const fs::path& journal, const fs::path& copy, const Knowledge& knowledge,
               const std::function<void(SQLite::Database&, Rescued&)>& finish, const Progress& progress) {
  try {
    const fs::path target = fs::absolute(copy);
    if (fs::exists(fs::symlink_status(target))) throw already_there(copy);
    require_file(journal);
    remove_abandoned(target.parent_path());
    const PagedBytes pages = read_damaged(journal, target);
    const auto made = open_in_memory();
    made->exec("PRAGMA foreign_keys = OFF");
    migrate(*made, migrations());
    made->exec("BEGIN");
    Rescuing rescuing(pages, *made, knowledge, progress);
    Rescued rescued = rescuing.save_rows();
    rescuing.keep_numbers_from_coming_again();
    reconcile(*made, knowledge, rescued);
    finish(*made, rescued);
    if (rescued.saved() == 0) {
      throw StorageError(StorageError::Kind::Damaged, fmt::format("nothing can be read in {}", journal.string()),
                         "Restore a backup: lytes restore FILE.");
    }
    made->exec("COMMIT");
    std::erase_if(rescued.tables, [](const Rescued::Table& table) { return table.saved == 0 && table.lost == 0; });
    if (!write_new(target, image_of(*made))) throw already_there(copy);
    if (progress) progress(1);
    return rescued;
  } catch (const std::bad_alloc&) {
    throw StorageError(StorageError::Kind::Failed, "there is not enough memory", "");
  } catch (...) {
    rethrow_as_storage_error(copy, nullptr);
  }
}

}  // namespace lytes::storage

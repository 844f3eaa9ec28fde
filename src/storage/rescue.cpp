#include "lytes/storage/rescue.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <sqlite3.h>
#include <cstring>
#include <fstream>

#include <set>
#include <utility>

#include "image.hpp"
#include "lytes/errors.hpp"
#include "lytes/storage/new_file.hpp"
#include "migrations.hpp"
#include "opening.hpp"
#include "salvage.hpp"
#include "sqlite_errors.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> tables_of(SQLite::Database& database) {
  std::vector<std::string> names;
  SQLite::Statement query(
      database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid");
  while (query.executeStep()) names.push_back(query.getColumn(0).getString());
  return names;
}

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

Rescued::Table salvage(SQLite::Database& from, SQLite::Database& to, const std::string& table,
                       std::span<const Trace> traces) {
  TableSalvage rows(from, to, table);
  rows.read_from_both_ends();
  std::set<std::int64_t> spoken_of;
  for (const Trace& trace : traces) {
    if (trace.table == table) rows.collect_keys(trace.sql, spoken_of);
  }
  rows.ask_for(spoken_of);
  for (const Trace& trace : traces) {
    if (trace.table == table && trace.whole) rows.remake(trace.sql);
  }
  const std::int64_t lost = rows.lost(std::move(spoken_of));
  return {table, rows.saved(), lost};
}

Rescued salvage_all(SQLite::Database& from, SQLite::Database& to, std::span<const Trace> traces) {
  Rescued rescued;
  for (const std::string& table : tables_of(to)) rescued.tables.push_back(salvage(from, to, table, traces));
  for (Rescued::Table& table : rescued.tables) {
    const std::int64_t orphans = remove_orphans(to, table.name);
    table.saved -= orphans;
    table.lost += orphans;
  }
  return rescued;
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

Rescued rescue(const fs::path& journal, const fs::path& copy, std::span<const Trace> traces,
               const std::function<void(SQLite::Database&, Rescued&)>& finish) {
  try {
    const fs::path target = fs::absolute(copy);
    const StorageError already_there(StorageError::Kind::Failed,
                                     fmt::format("there is a file {} already", copy.string()), "Name another file.");
    if (fs::exists(fs::symlink_status(target))) throw already_there;
    if (!fs::is_regular_file(fs::symlink_status(journal))) {
      throw StorageError(StorageError::Kind::Failed, fmt::format("{} is not a file that can be read", journal.string()),
                         "Name the damaged journal with --db.");
    }
    std::ifstream bytes(journal, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(bytes), {}};
    Image damaged(text.size());
    std::memcpy(damaged.data(), text.data(), text.size());
    mark_without_log(damaged);
    const auto from = open_image(damaged);
    const auto to = open_in_memory();
    Rescued rescued;
    try {
      to->exec("PRAGMA foreign_keys = OFF");
      migrate(*to, migrations());
      to->exec("BEGIN");
      rescued = salvage_all(*from, *to, traces);
      if (rescued.saved() == 0) {
        throw StorageError(StorageError::Kind::Damaged, fmt::format("nothing can be read in {}", journal.string()),
                           "Restore a backup: lytes restore FILE.");
      }
      finish(*to, rescued);
      to->exec("COMMIT");
    } catch (...) {
      rethrow_as_storage_error(journal, to->getHandle());
    }
    std::erase_if(rescued.tables, [](const Rescued::Table& table) { return table.saved == 0 && table.lost == 0; });
    if (!write_new(target, image_of(*to))) throw already_there;
    return rescued;
  } catch (...) {
    rethrow_as_storage_error(copy, nullptr);
  }
}

}  // namespace lytes::storage

#pragma once

#include <SQLiteCpp/Statement.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "lytes/journal/entry.hpp"

namespace lytes::journal {

/// What a statement that an EntryReader is to read begins with; to be followed by a WHERE that names `e`.
inline constexpr const char* select_entries =
    "SELECT e.id, e.line, e.kind, e.at_utc, e.utc_offset_s, e.day, e.note, e.import_key FROM entry e ";

/// The order of the index, so that nothing is sorted.
inline constexpr const char* by_day_and_time = " ORDER BY e.day, e.at_utc, e.id";

/// Reads whole entries: of each its own row, then what its kind holds beside, by a statement for each table that is
/// prepared when it is first needed. One statement that joins all tables takes as long to prepare as five of these.
class EntryReader {
 public:
  explicit EntryReader(SQLite::Database& database) : database_(database) {}

  /// Runs `query`, made of `select_entries`, to its end. All is read of the moment at which it began.
  /// @throws StorageError Damaged for what lytes never writes
  std::vector<Entry> read(SQLite::Statement& query);

 private:
  enum Table { IntakeTable, SpasmTable, FlagTable, StressTable, FactorTable, MedicineTable, TableCount };

  SQLite::Statement& rows_of(Table table, std::int64_t id);
  SQLite::Statement& detail_of(Table table, std::int64_t id);
  What what_of(EntryKind kind, std::int64_t id);
  Entry entry_in(const SQLite::Statement& row);

  SQLite::Database& database_;
  std::array<std::unique_ptr<SQLite::Statement>, TableCount> statements_;
};

}  // namespace lytes::journal

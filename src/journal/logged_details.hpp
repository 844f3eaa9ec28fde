#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "lytes/journal/store.hpp"
#include "lytes/storage/row_cursor.hpp"
#include "lytes/storage/row_stream.hpp"

namespace lytes::storage {
class JournalFile;
}

namespace lytes::journal {

/// The rows of a table by the numbers of their entries. Asked for in the order of the numbers, the next is mostly one
/// step away, and only what is not is searched for.
class RowsByNumber {
 public:
  /// @param sql gives the rows from the number ?1 on, in order, with the number in column 0
  RowsByNumber(storage::JournalFile& journal, const char* sql) : rows_(journal, sql) {}

  /// @return whether there is such a row; it is then `row()`
  bool find(std::int64_t number);
  /// To the row behind. @return whether it has this number, too
  bool next(std::int64_t number);
  const storage::RowCursor& row() const { return rows_; }

 private:
  void step();

  storage::RowCursor rows_;
  std::optional<std::int64_t> at_;  ///< of the row; empty before the first and behind the last
};

/// An intake of which the figures are asked for.
struct LoggedIntake {
  std::int64_t id;
  IntakeRow row;
  bool found = false;  ///< false where its row is gone, which the guards tell
};

/// The figures of intakes, handed over row by row; what is not the next row is searched for.
class IntakeFigures {
 public:
  explicit IntakeFigures(storage::JournalFile& journal);

  /// @param intakes in the order of their numbers
  void read(std::span<LoggedIntake> intakes);

 private:
  bool take(const storage::RowValues& row);

  std::span<LoggedIntake> left_;  ///< those not read yet
  storage::RowStream rows_;
};

/// What spasms, stress ratings and factors hold beside their entries, for those who ask for many of them. Each
/// table has a statement, prepared when it is first needed; they are read of one moment only within a
/// `storage::OneMoment`.
class LoggedDetails {
 public:
  explicit LoggedDetails(storage::JournalFile& journal) : journal_(journal) {}

  /// Of a spasm, stress rating or factor; nothing where its guard holds something else.
  /// @throws StorageError Damaged where its row is gone
  std::optional<What> happening(EntryKind kind, std::int64_t id);

  /// Whether more than the day of an entry is known.
  bool time_known(std::int64_t id);

 private:
  enum Table { Spasms, SpasmGuards, Flags, Stresses, StressGuards, Factors, FactorGuards, TableCount };

  RowsByNumber& rows_of(Table table);
  /// @throws StorageError Damaged where there is no such row
  const storage::RowCursor& detail_of(Table table, std::int64_t id);
  bool is_guarded(Table table, Table guards, std::int64_t id);
  /// The numbers of those of which the day alone is known, in order; there are few, or none.
  std::vector<std::int64_t> entries_of_days();

  storage::JournalFile& journal_;
  std::array<std::optional<RowsByNumber>, TableCount> tables_;
  std::optional<std::vector<std::int64_t>> day_only_;
};

}  // namespace lytes::journal

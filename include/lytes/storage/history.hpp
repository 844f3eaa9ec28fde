#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace lytes::storage {

class JournalFile;

/// A value of a column; std::monostate is NULL. Blobs, of which there is nothing to be told, are left out.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

struct ColumnChange {
  std::string column;
  bool key;                     ///< part of the row's primary key
  std::optional<Value> before;  ///< nothing for an inserted row
  std::optional<Value> after;   ///< nothing for a deleted row; equal to `before` for the key of an updated one
};

/// One row as a change found it and left it. An updated row has its key and the columns that differ.
struct RowChange {
  enum class What { Inserted, Updated, Deleted };

  What what;
  std::string table;
  std::vector<ColumnChange> columns;
};

/// What one command line did.
struct RecordedChange {
  std::int64_t id;
  std::chrono::sys_seconds at;
  std::string command;
  bool undone;
  std::vector<RowChange> rows;  ///< as when it was done, also for a change that has been undone
  std::size_t rows_left_out;    ///< beyond `max_rows`
};

inline constexpr std::size_t default_max_rows = 200;

/// Takes back the newest `count` changes that stand, newest first, all or none of them.
/// Like an editor: what was undone can be redone until something new is written.
/// @return the changes taken back, in that order; fewer when the history does not reach so far
/// @throws NotFoundError "nothing_to_undo"
/// @throws StorageError Failed: rows are no longer as the change left them; the journal stays as it was
std::vector<RecordedChange> undo(JournalFile& journal, int count, std::size_t max_rows = default_max_rows);

/// Does again what was undone, in the order in which it was first done, all or none of it.
/// @throws NotFoundError "nothing_to_redo"
/// @throws StorageError as `undo`
std::vector<RecordedChange> redo(JournalFile& journal, int count, std::size_t max_rows = default_max_rows);

/// The newest `count` changes, newest first, the undone ones among them.
std::vector<RecordedChange> history(JournalFile& journal, int count, std::size_t max_rows = default_max_rows);

struct HistorySize {
  std::int64_t changes;
  std::int64_t bytes;  ///< of the records, without what SQLite adds around them
  std::int64_t limit_bytes;
};

HistorySize history_size(JournalFile& journal);

}  // namespace lytes::storage

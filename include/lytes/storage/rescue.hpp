#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace lytes::storage {

/// Another place in the file that speaks of a table's rows: an index.
struct Trace {
  std::string table;
  std::string sql;  ///< its first column is the row's key (an INTEGER PRIMARY KEY)
  bool whole;       ///< the columns, under their names, are enough to make the row again
};

/// What rows of a table are beyond the types and checks of their schema. Off a single page the rows of an index look
/// like those of a table that has columns of the same types.
struct RowCondition {
  std::string table;
  std::string sql;  ///< over its columns; a row for which this is not true is none
};

/// What the rooms that own the tables know of them.
struct Knowledge {
  std::span<const Trace> traces;
  std::vector<RowCondition> conditions;
};

struct Rescued {
  struct Table {
    std::string name;
    std::int64_t saved;
    std::int64_t lost;  ///< rows that a trace or another row speaks of, or that were no longer what they may be
  };

  std::vector<Table> tables;  ///< those with rows, saved or lost

  /// Rows of a table that were saved and are taken out again.
  void count_as_lost(const std::string& table, std::int64_t rows);

  std::int64_t saved() const;
  std::int64_t lost() const;
};

/// Told how much of the work is done, from 0 to 1, at most once for each hundredth.
using Progress = std::function<void(double share)>;

/// Saves what stands in a damaged journal, row by row, into a new one. The damaged file and its log are only read, and
/// no file is replaced.
///
/// Tables are read by way of their trees. Of those that cannot be read whole in this way every page that looks like one
/// of theirs is read by itself: so neither the file's head nor its schema nor its end need be there. Rows that were
/// deleted are not met by way of a tree; off single pages they may come back where the list of free pages is lost.
/// @param finish sees the new journal before it is written
/// @throws StorageError Failed: there is a file `copy` already; Damaged: there is not a single row
Rescued rescue(const std::filesystem::path& journal, const std::filesystem::path& copy, const Knowledge& knowledge,
               const std::function<void(SQLite::Database&, Rescued&)>& finish, const Progress& progress = {});

}  // namespace lytes::storage

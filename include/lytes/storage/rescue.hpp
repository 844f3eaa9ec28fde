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

struct Rescued {
  struct Table {
    std::string name;
    std::int64_t saved;
    std::int64_t lost;  ///< rows that a trace or another row speaks of, or that were no longer what they may be
  };

  std::vector<Table> tables;  ///< those with rows, saved or lost

  std::int64_t saved() const;
  std::int64_t lost() const;
};

/// Copies what can be read of a damaged journal, row by row, into a new one. The damaged file is not even opened, only
/// a copy of it, with its write-ahead log; and no file is replaced.
///
/// A page that cannot be read is stepped over from both sides, and the rows between are asked for one by one.
/// @param finish sees the new journal before it gets its name
/// @throws StorageError Failed: there is a file `copy` already; Damaged: not even the tables can be found
Rescued rescue(const std::filesystem::path& journal, const std::filesystem::path& copy, std::span<const Trace> traces,
               const std::function<void(SQLite::Database&, Rescued&)>& finish);

}  // namespace lytes::storage

#pragma once

#include <SQLiteCpp/Database.h>

#include <cstddef>
#include <string>

#include "lytes/storage/history.hpp"

namespace lytes::storage {

/// Turns recorded changesets into rows with named columns.
class RowReader {
 public:
  explicit RowReader(SQLite::Database& database) : database_(database) {}

  /// Fills `rows` and `rows_left_out` of the change.
  void read(std::string& changeset, std::size_t max_rows, RecordedChange& into);

 private:
  SQLite::Database& database_;
};

}  // namespace lytes::storage

#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "table_shape.hpp"

namespace lytes::storage {

/// A table of the new journal, as rows come into it. Its own types, checks and keys refuse what is no row.
class TableFill {
 public:
  enum class Taken { Saved, There, Refused };

  TableFill(SQLite::Database& to, const TableShape& shape);

  /// Takes the row that a query stands on, its columns by their names. What is there already stays as it is.
  /// @throws StorageError for what is no property of the row, such as no memory
  Taken take(SQLite::Statement& row);

  bool has(std::int64_t number);

  const TableShape& shape() const { return shape_; }
  std::int64_t saved() const { return saved_; }

 private:
  void prepare(SQLite::Statement& row);
  bool is_there(SQLite::Statement& row);
  bool is_possible(SQLite::Statement& row) const;

  SQLite::Database& to_;
  const TableShape& shape_;
  std::int64_t saved_ = 0;
  // For the columns that rows come with.
  std::vector<std::string> names_;
  std::vector<int> key_places_;
  std::optional<SQLite::Statement> insert_;
  std::optional<SQLite::Statement> find_;
  std::optional<SQLite::Statement> find_number_;
};

}  // namespace lytes::storage

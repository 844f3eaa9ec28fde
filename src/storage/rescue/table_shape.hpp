#pragma once

#include <SQLiteCpp/Database.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "btree_page.hpp"

namespace lytes::storage {

/// What tells rows of one table from those of others where they are met without their tree: how many columns they have
/// and of what types.
struct TableShape {
  struct Column {
    std::string name;
    std::string type;  ///< INTEGER, REAL, TEXT or BLOB
    std::string default_value;
    bool required;   ///< NOT NULL without a default
    bool in_key;     ///< of the primary key
    bool is_number;  ///< INTEGER PRIMARY KEY: the row's own number, which is stored before the row
  };

  std::string name;
  bool without_rowid;           ///< stored as an index is, the columns of the key first
  std::vector<Column> columns;  ///< in the order in which they are stored
  std::size_t first_columns;    ///< with how many it was made; later schemas add columns at the end

  bool fits(const Record& record) const;
  /// The name of the column that is the row's number, if there is one.
  std::optional<std::string> number() const;
};

/// The tables as migrations make them, but not SQLite's own.
std::vector<TableShape> table_shapes();

/// A statement that makes a table whose rows are stored in the same way, without anything that refuses rows.
std::string plain_table(const TableShape& shape);

/// Names as SQL writes them: "a", "b"
std::string quoted_list(const std::vector<std::string>& names);

}  // namespace lytes::storage

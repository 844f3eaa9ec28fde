#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "lytes/storage/table.hpp"
#include "whole/tables.hpp"

namespace lytes::exchange {

/// Keys in the order of the columns.
using Json = nlohmann::ordered_json;

/// A table with those whose rows belong to its rows, and how a row looks as JSON.
class RowShape {
 public:
  using Row = storage::Table::Row;

  /// @param journal must outlive this object
  RowShape(storage::JournalFile& journal, const WholeTable& what);

  struct Part {
    const PartTable* what;
    std::unique_ptr<storage::Table> table;
    std::size_t belongs_by;
  };

  const WholeTable& what() const { return what_; }
  storage::Table& table() { return table_; }
  std::vector<Part>& parts() { return parts_; }

  /// The columns by which a row is known again.
  const std::vector<std::size_t>& known_by() const { return known_by_; }
  /// The number of a row that others belong to.
  std::int64_t number_of(const Row& row) const;

  /// Without what is a part's.
  Json object(const Row& row) const;
  /// Adds what belongs to it; rows of each part, in the order of `parts`.
  void add_parts(Json& object, const std::vector<std::vector<Row>>& rows) const;
  /// All of it, the parts looked up.
  Json whole_object(const Row& row);

  /// The row that an object without its parts says. Its number is left unknown where it is not taken along.
  /// @throws InputError for what is no column, or not of its type; it begins with `place`
  Row row_in(const Json& object, const std::string& place) const;
  /// The rows of a part, without what they belong to.
  std::vector<Row> part_rows_in(const Json& object, const Part& part, const std::string& place) const;

  /// Whether this column of the table itself is left out of the JSON.
  bool is_left_out(std::size_t column) const;

 private:
  const WholeTable& what_;
  storage::Table table_;
  std::vector<Part> parts_;
  std::vector<std::size_t> known_by_;
};

/// Goes through a table, row by row, in an order that is the same in every journal that holds the same.
class RowWalk {
 public:
  explicit RowWalk(RowShape& shape);

  std::optional<Json> next();

 private:
  RowShape& shape_;
  std::vector<std::optional<RowShape::Row>> ahead_;    ///< of each part the next row
  std::map<std::int64_t, std::string> first_of_line_;  ///< the id of the first entry of a command line
};

}  // namespace lytes::exchange

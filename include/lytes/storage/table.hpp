#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/storage/history.hpp"

namespace SQLite {
class Statement;
}

namespace lytes::storage {

class JournalFile;
struct RowCondition;

/// A table of the journal by the names of its columns, for what goes through all tables alike: taking the whole journal
/// along and bringing it back. What a row means is known by the room that owns the table.
///
/// A row is a value for each column, in the order of the schema; bytes stand in a string. Writing is done inside a
/// `Change`. Everything throws StorageError when the journal cannot be read or written.
class Table {
 public:
  enum class Type { Whole, Real, Text, Bytes };

  struct Column {
    std::string name;
    Type type;
    bool in_key;  ///< part of the primary key
  };

  using Row = std::vector<Value>;

  /// @param journal must outlive this object
  /// @throws std::logic_error when the newest schema has no such table, or the history does not speak of it
  Table(JournalFile& journal, std::string_view name);
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  ~Table();

  const std::string& name() const { return name_; }
  const std::vector<Column>& columns() const { return columns_; }
  std::optional<std::size_t> place_of(std::string_view column) const;

  /// Begins to read all rows, in the order of these columns.
  void start(std::span<const std::size_t> order);
  /// The next row; nothing at the end.
  std::optional<Row> next();

  /// The rows that hold `values` in these columns, text as the column compares it, in the order of the primary key.
  std::vector<Row> find(std::span<const std::size_t> columns, const Row& values);

  /// @return the row's number, or nothing when it is none that the table takes: a CHECK, a type, or a key that is taken
  std::optional<std::int64_t> insert(const Row& row);

  /// Removes the rows that hold these values.
  void remove(std::span<const std::size_t> columns, const Row& values);

  /// The number that the next row is to get. Only of tables that never give one twice.
  std::int64_t next_number();

  /// Sees to it that no new row gets a number up to this one, which others may still speak of.
  void keep_numbers_above(std::int64_t number);

 private:
  std::string condition(std::span<const std::size_t> columns) const;
  std::string key_order() const;
  Row row_at(SQLite::Statement& statement) const;

  JournalFile& journal_;
  std::string name_;
  std::vector<Column> columns_;
  std::unique_ptr<SQLite::Statement> reading_;
  std::unique_ptr<SQLite::Statement> inserting_;
  std::map<std::string, std::unique_ptr<SQLite::Statement>> finding_;  ///< by their condition
};

/// Whether the journal is read as a copy in memory, brought up to date there: what the newest schema adds is then made
/// up for this copy alone.
bool is_updated_copy(JournalFile& journal);

/// The names of the tables that hold what the user wrote: all of the newest schema but the history.
std::vector<std::string> user_tables();

/// The number of the newest schema.
int newest_schema();

/// The first of these conditions that a row of the journal does not meet, by its table; nothing when all are met.
std::optional<std::string> first_unmet(JournalFile& journal, std::span<const RowCondition> conditions);

/// A number that nobody can guess, from SQLite's generator, which the system seeds.
std::uint64_t random_number();

}  // namespace lytes::storage

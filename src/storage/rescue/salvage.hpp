#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <functional>
#include <set>
#include <string>

#include "table_fill.hpp"

namespace lytes::storage {

/// What reading a damaged file may cost, for its trees may lead in circles.
class ReadingLimit {
 public:
  /// @param file_bytes a sound file has no more to read than a few times that
  /// @param tell hears now and then how much of the file was read, from 0 to 1, by and large
  ReadingLimit(SQLite::Database& from, std::uint64_t file_bytes, std::function<void(double share)> tell);
  ReadingLimit(const ReadingLimit&) = delete;
  ReadingLimit& operator=(const ReadingLimit&) = delete;
  ~ReadingLimit();

  /// To be called where another table begins.
  void begin();
  /// @return false when that was too much
  bool count_row(SQLite::Statement& row);

 private:
  static int on_steps(void* limit);

  SQLite::Database& from_;
  std::function<void(double share)> tell_;
  std::uint64_t file_bytes_;
  std::uint64_t most_bytes_;
  std::int64_t most_steps_;
  std::uint64_t bytes_ = 0;
  std::int64_t steps_ = 0;
  std::uint64_t bytes_before_ = 0;  ///< of other tables
  std::uint64_t rows_ = 0;
};

/// Copies one table of a damaged file by way of its tree, row by row. No step fails for what cannot be read.
class TableSalvage {
 public:
  TableSalvage(SQLite::Database& from, TableFill& to, ReadingLimit& limit);

  /// From the first row on as far as it goes, and if that is not to the end, from the last row back.
  /// @return whether the table was met as a sound one is: to its end, in order, and all its rows are such
  bool read_from_both_ends();

  /// The keys that are numbers in the first column of the query, as far as it goes.
  void collect_keys(const std::string& sql, std::set<std::int64_t>& keys);

  /// Tries rows by their number.
  void ask_for(const std::set<std::int64_t>& keys);

  /// Adds rows that are not there yet from what the query says of them, as far as it goes.
  void remake(const std::string& sql);

  /// Rows that were read but are not what a row may be, and those of `spoken_of` that were not found.
  std::int64_t lost(std::set<std::int64_t> spoken_of);

 private:
  bool copy_rows(SQLite::Statement& query);
  bool take(SQLite::Statement& row);

  SQLite::Database& from_;
  TableFill& to_;
  ReadingLimit& limit_;
  std::string columns_;  ///< those that both files have, quoted; empty where the table cannot be read at all
  std::set<std::int64_t> refused_;
  std::int64_t refused_without_number_ = 0;
};

}  // namespace lytes::storage

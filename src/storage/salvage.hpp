#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace lytes::storage {

/// Copies one table of a damaged file, row by row. No step fails for what cannot be read.
class TableSalvage {
 public:
  TableSalvage(SQLite::Database& from, SQLite::Database& to, const std::string& table);

  /// From the first row on as far as it goes, and if that is not to the end, from the last row back. Between the two
  /// places every key is tried, if keys are numbers.
  void read_from_both_ends();

  /// The keys that are numbers in the first column of the query, as far as it goes.
  void collect_keys(const std::string& sql, std::set<std::int64_t>& keys);

  /// Tries rows by their number.
  void ask_for(const std::set<std::int64_t>& keys);

  /// Adds rows that are not there yet from what the query says of them, as far as it goes.
  void remake(const std::string& sql);

  std::int64_t saved() const { return saved_; }

  /// Rows that were read but are not what a row may be, and those of `spoken_of` that were not found.
  std::int64_t lost(std::set<std::int64_t> spoken_of);

 private:
  bool copy_rows(SQLite::Statement& query, std::optional<std::int64_t>& last_key);
  void insert(SQLite::Statement& row);
  bool is_saved(std::int64_t key);

  SQLite::Database& from_;
  SQLite::Database& to_;
  std::string table_;
  std::string columns_;                ///< those that both files have, quoted
  std::optional<std::string> number_;  ///< the name of the INTEGER PRIMARY KEY
  std::string key_;                    ///< the primary key's columns, quoted
  std::vector<std::string> names_;
  std::int64_t saved_ = 0;
  std::set<std::int64_t> refused_;
  std::int64_t refused_without_number_ = 0;
};

}  // namespace lytes::storage

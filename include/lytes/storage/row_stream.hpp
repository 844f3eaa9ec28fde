#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "lytes/storage/row_cursor.hpp"

struct sqlite3;
struct sqlite3_context;
struct sqlite3_value;

namespace lytes::storage {

/// The columns of one row, as SQLite hands them to a function.
class RowValues {
 public:
  explicit RowValues(sqlite3_value** values) : values_(values) {}

  std::int64_t integer(int column) const;
  std::optional<double> known_real(int column) const;  ///< empty for NULL
  std::string_view text(int column) const;             ///< empty for NULL; gone with the row

 private:
  sqlite3_value** values_;
};

/// Rows that are handed over whole, many in one step, for the loops that go through every entry of many years: a row
/// that SQLite stops at and whose columns are then asked for one by one takes a fifth longer to read.
///
/// The statement's last condition is `enough(?1, column, ...)`, which is this stream's taker: no row is a result but
/// one that it wants no more behind. So what stands before must be a search in an order, which leaves no row to sort
/// out.
class RowStream {
 public:
  /// @return whether this row is enough for now
  using Taker = std::function<bool(const RowValues&)>;

  /// @throws SQLite::Exception, as what follows
  RowStream(JournalFile& journal, const char* sql, Taker taker);
  RowStream(const RowStream&) = delete;
  RowStream& operator=(const RowStream&) = delete;

  /// @param place from 2 on
  void bind(int place, const std::string& text) { rows_.bind(place, text); }
  void bind(int place, std::int64_t number) { rows_.bind(place, number); }

  /// Back before the first row, to be bound again.
  void restart() { rows_.restart(); }

  /// Hands over the next rows until one is enough. What the taker throws passes through.
  /// @return false at the end
  bool run();

  /// Tells a connection of `enough`.
  static void prepare(sqlite3* connection);

 private:
  static void take(sqlite3_context* context, int count, sqlite3_value** values);

  Taker taker_;
  std::exception_ptr failure_;
  RowCursor rows_;
};

}  // namespace lytes::storage

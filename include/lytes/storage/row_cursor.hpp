#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3_stmt;
struct sqlite3_value;

namespace SQLite {
class Database;
}

namespace lytes::storage {

class JournalFile;

/// Statements of a connection that were run and may be run again: to prepare one takes longer than to run it.
class KeptStatements {
 public:
  KeptStatements() = default;
  KeptStatements(const KeptStatements&) = delete;
  KeptStatements& operator=(const KeptStatements&) = delete;
  ~KeptStatements();

  /// One of this very text that nobody uses, now the caller's; null where there is none.
  sqlite3_stmt* take(const char* sql);
  /// Ends it and keeps it for the next who takes it.
  void give_back(sqlite3_stmt* statement);

 private:
  std::vector<sqlite3_stmt*> idle_;
};

/// Rows by SQLite's own calls, for the loops that go through hundreds of them in every command, or through every entry
/// of many years: over 38,000 intakes SQLiteCpp's Column objects take 14 ms beside the 25 ms of the search.
class RowCursor {
 public:
  /// @throws SQLite::Exception, as `bind` and `step`
  RowCursor(SQLite::Database& database, const char* sql);
  /// A statement of a journal is kept for the next cursor with the same words.
  RowCursor(JournalFile& journal, const char* sql);

  void bind(int place, const std::string& text);
  void bind(int place, std::int64_t number);
  /// An object for a function of ours, which SQL itself cannot see.
  /// @param kind the name by which the function asks for it; it must last
  void bind(int place, void* object, const char* kind);

  /// Back before the first row, to be bound again.
  void restart();

  /// To the next row. Texts of the row before are then gone.
  bool step();

  int columns() const;
  bool is_null(int column) const;
  bool is_number(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;  ///< empty for NULL

  std::optional<double> known_real(int column) const;  ///< empty for NULL

  /// Whether a column holds the same number, text or NULL as that of another row; whole numbers are numbers, too.
  bool holds_same(int column, const RowCursor& other) const;

 private:
  struct LetGo {
    KeptStatements* kept;  ///< null for a statement that is run once
    void operator()(sqlite3_stmt* statement) const;
  };

  void prepare(SQLite::Database& database, const char* sql);
  sqlite3_value* value(int column) const;

  std::unique_ptr<sqlite3_stmt, LetGo> statement_{nullptr, LetGo{nullptr}};
};

}  // namespace lytes::storage

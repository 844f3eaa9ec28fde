#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "lytes/storage/row_cursor.hpp"

namespace SQLite {
class Database;
}

namespace lytes::storage {

/// A database that another program made, read without trusting it.
///
/// It is opened read-only and as immutable, so that no lock is taken and no log beside it is followed. Its triggers,
/// views and functions are never run: only plain tables of it are read, without columns that are worked out; what is
/// longer than a text of a diary is refused, and so is work without an end.
class StrangeFile {
 public:
  /// @param name for messages; empty: the file's own
  /// @throws StorageError when it cannot be read
  /// @throws InputError when it is no database
  static StrangeFile open(const std::filesystem::path& file, std::string name = {});

  StrangeFile(StrangeFile&&) noexcept;
  StrangeFile& operator=(StrangeFile&&) noexcept;
  ~StrangeFile();

  /// Whether there is a plain table of that name.
  bool has_table(const std::string& table);

  /// The columns of a table as they are spelled; none where there is no such table.
  /// @throws InputError where it is a view or another table than a plain one, or has columns that are worked out
  std::set<std::string> columns(const std::string& table);

  /// Calls `each` for every row.
  /// @throws InputError when the database is damaged, or reading has no end
  void each_row(const std::string& select, const std::function<void(RowCursor& row)>& each);

 private:
  StrangeFile(std::string name, std::unique_ptr<SQLite::Database> database);

  std::string name_;
  std::unique_ptr<int> looks_;  ///< that were taken whether reading has an end; the database holds on to it
  std::unique_ptr<SQLite::Database> database_;
};

/// A file for the while that it is needed, that nobody else can read and that goes with its name.
class PassingFile {
 public:
  /// @param folder where it may lie
  /// @throws StorageError when it cannot be made
  explicit PassingFile(const std::filesystem::path& folder);
  ~PassingFile();
  PassingFile(const PassingFile&) = delete;
  PassingFile& operator=(const PassingFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// @throws StorageError, such as for a full disk
  void write(std::string_view bytes) const;

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
};

}  // namespace lytes::storage

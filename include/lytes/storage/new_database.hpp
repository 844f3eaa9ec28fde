#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "lytes/storage/new_file.hpp"

namespace SQLite {
class Database;
}

namespace lytes::storage {

/// A database that takes the place of a file only when it is whole, for tables that are made as a whole and then only
/// read (see ReadOnlyFile).
///
/// It keeps no log: what is not finished is thrown away. Beside it stands a database "stage" for what is sorted on the
/// way, and "old", the file whose place it is to take, where there is one that this program understands. Both files in
/// the making are hidden and locked (see NewFile), so that a killed program leaves nothing that the next command does
/// not remove.
class NewDatabase {
 public:
  /// @param application_id,version for the header; a file there that has another id is not replaced, one of a lower
  ///   version is replaced unread
  /// @throws StorageError Failed; Damaged: another program's file is there; TooNew
  NewDatabase(const std::filesystem::path& final_name, std::int32_t application_id, int version);
  NewDatabase(const NewDatabase&) = delete;
  NewDatabase& operator=(const NewDatabase&) = delete;
  ~NewDatabase();

  SQLite::Database& database() { return *database_; }
  bool has_old() const { return has_old_; }

  /// Closes the database, whose transaction must be at its end, and puts it in its place.
  /// @throws StorageError as `NewFile::publish_over`
  void publish();

  /// As `JournalFile::guarded`.
  template <class Work>
  decltype(auto) guarded(Work&& work) {
    try {
      return static_cast<Work&&>(work)();
    } catch (...) {
      rethrow_as_storage_error();
    }
  }

 private:
  void attach(const std::string& file, const char* name);
  [[noreturn]] void rethrow_as_storage_error() const;

  std::filesystem::path final_name_;
  NewFile file_;
  NewFile stage_;
  bool has_old_ = false;
  std::unique_ptr<SQLite::Database> database_;
};

}  // namespace lytes::storage

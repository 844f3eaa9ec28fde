#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lytes/storage/file_pin.hpp"
#include "lytes/storage/row_cursor.hpp"

namespace SQLite {
class Database;
}

namespace lytes::storage {

struct Migration;

enum class Access { Read, Write };

/// What to do about the folder the journal is to lie in.
enum class Folder {
  MustExist,  ///< for a path that the user typed: a slip in it must not start a second diary
  Create      ///< for the usual place: made, with mode 0700, when first something is written
};

/// The folder of a journal, whether there is one yet or not; made where the rule says so.
/// @throws StorageError Failed where there is none
std::filesystem::path folder_of_journal(const std::filesystem::path& file, Folder rule);

/// An open journal: one SQLite file of this program's, brought up to the newest schema.
///
/// Rollback journal, synchronous EXTRA: what was committed survives a power cut, and stands in the one file as soon as
/// it is committed. Moved, never copied; one thread at a time.
class JournalFile {
 public:
  /// Opens the journal, for writing also makes it (mode 0600) when there is none.
  ///
  /// Reading where there is none leaves no trace on disk: an empty journal in memory stands in (see `is_on_disk`).
  /// A journal of an older schema is migrated: for writing after a copy beside it, "journal.version-1.db"; for reading
  /// in memory, so that the file stays as it is and may lie where nothing can be written.
  /// A journal with a second hard link is made a file of its own before it is written, for two names have two logs.
  /// @throws StorageError Damaged: a link, a folder, empty, or another program's file; TooNew: of a newer schema,
  ///   left as it was to the byte; Locked: another program held it for more than five seconds; Failed: the rest
  static JournalFile open(const std::filesystem::path& file, Access access, Folder folder = Folder::MustExist);

  JournalFile(JournalFile&&) noexcept;
  JournalFile& operator=(JournalFile&&) noexcept;
  ~JournalFile();

  /// Closes the connection until the journal is next used; to be called before anything that waits for a person. What
  /// then lies at the path must be the same file, else every use throws StorageError Failed.
  void rest();

  /// From now on the journal is open for writing. It must be on disk, and still the same file.
  void allow_writing();

  /// Whether the path still leads to the open file: a sync program may have put another in its place.
  bool is_in_place();

  /// What the user must be told about the files that were found, and has not been told yet.
  std::vector<std::string> take_remarks();

  /// False while there is no such file and an empty journal in memory stands in.
  bool is_on_disk() const { return on_disk_; }
  const std::filesystem::path& path() const { return path_; }
  Access access() const { return access_; }
  /// @throws StorageError Failed after `rest`, when the journal was replaced meanwhile
  SQLite::Database& database() {
    if (!connection_) open_again();
    return *connection_->database;
  }
  /// Those of `database()`, and gone with it.
  KeptStatements& statements() {
    if (!connection_) open_again();
    return connection_->statements;
  }

  /// Runs work that uses `database()`, and tells in the user's words what SQLite found wrong.
  /// Every store does its statements inside.
  /// @throws StorageError in place of any SQLite::Exception; what else `work` throws passes through
  template <class Work>
  decltype(auto) guarded(Work&& work) {
    try {
      return static_cast<Work&&>(work)();
    } catch (...) {
      rethrow_as_storage_error();
    }
  }

 private:
  struct Connection {
    explicit Connection(std::unique_ptr<SQLite::Database> opened);
    ~Connection();

    std::unique_ptr<SQLite::Database> database;
    KeptStatements statements;
  };

  friend JournalFile open_journal(const std::filesystem::path& file, Access access, Folder folder,
                                  std::span<const Migration> steps);
  JournalFile(std::filesystem::path file, Access access, std::span<const Migration> steps);
  void open_again();
  [[noreturn]] void rethrow_as_storage_error() const;

  std::filesystem::path path_;
  Access access_;
  std::span<const Migration> steps_;
  std::unique_ptr<Connection> connection_;  ///< null while the journal rests
  bool on_disk_ = true;
  std::optional<FilePin> pin_;  ///< of the file that the journal was when it was put to rest
  std::vector<std::string> remarks_;
};

}  // namespace lytes::storage

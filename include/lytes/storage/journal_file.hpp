#pragma once

#include <filesystem>
#include <memory>
#include <span>

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

/// An open journal: one SQLite file of this program's, brought up to the newest schema.
///
/// Write-ahead log, synchronous FULL: what was committed survives a power cut. When the last program closes it,
/// the log is folded back, so that the one file is whole. Moved, never copied; one thread at a time.
class JournalFile {
 public:
  /// Opens the journal, for writing also makes it (mode 0600) when there is none.
  ///
  /// Reading where there is none leaves no trace on disk: an empty journal in memory stands in (see `is_on_disk`).
  /// A journal of an older schema is copied beside itself, as "journal.version-1.db", and then migrated.
  /// A journal of this schema on read-only media can be read as long as no write-ahead log waits beside it; an older
  /// one cannot, for there is no room for the copy.
  /// @throws StorageError Damaged: a link, a folder, empty, or another program's file; TooNew: of a newer schema,
  ///   left as it was to the byte; Locked: another program held it for more than five seconds; Failed: the rest
  static JournalFile open(const std::filesystem::path& file, Access access, Folder folder = Folder::MustExist);

  JournalFile(JournalFile&&) noexcept;
  JournalFile& operator=(JournalFile&&) noexcept;
  ~JournalFile();

  /// False while there is no such file and an empty journal in memory stands in.
  bool is_on_disk() const { return on_disk_; }
  const std::filesystem::path& path() const { return path_; }
  Access access() const { return access_; }
  SQLite::Database& database() { return *database_; }

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
  friend JournalFile open_journal(const std::filesystem::path& file, Access access, Folder folder,
                                  std::span<const Migration> steps);
  JournalFile(std::filesystem::path file, Access access, std::unique_ptr<SQLite::Database> database, bool on_disk);
  [[noreturn]] void rethrow_as_storage_error() const;

  std::filesystem::path path_;
  Access access_;
  std::unique_ptr<SQLite::Database> database_;
  bool on_disk_;
};

}  // namespace lytes::storage

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

namespace SQLite {
class Database;
}

namespace lytes::storage {

/// "lytc" in the header of a catalogue, where a journal has "lyts".
inline constexpr std::int32_t catalogue_application_id = 0x6C797463;
/// "lytf" in the header of a file of imported foods.
inline constexpr std::int32_t imported_foods_application_id = 0x6C797466;

/// What a user must be told of a file that is not as it should be.
struct FileWords {
  const char* what = "the file that comes with lytes";
  const char* advice = "Install lytes again.";
};

/// A database file that nobody writes while programs run, but that is replaced as a whole: the food catalogue, and
/// foods that were imported.
///
/// Opened as immutable, so that no lock is taken and no log is looked for, and it may lie on read-only media.
class ReadOnlyFile {
 public:
  /// @param application_id what the file's maker put into its header
  /// @param version the `user_version` that this program understands
  /// @throws StorageError Failed: not there or not readable; Damaged: some other file; TooNew: a higher version.
  ///   A lower version is Damaged too: the file is replaced as a whole
  static ReadOnlyFile open(const std::filesystem::path& file, std::int32_t application_id, int version,
                           const FileWords& words = {});

  ReadOnlyFile(ReadOnlyFile&&) noexcept;
  ReadOnlyFile& operator=(ReadOnlyFile&&) noexcept;
  ~ReadOnlyFile();

  const std::filesystem::path& path() const { return path_; }
  SQLite::Database& database() { return *database_; }

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
  ReadOnlyFile(std::filesystem::path file, std::unique_ptr<SQLite::Database> database);
  [[noreturn]] void rethrow_as_storage_error() const;

  std::filesystem::path path_;
  std::unique_ptr<SQLite::Database> database_;
};

}  // namespace lytes::storage

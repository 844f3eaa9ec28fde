#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace lytes::storage {

/// A file that gets its name only when it is whole and on disk. The one way in which this program makes files.
///
/// While it is written it has no name where the file system can do that (O_TMPFILE), so that a crash leaves nothing
/// behind. Elsewhere it is called ".<name>.lytes-new-XXXXXX" and locked (flock) by the program that writes it: one that
/// nobody holds was left by a killed program (see `remove_abandoned`). Mode 0600.
class NewFile {
 public:
  enum class While {
    Nameless,  ///< where the file system can do that
    Hidden     ///< it has its hidden name from the beginning, for what writes to a path, such as SQLite
  };

  /// @throws StorageError Failed
  explicit NewFile(const std::filesystem::path& final_name, While in_the_making = While::Nameless);
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();

  /// The hidden name; empty while the file has none.
  const std::filesystem::path& path() const { return name_; }

  /// Adds bytes at the end.
  /// @throws StorageError Failed
  void write(std::span<const std::byte> bytes);

  /// Whether the file, read back, holds these bytes and no others.
  bool holds(std::span<const std::byte> bytes) const;

  /// Brings the file to disk and gives it its name, but never replaces a file.
  /// @return false when there is something of that name already
  /// @throws StorageError Failed; with `saved` where the file is there and only its folder could not be brought to disk
  [[nodiscard]] bool publish();

  /// Brings the file to disk and puts it in the place of whatever file has the name, in one step.
  /// @throws StorageError as `publish`
  void publish_over();

 private:
  void make_named();
  void copy_to_named();
  void to_disk();
  bool link_to(const std::filesystem::path& name);
  void remove_name() noexcept;

  std::filesystem::path final_name_;
  std::filesystem::path name_;  ///< for the time being; empty while the file has none
  int descriptor_ = -1;
};

/// Writes bytes as a new file, reads them back, and names it.
/// @return false when there is something of that name already
/// @throws StorageError as `NewFile::publish`
[[nodiscard]] bool write_new(const std::filesystem::path& final_name, std::span<const std::byte> bytes);

/// As `write_new`, in the place of whatever file has the name.
void write_over(const std::filesystem::path& final_name, std::span<const std::byte> bytes);

/// Removes what programs that were killed have left in a folder: journals, copies and pages in the making under their
/// hidden names. Those that a living program holds stay, and so do other programs' and other users' files.
void remove_abandoned(const std::filesystem::path& folder);

}  // namespace lytes::storage

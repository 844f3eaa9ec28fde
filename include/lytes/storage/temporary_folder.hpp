#pragma once

#include <filesystem>
#include <string>

namespace lytes::storage {

/// A folder that nobody else can look into, for as long as this lives; gone then with all that is in it. What a killed
/// program leaves goes with the next command.
class TemporaryFolder {
 public:
  /// @param temporary where it may lie
  /// @throws StorageError Failed
  explicit TemporaryFolder(const std::filesystem::path& temporary);
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  void hold() noexcept;
  void release() noexcept;

  std::filesystem::path path_;
  int lock_ = -1;  ///< on the folder, while the program lives
};

/// A text for the user's editor, in a file in a folder of its own.
class Draft {
 public:
  /// @throws StorageError Failed
  Draft(const std::filesystem::path& temporary, const std::string& name, const std::string& text);

  const std::filesystem::path& file() const { return file_; }

  /// As the editor left it.
  /// @throws StorageError Failed
  std::string text() const;

 private:
  TemporaryFolder folder_;
  std::filesystem::path file_;
};

/// Removes the folders of programs that were killed. Those of living programs stay.
void remove_abandoned_folders(const std::filesystem::path& temporary);

}  // namespace lytes::storage

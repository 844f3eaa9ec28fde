#pragma once

#include <filesystem>

namespace lytes::storage {

/// A file that gets its name only when it is whole.
///
/// Made empty, with mode 0600, beside the final name; removed on destruction unless published. So a crash half-way
/// never leaves an empty or half-written journal where a journal is looked for.
class NewFile {
 public:
  /// @throws StorageError Failed
  explicit NewFile(const std::filesystem::path& final_name);
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();

  const std::filesystem::path& path() const { return path_; }

  /// Brings the file to disk and gives it its name, but never replaces a file. No connection may be open on it.
  /// @return false when there is something of that name already
  /// @throws StorageError Failed
  [[nodiscard]] bool publish();

 private:
  std::filesystem::path final_name_;
  std::filesystem::path path_;
};

}  // namespace lytes::storage

#pragma once

#include <filesystem>
#include <optional>

namespace lytes::storage {

/// Remembers which file lay at a path, while no connection is open on it.
///
/// A name says little: sync programs put another file in its place. The file's number says it, as long as it is not
/// given to another file; so it is kept in use, without opening the file for reading or taking a lock.
class FilePin {
 public:
  /// @return nothing when there is no file
  static std::optional<FilePin> of(const std::filesystem::path& file);

  FilePin(FilePin&&) noexcept;
  FilePin& operator=(FilePin&&) noexcept;
  ~FilePin();

  /// Whether the file still lies at this path.
  bool is_at(const std::filesystem::path& file) const;

 private:
  explicit FilePin(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

}  // namespace lytes::storage

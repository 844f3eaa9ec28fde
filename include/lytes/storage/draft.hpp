#pragma once

#include <filesystem>
#include <string>

namespace lytes::storage {

/// A text for the user's editor, in a file that nobody else can look into; gone when it is done with.
class Draft {
 public:
  /// @param temporary where the file may lie
  /// @throws StorageError Failed
  Draft(const std::filesystem::path& temporary, const std::string& name, const std::string& text);
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft();

  const std::filesystem::path& file() const { return file_; }

  /// As the editor left it.
  /// @throws StorageError Failed
  std::string text() const;

 private:
  void hold() noexcept;
  void release() noexcept;
  void remove() noexcept;

  std::filesystem::path folder_;  ///< of this draft alone
  std::filesystem::path file_;
  int lock_ = -1;  ///< on the folder, while the program lives
};

/// Removes the drafts of programs that were killed. Those of living programs stay.
void remove_abandoned_drafts(const std::filesystem::path& temporary);

}  // namespace lytes::storage

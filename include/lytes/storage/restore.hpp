#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lytes/storage/journal_file.hpp"

namespace lytes::storage {

struct Restored {
  std::filesystem::path journal;
  std::optional<std::filesystem::path> replaced;  ///< where the journal lies that was there before
  std::vector<std::string> remarks;               ///< what else the user must be told, such as of logs set aside
  int from_version;                               ///< schema of the backup, which was brought up to date
};

/// Puts a copy of a backup in the journal's place. The backup is checked first, schema included, and stays as it is;
/// the journal that was there, sound or not, is kept beside it as "journal.replaced-2026-11-22T101500.db", a log that
/// lay beside it under the same new name.
///
/// The new file is whole on disk before the old one is touched, and takes its place in one step; whatever fails, the
/// old one is back. A program that has the old journal open is refused when it next writes
/// (`JournalFile::is_in_place`).
/// @param now the local time, for the name
/// @throws StorageError Damaged, TooNew: the backup, and all stays as it was; Locked; Failed
Restored restore(const std::filesystem::path& backup, const std::filesystem::path& journal, Folder folder,
                 std::chrono::local_seconds now);

/// What `restore` would do: the backup is checked in the same way, and nothing is changed.
Restored would_restore(const std::filesystem::path& backup, const std::filesystem::path& journal, Folder folder,
                       std::chrono::local_seconds now);

}  // namespace lytes::storage

#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "lytes/storage/journal_file.hpp"

namespace lytes::storage {

struct Restored {
  std::filesystem::path journal;
  std::optional<std::filesystem::path> replaced;  ///< where the journal lies that was there before
  int from_version;                               ///< schema of the backup, which was brought up to date
};

/// Puts a copy of a backup in the journal's place. The backup is checked first, and stays as it is; the journal that
/// was there, sound or not, is kept beside it as "journal.replaced-2026-11-22T101500.db".
///
/// Programs that have the journal open go on with the restored one. Nothing that another program wrote is lost: it is
/// in the restored journal or in the one put aside.
/// @param now the local time, for the name
/// @throws StorageError Damaged, TooNew: the backup, and all stays as it was; Locked; Failed
Restored restore(const std::filesystem::path& backup, const std::filesystem::path& journal, Folder folder,
                 std::chrono::local_seconds now);

}  // namespace lytes::storage

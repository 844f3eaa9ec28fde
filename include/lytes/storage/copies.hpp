#pragma once

#include <filesystem>
#include <vector>

namespace lytes::storage {

/// Files in which the diary, or part of it, lies a second time.
struct Copies {
  std::vector<std::filesystem::path> backups;  ///< in the folder "backups"
  std::vector<std::filesystem::path> kept;     ///< replaced and older journals, logs set aside
  std::vector<std::filesystem::path> hidden;   ///< left by programs that were killed, or in the making
};

/// Those in the journal's folder and in its backups; what a user has copied elsewhere nobody knows. By name.
Copies copies_of(const std::filesystem::path& journal);

}  // namespace lytes::storage

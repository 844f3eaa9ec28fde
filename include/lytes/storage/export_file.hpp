#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lytes::storage {

/// Writes a new file piece by piece, for its owner's eyes alone (mode 0600): whole or not at all. Nothing that has the
/// name is replaced.
/// @param write is given what takes the pieces
/// @throws StorageError Failed, also where there is something of that name
void write_export(const std::filesystem::path& file,
                  const std::function<void(const std::function<void(std::string_view)>&)>& write);

/// Makes a folder of such files (mode 0700): each whole, and the last of them there only when all are.
/// @throws StorageError Failed, also where there is something of that name
void write_export_folder(const std::filesystem::path& folder,
                         std::span<const std::pair<std::string, std::string_view>> files);

}  // namespace lytes::storage

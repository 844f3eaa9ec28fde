#pragma once

#include <filesystem>
#include <string_view>

namespace lytes::storage {

/// Writes a page for its owner's eyes alone (mode 0600): whole or not at all, so that a crash leaves no half of it.
/// An older page of that name is replaced; any other file, a link, folder or device is left alone.
/// @throws StorageError Failed
void write_page(const std::filesystem::path& file, std::string_view page);

}  // namespace lytes::storage

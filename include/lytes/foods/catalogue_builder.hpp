#pragma once

#include <filesystem>

namespace lytes::foods {

/// Makes the read-only catalogue from the tables in nutrient_data/ and vocabulary/.
///
/// Written beside `catalogue` first and renamed when whole, so that a reader never sees half a file.
/// @throws InputError naming file, line and column where a table is wrong
/// @throws StorageError when a file cannot be read or written
void build_catalogue(const std::filesystem::path& nutrient_data, const std::filesystem::path& vocabulary,
                     const std::filesystem::path& catalogue);

}  // namespace lytes::foods

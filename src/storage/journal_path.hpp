#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "lytes/storage/journal_file.hpp"

namespace lytes::storage {

/// The journal's path with every link in its folders resolved, since SQLite names the files beside it by that path.
/// Makes the folder where the rule and the access ask for it.
/// @return nothing when the folder is not there and need not be yet
/// @throws StorageError Failed
std::optional<std::filesystem::path> resolve_journal_path(const std::filesystem::path& file, Access access,
                                                          Folder rule);

/// @return whether there is a file; it may still be another program's
/// @throws StorageError Damaged for what a journal can never be: a link, a folder, empty, another user's
bool is_journal_there(const std::filesystem::path& file);

/// @throws StorageError Damaged: "<file> <what>"
[[noreturn]] void refuse(const std::filesystem::path& file, std::string_view what, std::string advice);

}  // namespace lytes::storage

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lytes/storage/finding.hpp"

namespace lytes::storage {

class JournalFile;
class ReadOnlyFile;

/// What can be told without opening the file as a database: permissions of file and folder, room on the disk,
/// logs and copies beside it.
std::vector<Finding> examine_file(const std::filesystem::path& journal);

/// All that this room can tell of an open journal: pages, guards and indexes, rows that belong to nothing, the schema,
/// whether rows are as the history left them, the size of the history. Reads all of the file.
std::vector<Finding> examine(JournalFile& journal);

/// Every page, index and guard, and every row that belongs to another: about 15 ms for a year of entries.
/// @return the first damage in a few words; nothing when the journal is sound
std::optional<std::string> first_damage(JournalFile& journal);
std::optional<std::string> first_damage(ReadOnlyFile& file);

/// Takes away what others may do with the journal: its file gets mode 0600, and its folder 0700 if the folder's name is
/// "lytes". Other files in the folder are left as they are.
/// @throws StorageError Failed
void mend_permissions(const std::filesystem::path& journal);

}  // namespace lytes::storage

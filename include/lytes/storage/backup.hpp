#pragma once

#include <filesystem>

namespace lytes::storage {

class JournalFile;

/// Copies the journal as it stands at one moment, while others may go on writing.
///
/// The copy is written beside its final name with mode 0600, brought to disk, and only then given that name,
/// so that a backup is whole or not there.
/// @throws StorageError Failed: there is a file of that name already, no such folder, disk full
void back_up(JournalFile& journal, const std::filesystem::path& copy);

}  // namespace lytes::storage

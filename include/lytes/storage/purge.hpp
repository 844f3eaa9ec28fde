#pragma once

#include <cstdint>

namespace lytes::storage {

class JournalFile;

struct Purged {
  std::int64_t changes;  ///< that can no longer be undone
  std::uintmax_t bytes_before;
  std::uintmax_t bytes_after;
};

/// Forgets for good what was deleted or changed: the history, which still holds it, and what the file's free pages may
/// hold. Entries stay as they are, and their numbers are not given again. Copies (see `copies_of`) are not touched.
/// @throws StorageError the journal stays as it was; Locked: another program is using it
Purged purge(JournalFile& journal);

}  // namespace lytes::storage

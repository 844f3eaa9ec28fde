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
/// @throws StorageError Damaged: the history may be needed to mend it; Locked; Failed. The journal stays as it was
/// unless
///   `saved` says that the history is forgotten and only the file could not be written anew
Purged purge(JournalFile& journal);

}  // namespace lytes::storage

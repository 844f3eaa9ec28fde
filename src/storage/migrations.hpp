#pragma once

#include <filesystem>
#include <span>
#include <string_view>

namespace SQLite {
class Database;
}

namespace lytes::storage {

/// One file of migrations/, as NNNN_name.sql.
struct Migration {
  int version;  ///< NNNN: the schema's `user_version` afterwards
  std::string_view name;
  const char* sql;
};

/// All of them, from version 1 without a gap; embedded when the program is built.
std::span<const Migration> migrations();

/// The version of the newest schema this program knows.
inline int newest_version(std::span<const Migration> steps) { return steps.empty() ? 0 : steps.back().version; }

/// "lyts" in the header of a journal.
inline constexpr int journal_application_id = 0x6C797473;

/// Takes the journal to the newest version in one transaction, the version with it. Does nothing when another
/// program has done so meanwhile.
/// @throws SQLite::Exception and leaves the journal as it was
void migrate(SQLite::Database& database, std::span<const Migration> steps);

/// Takes a journal that lies at `file` to the newest version, after a copy of it was put beside it:
/// "journal.version-1.db", or "journal.version-1-2.db" when that is there already. A migration that is refused leaves
/// neither a change nor a copy, and programs that try at the same time make one copy between them.
/// @throws SQLite::Exception, StorageError and leaves the journal as it was
void migrate_file(SQLite::Database& database, const std::filesystem::path& file, std::span<const Migration> steps);

}  // namespace lytes::storage

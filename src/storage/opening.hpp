#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "lytes/errors.hpp"
#include "lytes/storage/journal_file.hpp"
#include "migrations.hpp"

namespace lytes::storage {

/// JournalFile::open for a program that knows these migrations: so that the step from one schema to the next can be
/// tried out before there is one.
JournalFile open_journal(const std::filesystem::path& file, Access access, Folder folder,
                         std::span<const Migration> steps);

struct AsItStands {
  std::unique_ptr<SQLite::Database> database;
  int version;
  bool write_ahead_log;                          ///< as an earlier state of the program kept its journals
  std::vector<std::filesystem::path> set_aside;  ///< logs of other journals that lay beside it, under their new names
};

/// Opens a journal that is there, of this or an older schema, and leaves its schema as it is.
/// @throws StorageError as JournalFile::open
AsItStands open_as_it_stands(const std::filesystem::path& file, Access access, std::span<const Migration> steps);

/// The settings that every connection of this program has: foreign keys, time to wait for others, and nothing trusted
/// that a file brings along, be it a trigger, a view, a page or a size.
void configure(SQLite::Database& database);

/// That another file lies where the journal was.
[[nodiscard]] StorageError replaced_meanwhile(const std::filesystem::path& file);

/// The same once a change was saved, which then went with the file that is gone; where the path cannot even be looked
/// at, whether it did is not known.
[[nodiscard]] StorageError gone_after_saving(const std::filesystem::path& file);

}  // namespace lytes::storage

#pragma once

#include <filesystem>
#include <span>

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
  bool write_ahead_log;
};

/// Opens a journal that is there, of this or an older schema, and leaves its schema as it is.
/// @throws StorageError as JournalFile::open
AsItStands open_as_it_stands(const std::filesystem::path& file, Access access, std::span<const Migration> steps);

/// The settings that every connection of this program has: foreign keys, time to wait for others, nothing trusted that
/// a file brings along.
void configure(SQLite::Database& database);

}  // namespace lytes::storage

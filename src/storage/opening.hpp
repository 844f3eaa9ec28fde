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

}  // namespace lytes::storage

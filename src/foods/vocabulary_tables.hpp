#pragma once

#include <filesystem>

namespace SQLite {
class Database;
}

namespace lytes::foods {

/// Writes the words that people use (vocabulary/*.csv) into a new catalogue, where the rooms that read lines find them.
/// @throws InputError naming file, line and column where a table is wrong
void write_vocabulary(SQLite::Database& catalogue, const std::filesystem::path& vocabulary);

}  // namespace lytes::foods

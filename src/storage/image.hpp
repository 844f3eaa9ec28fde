#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace SQLite {
class Database;
}

namespace lytes::storage {

/// The bytes of a database's file, in memory.
using Image = std::vector<std::byte>;

/// The database as it stands at one moment, as the bytes of a file without a log.
/// @throws SQLite::Exception
Image image_of(SQLite::Database& database);

/// The same of a file, also while this very program is about to write to it.
Image image_of_file(const std::filesystem::path& file);

/// Marks an image as that of a file without a write-ahead log: one that has a log cannot be opened in memory.
/// https://www.sqlite.org/fileformat2.html#file_format_version_numbers
void mark_without_log(Image& image);

/// A database whose file is `image`, which must outlive it. Nothing is written to disk; what is written to the database
/// is refused, so that `image` stays as it is.
///
/// Whatever the bytes are, this succeeds; reading tells what is wrong with them.
/// @throws SQLite::Exception when there is not enough memory
std::unique_ptr<SQLite::Database> open_image(std::span<const std::byte> image);

/// An empty database in memory, with the settings that every connection of this program has.
std::unique_ptr<SQLite::Database> open_in_memory();

/// Copies a whole database over another, as it stands at one moment.
/// @throws SQLite::Exception
void copy_pages(SQLite::Database& from, SQLite::Database& to);

}  // namespace lytes::storage

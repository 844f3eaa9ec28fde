#pragma once

#include <filesystem>
#include <string>

struct sqlite3;

namespace lytes::storage {

/// From inside a catch block: an SQLite::Exception becomes a StorageError about `file`, anything else passes through.
/// @param connection where it happened, asked for the system's reason; may be null
[[noreturn]] void rethrow_as_storage_error(const std::filesystem::path& file, sqlite3* connection);

/// Throws what fits `error_number` (an errno) after `what`, such as "cannot make the folder /x".
[[noreturn]] void throw_system_error(const std::string& what, int error_number);

/// Throws what fits `error_number` after a failed attempt to write `file`.
[[noreturn]] void throw_write_error(const std::filesystem::path& file, int error_number);

/// Why a journal cannot be written, as far as the file system's permissions tell.
std::string why_not_writable(const std::filesystem::path& file);

}  // namespace lytes::storage

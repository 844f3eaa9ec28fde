#pragma once

#include <filesystem>
#include <string>

namespace lytes::storage {

/// A path as an SQLite URI for a file that nobody writes: no locks, no log beside it.
/// https://www.sqlite.org/uri.html
std::string immutable_uri(const std::filesystem::path& file);

}  // namespace lytes::storage

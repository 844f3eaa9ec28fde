#pragma once

#include <cstdint>

namespace SQLite {
class Database;
}

namespace lytes::storage {

/// Removes what of the history can neither be shown nor undone any more: records that are not whole, or that speak of
/// tables and keys that there are not.
/// @return how many were removed
std::int64_t remove_broken_changes(SQLite::Database& database);

}  // namespace lytes::storage

#pragma once

#include <cstdint>

namespace SQLite {
class Database;
}

namespace lytes::storage {

/// Enough for some hundred thousand logged lines.
inline constexpr std::int64_t default_history_limit_mb = 64;

/// The setting `history_limit_mb` in bytes; the default when it is not set or no whole number
/// from 1 to 10,000.
std::int64_t history_limit_bytes(SQLite::Database& database);

/// Drops the oldest changes until the rest fits the bound; the newest stays however large it is.
/// @param newest its number
/// @param bytes_so_far of the newest: the sum over all changes there ever were
void drop_oldest_changes(SQLite::Database& database, std::int64_t newest, std::int64_t bytes_so_far);

}  // namespace lytes::storage

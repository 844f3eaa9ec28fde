#pragma once

#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <string>
#include <vector>

#include "lytes/journal/entry.hpp"

namespace lytes::journal {

/// All of an entry in one row, in as many rows as a spasm has flags; to be followed by a WHERE that names `e`.
///
/// The tables of the other kinds are not searched: a join on NULL finds nothing at once.
const std::string& select_entries();

/// The order of the index, so that nothing is sorted. Rows of one entry follow one another, as reading wants it.
inline constexpr const char* by_day_and_time = " ORDER BY e.day, e.at_utc, e.id";

/// Runs `query`, made of `select_entries`, to its end.
/// @throws StorageError Damaged for what lytes never writes
std::vector<Entry> read_entries(SQLite::Statement& query);

}  // namespace lytes::journal

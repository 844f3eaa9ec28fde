#pragma once

#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <vector>

#include "lytes/journal/entry.hpp"

namespace lytes::journal {

/// All of an entry in one row, in as many rows as a spasm has flags; to be followed by a WHERE that names `e`.
///
/// The tables of the other kinds are not searched: a join on NULL finds nothing at once.
inline constexpr const char* select_entries = R"(
  SELECT e.id, e.line, e.kind, e.at_utc, e.utc_offset_s, e.day, e.note, e.import_key,
         i.food, i.description, i.amount, i.grams,
         i.water_ml, i.magnesium_mg, i.potassium_mg, i.sodium_mg, i.calcium_mg, i.caffeine_mg, i.alcohol_g,
         s.site, s.severity, s.minutes, g.flag, t.rating, f.name, f.value, f.unit
  FROM entry e
  LEFT JOIN intake i ON i.entry_id = iif(e.kind IN ('drink', 'food', 'supplement', 'total'), e.id, NULL)
  LEFT JOIN spasm s ON s.entry_id = iif(e.kind = 'spasm', e.id, NULL)
  LEFT JOIN spasm_flag g ON g.entry_id = iif(e.kind = 'spasm', e.id, NULL)
  LEFT JOIN stress t ON t.entry_id = iif(e.kind = 'stress', e.id, NULL)
  LEFT JOIN factor f ON f.entry_id = iif(e.kind = 'factor', e.id, NULL)
)";

/// The order of the index, so that nothing is sorted. Rows of one entry follow one another, as reading wants it.
inline constexpr const char* by_day_and_time = " ORDER BY e.day, e.at_utc, e.id";

/// Runs `query`, made of `select_entries`, to its end.
/// @throws StorageError Damaged for what lytes never writes
std::vector<Entry> read_entries(SQLite::Statement& query);

}  // namespace lytes::journal

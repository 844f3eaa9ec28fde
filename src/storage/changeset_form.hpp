#pragma once

#include <string_view>

namespace lytes::storage {

/// Whether a changeset is whole: SQLite 3.40 reads for ever in one whose table name has lost its end, as a flipped bit
/// can bring about. To be asked before SQLite reads what was stored. The form is told at the head of SQLite's
/// ext/session/sqlite3session.c.
bool is_whole_changeset(std::string_view changeset);

}  // namespace lytes::storage

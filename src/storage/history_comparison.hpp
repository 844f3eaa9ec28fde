#pragma once

#include <cstdint>
#include <string>

namespace SQLite {
class Database;
}

namespace lytes::storage {

struct HistoryComparison {
  std::int64_t compared = 0;  ///< rows that the history speaks of and that should be there
  std::int64_t different = 0;
  std::string first;  ///< "intake 212 (description)"
};

/// Holds every row that a change of the history wrote against the row as it stands: the history is a second copy of
/// all that it still remembers, words included.
/// @throws SQLite::Exception when the history itself cannot be read
HistoryComparison compare_with_history(SQLite::Database& database);

}  // namespace lytes::storage

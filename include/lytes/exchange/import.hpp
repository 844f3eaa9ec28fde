#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "lytes/journal/day_status.hpp"
#include "lytes/journal/entry.hpp"

namespace lytes::journal {
class Store;
}

namespace lytes::exchange {

/// What a file of another program holds for the journal, before any of it is written.
///
/// Every entry carries an import key that names its place in the source, so that the same file again adds nothing.
struct Incoming {
  std::vector<journal::Entry> entries;
  std::vector<journal::DaySaid> said;
  std::size_t days = 0;                       ///< of which the file says something
  std::size_t days_left_open = 0;             ///< those with intake of which it does not say whether they are complete
  std::vector<std::string> columns_not_read;  ///< names that the format does not know, as they stand in the file
};

inline constexpr std::size_t kind_count = 8;

/// What became of it.
struct Imported {
  std::array<std::size_t, kind_count> added{};  ///< entries, in the order of journal::Kind
  std::size_t there_already = 0;                ///< entries of an earlier import, left as they are
  std::size_t days_said = 0;                    ///< day statuses that were not there before

  std::size_t entries() const;
};

/// Tells what `import_into` would add, and only reads.
/// @throws StorageError
Imported would_import(journal::Store& store, const Incoming& incoming);

/// Adds what the journal does not hold yet, inside a storage::Change. What was said of a day before stands.
/// @throws StorageError
Imported import_into(journal::Store& store, const Incoming& incoming);

}  // namespace lytes::exchange

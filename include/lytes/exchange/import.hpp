#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <variant>
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

/// What one side says of a day: nothing where it is unknown, or words where a number does not tell it all.
using Figure = std::variant<std::monostate, double, std::string>;

/// A column under which the journal has another figure than the file.
struct Difference {
  std::string column;  ///< "fluid_ml", "spasms"
  Figure journal;
  Figure file;

  bool operator==(const Difference&) const = default;
};

/// A day of which the journal holds something else than the file.
struct Conflict {
  calendar::Day day;
  std::vector<Difference> differences;  ///< never empty

  bool operator==(const Conflict&) const = default;
};

/// What becomes of the days in conflict.
enum class OnConflict {
  Keep,    ///< they stay wholly as they are in the journal, and nothing of them is added
  Replace  ///< where the two differ, what the journal has is taken out and the file's put in
};

inline constexpr std::size_t kind_count = 8;

/// What became of it. Entries are counted in the order of journal::EntryKind.
struct Imported {
  std::array<std::size_t, kind_count> added{};
  std::array<std::size_t, kind_count> taken_out{};
  std::size_t there_already = 0;  ///< entries of the file that the journal holds with the same figures
  std::size_t days_said = 0;      ///< day statuses that were not there before

  std::size_t entries() const;
};

/// The days on which journal and file differ, by day.
///
/// What is said of a day is compared in parts: all intake together, the spasms by their number and whether that is all
/// of them, stress, each factor by its name, and the day's status. The file's part is there already when the journal
/// holds what an earlier import brought with the same figures, whatever was logged beside it, or when all that the
/// journal holds of that part adds up to them. Where the journal holds nothing, it is new. All else is a conflict of
/// the whole day, so that no day is ever mixed from both. Of what the file does not say nothing is compared.
/// @throws StorageError
std::vector<Conflict> conflicts(journal::Store& store, const Incoming& incoming);

/// Tells what `import_into` would do, and only reads.
/// @throws StorageError
Imported would_import(journal::Store& store, const Incoming& incoming, OnConflict on_conflict);

/// Adds what the journal does not hold yet, inside a storage::Change.
/// @throws StorageError
Imported import_into(journal::Store& store, const Incoming& incoming, OnConflict on_conflict);

}  // namespace lytes::exchange

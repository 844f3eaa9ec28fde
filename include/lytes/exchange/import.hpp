#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "lytes/exchange/incoming.hpp"
#include "lytes/quantity/nutrients.hpp"

namespace lytes::journal {
class Store;
}

namespace lytes::exchange {

/// What one side says of a day: nothing where it is unknown, or words where a number does not tell it all.
using Figure = std::variant<std::monostate, double, std::string>;

/// A column under which the journal has another figure than the file.
struct Difference {
  std::string column;  ///< "fluid_ml", "spasms"
  Figure journal;
  Figure file;

  bool operator==(const Difference&) const = default;
};

/// What becomes of the days in conflict.
enum class OnConflict {
  Keep,    ///< they stay wholly as they are in the journal, and nothing of them is added
  Replace  ///< where the two differ, what the journal has is taken out and the file's put in
};

/// A day of which the journal holds something else than the file.
struct Conflict {
  calendar::Day day;
  std::vector<Difference> differences;  ///< never empty
  std::vector<std::string> sources;     ///< other than the file's that the journal has it from: "by hand"
  std::optional<OnConflict> decided;    ///< by the sources that are preferred

  bool operator==(const Conflict&) const = default;
};

/// How a file is to be taken over.
struct ImportRules {
  OnConflict on_conflict = OnConflict::Keep;                   ///< of days that no preferred source decides
  std::vector<std::string> preferred = {};                     ///< sources, the first before the second
  std::optional<journal::DayStatus> open_days = std::nullopt;  ///< what becomes of days with intake of which neither
                                                               ///< the file nor the journal says whether it is all
};

inline constexpr std::size_t kind_count = static_cast<std::size_t>(journal::EntryKind::Medicine) + 1;

/// Entries counted in the order of journal::EntryKind.
using ByKind = std::array<std::size_t, kind_count>;

/// What became of one day of the file.
struct ImportedDay {
  calendar::Day day;
  ByKind added{};
  std::size_t taken_out = 0;
  std::size_t there_already = 0;
  bool kept = false;  ///< in conflict, and left as it is
  quantity::Nutrients added_figures;
};

/// What became of it.
struct Imported {
  ByKind added{};
  ByKind taken_out{};
  std::size_t there_already = 0;    ///< entries of the file that the journal holds with the same figures
  std::size_t days_said = 0;        ///< day statuses that were not there before
  std::size_t days_left_open = 0;   ///< those with intake of which neither file nor journal says whether it is all
  std::vector<Conflict> conflicts;  ///< as `conflicts` tells them
  std::vector<ImportedDay> days;    ///< those that the file says something of

  std::size_t entries() const;
};

/// Whether a source is meant by what was said after --prefer: its whole name, the app's ("WaterMinder") or the
/// format's ("cronometer"), capitals aside.
bool is_called(const std::string& source, const std::string& said);

/// The days on which journal and file differ, by day.
///
/// What is said of a day is compared in parts: all intake together, the spasms, stress, each factor by its name, notes
/// and medicines, and the day's status. An entry is there already when the journal holds one with its import key and
/// its figures. A part is there when all its entries are, whatever was logged beside them, or when all that the journal
/// holds of it adds up to the file's figures. What the file has more than was imported before is new, as long as the
/// journal has that part from the same source alone. All else is a conflict of the whole day, so that no day is ever
/// mixed from both: figures that were corrected, rows that the file no longer has, the same from two sources, a day
/// logged by hand. Of what the file does not say nothing is compared.
/// @throws StorageError
std::vector<Conflict> conflicts(journal::Store& store, const Incoming& incoming,
                                const std::vector<std::string>& preferred = {});

/// Tells what `import_into` would do, and only reads.
/// @throws StorageError
Imported would_import(journal::Store& store, const Incoming& incoming, const ImportRules& rules);

/// Adds what the journal does not hold yet, inside a storage::Change.
/// @throws StorageError
Imported import_into(journal::Store& store, const Incoming& incoming, const ImportRules& rules);

}  // namespace lytes::exchange

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lytes/journal/entry.hpp"
#include "lytes/storage/history.hpp"

namespace lytes::journal {

class Store;

/// What a change did to one entry.
struct EntryDiff {
  std::int64_t id;
  std::optional<Entry> before;  ///< empty: the change added it
  std::optional<Entry> after;   ///< empty: the change took it out
};

/// One thing that is known of something, as a change found it and left it.
struct FieldDiff {
  std::string name;                      ///< "amount", "magnesium_mg"
  std::optional<storage::Value> before;  ///< nothing for what the change added
  std::optional<storage::Value> after;   ///< nothing for what it took out
};

/// What a change did to something that is no entry: a food of the user's own, a fact of the profile, the status of a
/// day.
struct OtherDiff {
  enum class What { Added, Changed, Removed };

  What what;
  std::string about;  ///< in words what kind of thing it is, and which: "own food 3", "2026-11-22"
  /// Of something added or removed what is known of it; of something changed what differs, and what tells it from
  /// others of its kind, with equal sides.
  std::vector<FieldDiff> fields;
};

/// A recorded change, its rows put together to entries again.
struct ChangeDiff {
  std::vector<EntryDiff> entries;  ///< by id
  std::vector<OtherDiff> others;   ///< in the order of the record
};

/// The record of an edit holds only what differs; the rest of the entry is worked out from the journal as it now is,
/// going from change to change.
///
/// Entries of which rows were left out of the record (`rows_left_out`) may be left out here.
/// @param changes the newest of the history, as `history`, `undo` and `redo` give them
/// @return one for each change, in the same order; as when it was done, also for one that has been undone
std::vector<ChangeDiff> diffs_of(Store& store, std::span<const storage::RecordedChange> changes);

}  // namespace lytes::journal

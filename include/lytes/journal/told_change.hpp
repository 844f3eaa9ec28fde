#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "lytes/journal/entry.hpp"
#include "lytes/storage/history.hpp"

namespace lytes::journal {

class Store;

/// What a change did to one entry.
struct EntryChange {
  std::int64_t id;
  std::optional<Entry> before;  ///< empty: the change added it
  std::optional<Entry> after;   ///< empty: the change took it out
};

/// A recorded change, its rows put together to entries again.
struct ToldChange {
  std::vector<EntryChange> entries;        ///< by id
  std::vector<storage::RowChange> others;  ///< rows of other tables
};

/// The record of an edit holds only what differs; the rest of the entry is worked out from the journal as it now is,
/// going from change to change.
///
/// Entries of which rows were left out of the record (`rows_left_out`) may be left out here.
/// @param changes the newest of the history, as `history`, `undo` and `redo` give them
/// @return one for each change, in the same order; as when it was done, also for one that has been undone
std::vector<ToldChange> tell(Store& store, std::span<const storage::RecordedChange> changes);

}  // namespace lytes::journal

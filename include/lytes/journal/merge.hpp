#pragma once

#include <optional>

#include "lytes/journal/entry.hpp"

namespace lytes::journal {

/// What an edit comes to when the entry was changed while somebody was thinking: what the edit touched is as the edit
/// has it, all else as it stands now.
/// @param before what the edit began with
/// @param after what the edit made of it
/// @param now what the journal holds under the same number
/// @return nothing where both changed the same, or where `now` is another entry: of another kind or food, or with
///   other content at another time
std::optional<Entry> merged(const Entry& before, const Entry& after, const Entry& now);

}  // namespace lytes::journal

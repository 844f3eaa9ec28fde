#pragma once

#include "lytes/journal/entry_diff.hpp"

namespace lytes::journal {

/// A recorded row that is no part of an entry, told without the names of tables and the columns that tie rows together.
OtherDiff other_diff(const storage::RowChange& row);

}  // namespace lytes::journal

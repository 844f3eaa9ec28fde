#pragma once

#include "lytes/journal/entry_diff.hpp"

namespace lytes::journal {

/// A recorded row that is no part of an entry, told without the names of tables and the columns that tie rows together.
OtherChange other_change(const storage::RowChange& row);

}  // namespace lytes::journal

#pragma once

#include <cstddef>
#include <vector>

#include "lytes/journal/entry.hpp"
#include "lytes/remark.hpp"

namespace lytes::notebook {

class Notebook;

/// What entries that came in from elsewhere call for.
struct ImportRemarks {
  std::vector<Remark> remarks;  ///< of the last four weeks, as of any entry
  std::size_t old_signs = 0;    ///< signs in what is older, which are counted and not told
};

/// @param saved false where nothing was: then of the days nothing is said
ImportRemarks remarks_on_import(Notebook& notebook, const std::vector<journal::Entry>& entries, bool saved);

}  // namespace lytes::notebook

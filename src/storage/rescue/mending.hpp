#pragma once

#include "btree_page.hpp"
#include "image.hpp"

namespace lytes::storage {

/// Gives a damaged journal's bytes a header with which SQLite reads the pages behind it, whatever stands there now:
/// that of a fresh journal, the pages being as many as are whole and as large as the old header says, or, where it is
/// gone, as they look. Pages that were taken off the front of the file come back empty, so that the others have their
/// numbers again. Of the old header only what it says of free pages stays.
PagedBytes mend_header(Image bytes);

/// A fresh journal's tables have their roots in these pages of this size; those of a journal begun by an older schema
/// that are of that schema, too.
Image fresh_journal(std::size_t page_size);

}  // namespace lytes::storage

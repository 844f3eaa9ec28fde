#pragma once

#include <filesystem>

#include "btree_page.hpp"

namespace lytes::storage {

/// The bytes of a damaged journal with those that wait in a log beside it, its header mended. The file and its log are
/// left as they are: where there is a log, SQLite folds it into a copy under a hidden name beside `target`, which is
/// removed at once.
/// @throws StorageError Failed when the file cannot be read
PagedBytes read_damaged(const std::filesystem::path& journal, const std::filesystem::path& target);

}  // namespace lytes::storage

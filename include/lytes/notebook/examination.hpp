#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "lytes/storage/finding.hpp"
#include "lytes/storage/rescue.hpp"

namespace lytes::notebook {

class Notebook;

/// Whether the journal, its settings, its last backup and the catalogue are as they should be.
/// @throws StorageError Failed when the journal may not be read at all
std::vector<storage::Finding> examine(Notebook& notebook);

/// Copies what can be read of a damaged journal to a new file.
/// @param progress hears which share is done
storage::Rescued rescue(Notebook& notebook, const std::filesystem::path& copy,
                        const std::function<void(double)>& progress);

}  // namespace lytes::notebook

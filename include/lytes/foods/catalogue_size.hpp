#pragma once

#include <cstddef>

namespace lytes::storage {
class ReadOnlyFile;
}

namespace lytes::foods {

/// How many foods and products a catalogue holds.
/// @throws StorageError when it cannot be read
std::size_t catalogue_size(storage::ReadOnlyFile& file);

}  // namespace lytes::foods

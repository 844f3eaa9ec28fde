#include "lytes/foods/catalogue_size.hpp"

#include <SQLiteCpp/Database.h>

#include "lytes/storage/read_only_file.hpp"

namespace lytes::foods {

std::size_t catalogue_size(storage::ReadOnlyFile& file) {
  return file.guarded(
      [&] { return static_cast<std::size_t>(file.database().execAndGet("SELECT count(*) FROM food").getInt64()); });
}

}  // namespace lytes::foods

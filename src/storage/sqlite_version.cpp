#include "lytes/storage/sqlite_version.hpp"

#include <sqlite3.h>

namespace lytes::storage {

std::string sqlite_version() { return sqlite3_libversion(); }

}  // namespace lytes::storage

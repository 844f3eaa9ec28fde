#include "lytes/storage/one_thread.hpp"

#include <sqlite3.h>

namespace lytes::storage {

void configure_for_one_thread() {
  // Refused once SQLite is in use, and in a build of it that knows no threads: both are well.
  sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

}  // namespace lytes::storage

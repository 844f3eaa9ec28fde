#pragma once

#include <cstdint>
#include <optional>

struct sqlite3;

namespace lytes::storage {

/// The parts of an SQLite file's first 100 bytes that tell whose it is.
/// https://www.sqlite.org/fileformat2.html#the_database_header
struct DatabaseHeader {
  bool write_ahead_log;
  std::uint32_t user_version;  ///< may be behind what a waiting write-ahead log says
  std::uint32_t application_id;
};

/// Reads the header through a connection's own file, without a lock and before anything is made beside the file.
///
/// Opening the file a second time to look at it would be simpler, but closing that descriptor would drop the locks of
/// every other connection of this process (https://www.sqlite.org/howtocorrupt.html, 2.2).
/// @return nothing for what is not an SQLite file
std::optional<DatabaseHeader> read_header(sqlite3* connection);

}  // namespace lytes::storage

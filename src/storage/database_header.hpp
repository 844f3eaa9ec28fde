#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

struct sqlite3;

namespace lytes::storage {

inline constexpr std::size_t header_size = 100;

/// The parts of an SQLite file's first 100 bytes that tell whose it is.
/// https://www.sqlite.org/fileformat2.html#the_database_header
struct DatabaseHeader {
  std::uint32_t page_size;
  bool write_ahead_log;
  std::uint32_t change_counter;  ///< one more with each transaction, unless there is a write-ahead log
  std::uint32_t user_version;    ///< may be behind what a waiting write-ahead log says
  std::uint32_t application_id;
};

/// @return nothing for what is not the beginning of an SQLite file
std::optional<DatabaseHeader> header_in(std::span<const unsigned char, header_size> bytes);

/// Reads the header through a connection's own file, without a lock and before anything is made beside the file.
///
/// Opening the file a second time to look at it would be simpler, but closing that descriptor would drop the locks of
/// every other connection of this process (https://www.sqlite.org/howtocorrupt.html, 2.2).
/// @return nothing for what is not an SQLite file
/// @throws SQLite::Exception when the file cannot be read
std::optional<DatabaseHeader> read_header(sqlite3* connection);

/// Four bytes as SQLite writes numbers, the highest first.
std::uint32_t big_endian(const unsigned char* bytes);

}  // namespace lytes::storage

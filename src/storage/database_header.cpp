#include "database_header.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <cstring>

namespace lytes::storage {

std::uint32_t big_endian(const unsigned char* bytes) {
  return std::uint32_t{bytes[0]} << 24U | std::uint32_t{bytes[1]} << 16U | std::uint32_t{bytes[2]} << 8U | bytes[3];
}

std::optional<DatabaseHeader> header_in(std::span<const unsigned char, header_size> bytes) {
  constexpr char magic[16] = "SQLite format 3";
  if (std::memcmp(bytes.data(), magic, sizeof magic) != 0) return std::nullopt;
  const std::uint32_t page_size = std::uint32_t{bytes[16]} << 8U | bytes[17];
  return DatabaseHeader{page_size == 1 ? 65536 : page_size, bytes[18] == 2, big_endian(&bytes[24]),
                        big_endian(&bytes[60]), big_endian(&bytes[68])};
}

std::optional<DatabaseHeader> read_header(sqlite3* connection) {
  sqlite3_file* file = nullptr;
  sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (file == nullptr || file->pMethods == nullptr) return std::nullopt;
  std::array<unsigned char, header_size> bytes{};
  const int answer = file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), 0);
  if (answer == SQLITE_IOERR_SHORT_READ) return std::nullopt;  // shorter than any database
  if (answer != SQLITE_OK) throw SQLite::Exception("the file cannot be read", answer);
  return header_in(bytes);
}

}  // namespace lytes::storage

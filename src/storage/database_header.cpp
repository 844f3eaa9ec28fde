#include "database_header.hpp"

#include <sqlite3.h>

#include <array>
#include <cstring>

namespace lytes::storage {
namespace {

std::uint32_t big_endian(const unsigned char* bytes) {
  return std::uint32_t{bytes[0]} << 24U | std::uint32_t{bytes[1]} << 16U | std::uint32_t{bytes[2]} << 8U | bytes[3];
}

}  // namespace

std::optional<DatabaseHeader> read_header(sqlite3* connection) {
  sqlite3_file* file = nullptr;
  sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (file == nullptr || file->pMethods == nullptr) return std::nullopt;
  std::array<unsigned char, 100> bytes{};
  if (file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), 0) != SQLITE_OK) return std::nullopt;
  constexpr char magic[16] = "SQLite format 3";
  if (std::memcmp(bytes.data(), magic, sizeof magic) != 0) return std::nullopt;
  return DatabaseHeader{bytes[18] == 2, big_endian(&bytes[60]), big_endian(&bytes[68])};
}

}  // namespace lytes::storage

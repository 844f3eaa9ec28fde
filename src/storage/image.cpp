#include "image.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <cstring>

#include "opening.hpp"
#include "session.hpp"

namespace lytes::storage {

Image image_of(SQLite::Database& database) {
  // A copy in memory first: what a database in write-ahead mode still has in its log is then in the bytes too.
  const auto copy = open_in_memory();
  copy_pages(database, *copy);
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, SqliteFree> bytes(sqlite3_serialize(copy->getHandle(), "main", &size, 0));
  if (bytes == nullptr) {
    // A schema that SQLite cannot read stops it, too.
    const int code = sqlite3_errcode(copy->getHandle());
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
      throw SQLite::Exception(copy->getHandle(), code);
    throw SQLite::Exception("the database does not fit into memory", SQLITE_NOMEM);
  }
  Image image(static_cast<std::size_t>(size));
  std::memcpy(image.data(), bytes.get(), image.size());
  mark_without_log(image);
  return image;
}

Image image_of_file(const std::filesystem::path& file) {
  // SQLite copies nothing through a connection that holds a change of its own.
  SQLite::Database reader(file.string(), SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX);
  configure(reader);
  return image_of(reader);
}

void mark_without_log(Image& image) {
  constexpr std::size_t write_version = 18;
  constexpr std::size_t read_version = 19;
  if (image.size() > read_version) image[write_version] = image[read_version] = std::byte{1};
}

std::unique_ptr<SQLite::Database> open_image(std::span<const std::byte> image) {
  auto database = open_in_memory();
  // SQLite takes a pointer that it may write through, and does not with SQLITE_DESERIALIZE_READONLY.
  auto* bytes = const_cast<unsigned char*>(reinterpret_cast<const unsigned char*>(image.data()));
  const auto size = static_cast<sqlite3_int64>(image.size());
  require_ok(*database,
             sqlite3_deserialize(database->getHandle(), "main", bytes, size, size, SQLITE_DESERIALIZE_READONLY));
  return database;
}

std::unique_ptr<SQLite::Database> open_in_memory() {
  auto database =
      std::make_unique<SQLite::Database>(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
  configure(*database);
  return database;
}

void copy_pages(SQLite::Database& from, SQLite::Database& to) {
  sqlite3_backup* const backup = sqlite3_backup_init(to.getHandle(), "main", from.getHandle(), "main");
  if (backup == nullptr) throw SQLite::Exception(to.getHandle());
  // All pages in one step: one moment of the journal, however busy its writers are.
  const int answer = sqlite3_backup_step(backup, -1);
  sqlite3_backup_finish(backup);
  if (answer != SQLITE_DONE) throw SQLite::Exception(to.getHandle(), answer);
}

}  // namespace lytes::storage

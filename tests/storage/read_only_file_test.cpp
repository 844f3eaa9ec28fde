#include "lytes/storage/read_only_file.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "child_process.hpp"
#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
using Catch::Contains;
using Kind = StorageError::Kind;
namespace fs = std::filesystem;

namespace {

struct Catalogue {
  FreshFolder folder;
  fs::path file = folder / "cat #1 100%.db";

  Catalogue() {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(
        "PRAGMA application_id = 1819899003; PRAGMA user_version = 3; CREATE TABLE food (name TEXT) STRICT;"
        "INSERT INTO food VALUES ('Bananas, raw')");
  }
  Kind kind_of_error(std::int32_t id, int version) {
    return storage_error_of([&] { ReadOnlyFile::open(file, id, version); }).kind;
  }
};

}  // namespace

TEST_CASE_METHOD(Catalogue, "a catalogue on read-only media is read, and nothing is made beside it") {
  give_to_bound_user(folder.path());
  give_to_bound_user(file);
  REQUIRE(::chmod(file.c_str(), 0400) == 0);
  REQUIRE(::chmod(folder.path().c_str(), 0500) == 0);
  CHECK(in_child([&] {
          become_bound_user();
          ReadOnlyFile catalogue = ReadOnlyFile::open(file, 1819899003, 3);
          const std::string name = catalogue.database().execAndGet("SELECT name FROM food").getString();
          if (name != "Bananas, raw") throw std::logic_error(name);
        }) == "ok");
  CHECK(contents(folder.path()).size() == 1);
  REQUIRE(::chmod(folder.path().c_str(), 0700) == 0);
}

TEST_CASE_METHOD(Catalogue, "a catalogue cannot be written") {
  ReadOnlyFile catalogue = ReadOnlyFile::open(file, 1819899003, 3);
  const StorageError error =
      storage_error_of([&] { catalogue.guarded([&] { catalogue.database().exec("DELETE FROM food"); }); });
  CHECK(error.kind == Kind::Failed);
}

TEST_CASE_METHOD(Catalogue, "a file that is not the catalogue of this program is refused") {
  CHECK(kind_of_error(1819899003, 2) == Kind::TooNew);
  CHECK(kind_of_error(1819899003, 4) == Kind::Damaged);
  CHECK(kind_of_error(catalogue_application_id + 1, 3) == Kind::Damaged);
  std::ofstream(file, std::ios::trunc) << "text";
  CHECK(kind_of_error(1819899003, 3) == Kind::Damaged);
  std::ofstream(file, std::ios::trunc).flush();
  CHECK(kind_of_error(1819899003, 3) == Kind::Damaged);
  fs::remove(file);
  CHECK(kind_of_error(1819899003, 3) == Kind::Failed);
}

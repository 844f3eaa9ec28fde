#include "lytes/storage/new_database.hpp"

#include <SQLiteCpp/Database.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "lytes/storage/read_only_file.hpp"
#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
using Catch::Contains;
using Kind = StorageError::Kind;
namespace fs = std::filesystem;

namespace {

constexpr std::int32_t id = 1819899004;

struct Made {
  FreshFolder folder;
  fs::path file = folder / "made.db";

  void make(const std::string& word, int version = 1) const {
    NewDatabase database(file, id, version);
    database.database().exec("BEGIN; CREATE TABLE word (text TEXT); CREATE TABLE stage.passing (text TEXT)");
    if (database.has_old()) database.database().exec("INSERT INTO word SELECT text FROM old.word");
    database.database().exec("INSERT INTO word VALUES ('" + word + "'); COMMIT");
    database.publish();
  }
  std::string words(int version = 1) const {
    return ReadOnlyFile::open(file, id, version)
        .database()
        .execAndGet("SELECT group_concat(text) FROM word")
        .getString();
  }
};

}  // namespace

TEST_CASE_METHOD(Made, "a database takes its place when it is whole, with what the old one held") {
  make("one");
  CHECK(words() == "one");
  make("two");
  CHECK(words() == "one,two");
  CHECK(contents(folder.path()).size() == 1);
}

TEST_CASE_METHOD(Made, "one that is not finished leaves nothing, and the old one as it was") {
  make("one");
  {
    NewDatabase database(file, id, 1);
    database.database().exec("CREATE TABLE word (text TEXT)");
    CHECK(contents(folder.path()).size() == 3);
  }
  CHECK(words() == "one");
  CHECK(contents(folder.path()).size() == 1);
}

TEST_CASE_METHOD(Made, "a file of an older version is replaced unread, a newer one and another program's are not") {
  make("one");
  make("two", 2);
  CHECK(words(2) == "two");
  CHECK(storage_error_of([&] { make("three", 1); }).kind == Kind::TooNew);
  CHECK(words(2) == "two");
  std::ofstream(file) << "a list " << std::string(500, 'x');
  CHECK(storage_error_of([&] { make("four"); }).kind == Kind::Damaged);
  fs::remove(file);
  fs::create_directory(file);
  CHECK(storage_error_of([&] { make("four"); }).kind == Kind::Damaged);
}

TEST_CASE_METHOD(Made, "what SQLite finds wrong is told as of the file that is made") {
  NewDatabase database(file, id, 1);
  const StorageError error =
      storage_error_of([&] { database.guarded([&] { database.database().exec("SELECT * FROM nothing"); }); });
  CHECK_THAT(error.what(), Contains("made.db"));
}

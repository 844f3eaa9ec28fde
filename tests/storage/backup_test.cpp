#include "lytes/storage/backup.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "lytes/storage/history.hpp"
#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
using Catch::Contains;
namespace fs = std::filesystem;

TEST_CASE("a backup is a whole journal of its own, with its history") {
  const FreshFolder folder;
  JournalFile journal = JournalFile::open(folder / "j.db", Access::Write);
  log_drink(journal, 250);
  back_up(journal, folder / "copy.db");
  log_drink(journal, 500);

  struct stat found {};
  REQUIRE(::stat((folder / "copy.db").c_str(), &found) == 0);
  CHECK((found.st_mode & 0777U) == 0600U);
  JournalFile copy = JournalFile::open(folder / "copy.db", Access::Write);
  CHECK(water_in(copy) == 250);
  CHECK(copy.database().execAndGet("PRAGMA integrity_check").getString() == "ok");
  undo(copy, 1);
  CHECK(water_in(copy) == 0);
  CHECK(water_in(journal) == 750);
}

TEST_CASE("a backup taken while another program writes has what was committed") {
  const FreshFolder folder;
  JournalFile writer = JournalFile::open(folder / "j.db", Access::Write);
  log_drink(writer, 250);
  Change writing(writer, "drink", some_time);
  insert_drink(writer, 500);
  JournalFile reader = JournalFile::open(folder / "j.db", Access::Read);
  back_up(reader, folder / "copy.db");
  writing.commit();
  JournalFile copy = JournalFile::open(folder / "copy.db", Access::Read);
  CHECK(water_in(copy) == 250);
}

TEST_CASE("a backup replaces nothing") {
  const FreshFolder folder;
  JournalFile journal = JournalFile::open(folder / "j.db", Access::Write);
  std::ofstream(folder / "copy.db") << "mine";
  fs::create_symlink("nowhere", folder / "link.db");
  for (const char* name : {"copy.db", "link.db", "j.db"}) {
    CHECK_THAT(storage_error_of([&] { back_up(journal, folder / name); }).what(), Contains("already"));
  }
  CHECK(bytes_of(folder / "copy.db") == "mine");
  CHECK_FALSE(fs::exists(folder / "nowhere"));
}

TEST_CASE("a backup into a folder that is not there is refused") {
  const FreshFolder folder;
  JournalFile journal = JournalFile::open(folder / "j.db", Access::Write);
  CHECK_THAT(storage_error_of([&] { back_up(journal, folder / "slip/copy.db"); }).what(),
             Contains("slip/copy.db") && Contains("No such file or directory"));
}

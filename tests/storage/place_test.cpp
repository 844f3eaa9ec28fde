// A journal is a file, not a name: sync programs put another file in its place, links give it a second name.

#include <catch2/catch.hpp>

#include "child_process.hpp"
#include "lytes/storage/backup.hpp"
#include "lytes/storage/history.hpp"
#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

struct TwoJournals {
  FreshFolder folder;
  fs::path file = folder / "j.db";
  fs::path other = folder / "other.db";

  TwoJournals() {
    JournalFile first = JournalFile::open(file, Access::Write);
    log_drink(first, 100);
    JournalFile second = JournalFile::open(other, Access::Write);
    log_drink(second, 700);
  }
};

double water_of(const fs::path& file) {
  JournalFile journal = JournalFile::open(file, Access::Read);
  return water_in(journal);
}

}  // namespace

TEST_CASE_METHOD(TwoJournals, "a journal at rest holds no file open and goes on where it was") {
  JournalFile journal = JournalFile::open(file, Access::Write);
  CHECK(water_in(journal) == 100);
  journal.rest();
  {
    JournalFile meanwhile = JournalFile::open(file, Access::Write);
    log_drink(meanwhile, 50);
  }
  log_drink(journal, 25);
  CHECK(water_in(journal) == 175);
}

TEST_CASE_METHOD(TwoJournals, "a journal replaced or taken away at rest is refused, and the new file left alone") {
  JournalFile journal = JournalFile::open(file, Access::Write);
  journal.rest();
  const bool gone = GENERATE(true, false);
  gone ? static_cast<void>(fs::remove(file)) : fs::rename(other, file);
  const StorageError error = storage_error_of([&] { water_in(journal); });
  CHECK(error.kind == StorageError::Kind::Failed);
  CHECK_THAT(error.what(), Contains("another file in the place of"));
  CHECK(storage_error_of([&] { log_drink(journal, 1); }).saved == Saved::No);
  if (!gone) CHECK(water_of(file) == 700);
  CHECK(fs::exists(file) == !gone);
}

TEST_CASE_METHOD(TwoJournals, "a file made anew under the old one's number is still another file") {
  JournalFile journal = JournalFile::open(file, Access::Write);
  journal.rest();
  fs::remove(file);
  // File systems give a freed number to the next file that is made.
  for (int i = 0; i < 50; ++i) {
    fs::copy_file(other, file);
    CHECK(storage_error_of([&] { water_in(journal); }).kind == StorageError::Kind::Failed);
    fs::remove(file);
  }
}

TEST_CASE_METHOD(TwoJournals, "a change to a file that is no longer the journal is refused before and after") {
  JournalFile journal = JournalFile::open(file, Access::Write);
  SECTION("before it begins") {
    fs::rename(other, file);
    CHECK(storage_error_of([&] { Change(journal, "drink", some_time); }).saved == Saved::No);
  }
  SECTION("in the middle") {
    Change change(journal, "drink", some_time);
    insert_drink(journal, 1);
    fs::rename(other, file);
    CHECK(storage_error_of([&] { change.commit(); }).saved == Saved::No);
  }
  CHECK(water_of(file) == 700);
}

TEST_CASE_METHOD(TwoJournals, "opened for reading, a journal can be written later, if it is the same file") {
  JournalFile journal = JournalFile::open(file, Access::Read);
  journal.allow_writing();
  log_drink(journal, 5);
  CHECK(water_in(journal) == 105);
  JournalFile reading = JournalFile::open(file, Access::Read);
  fs::rename(other, file);
  CHECK(storage_error_of([&] { reading.allow_writing(); }).kind == StorageError::Kind::Failed);
}

TEST_CASE_METHOD(TwoJournals, "a journal with two names becomes a file of its own, and says so once") {
  const fs::path second = folder / "second.db";
  fs::create_hard_link(file, second);
  CHECK(water_of(file) == 100);
  CHECK(fs::hard_link_count(file) == 2);  // reading leaves it
  {
    JournalFile journal = JournalFile::open(file, Access::Write);
    const auto remarks = journal.take_remarks();
    REQUIRE(remarks.size() == 1);
    CHECK_THAT(remarks.front(), Contains("second name"));
    log_drink(journal, 50);
  }
  CHECK(fs::hard_link_count(file) == 1);
  CHECK(water_of(file) == 150);
  CHECK(water_of(second) == 100);
  JournalFile again = JournalFile::open(file, Access::Write);
  CHECK(again.take_remarks().empty());
  CHECK(history(again, 10).size() == 2);
  CHECK(contents(folder.path()).size() == 3);
}

TEST_CASE_METHOD(TwoJournals, "the second name that a killed restore left is taken away") {
  fs::create_hard_link(file, folder / "j.replaced-2026-11-22T101500.db");
  JournalFile journal = JournalFile::open(file, Access::Write);
  CHECK(journal.take_remarks().empty());
  CHECK(fs::hard_link_count(file) == 1);
  CHECK_FALSE(fs::exists(folder / "j.replaced-2026-11-22T101500.db"));
  log_drink(journal, 50);
  CHECK(water_of(file) == 150);
}

TEST_CASE("a diary begun beside the backups of another says so") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  {
    JournalFile journal = JournalFile::open(file, Access::Write);
    CHECK(journal.take_remarks().empty());
    log_drink(journal, 100);
    CHECK_FALSE(back_up_daily(journal, std::chrono::sys_days(std::chrono::year{2026} / 11 / 22)));
  }
  fs::remove(file);
  JournalFile journal = JournalFile::open(file, Access::Write);
  const auto remarks = journal.take_remarks();
  REQUIRE(remarks.size() == 1);
  CHECK_THAT(remarks.front(), Contains("begun anew") && Contains("j.daily-2026-11-22.db"));
}

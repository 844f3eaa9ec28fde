#include "lytes/storage/restore.hpp"

#include <sys/resource.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "child_process.hpp"
#include "lytes/storage/backup.hpp"
#include "lytes/storage/history.hpp"
#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
using Catch::Contains;
using Kind = StorageError::Kind;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr std::chrono::local_seconds some_morning = std::chrono::local_days(2026y / 11 / 22) + 10h + 15min;

double water_of(const fs::path& file) {
  JournalFile journal = JournalFile::open(file, Access::Read);
  return water_in(journal);
}

/// A backup with 250 ml, and a journal that has gone on to 750.
struct Backed {
  FreshFolder folder;
  fs::path file = folder / "j.db";
  fs::path backup = folder / "copy.db";
  fs::path replaced = folder / "j.replaced-2026-11-22T101500.db";

  Backed() {
    JournalFile journal = JournalFile::open(file, Access::Write);
    log_drink(journal, 250);
    back_up(journal, backup);
    log_drink(journal, 500);
  }
  Restored restore_it() { return restore(backup, file, Folder::MustExist, some_morning); }
};

}  // namespace

TEST_CASE_METHOD(Backed, "a restored backup takes the journal's place, and what was there is kept") {
  const std::string before = bytes_of(backup);
  const Restored restored = restore_it();
  CHECK(restored.replaced == replaced);
  CHECK(water_of(file) == 250);
  CHECK(water_of(replaced) == 750);
  CHECK(bytes_of(backup) == before);
  struct stat found {};
  for (const fs::path& path : {file, replaced}) {
    REQUIRE(::stat(path.c_str(), &found) == 0);
    CHECK((found.st_mode & 0777U) == 0600U);
  }
  restore(replaced, file, Folder::MustExist, some_morning);
  CHECK(water_of(file) == 750);
  CHECK(water_of(folder / "j.replaced-2026-11-22T101500-2.db") == 250);
}

TEST_CASE_METHOD(Backed, "a journal's name needs no ending to be restored") {
  const fs::path plain = folder / "diary";
  fs::copy_file(replaced.parent_path() / "j.db", plain);
  CHECK(restore(backup, plain, Folder::MustExist, some_morning).replaced ==
        folder / "diary.replaced-2026-11-22T101500");
  CHECK(water_of(plain) == 250);
}

TEST_CASE_METHOD(Backed, "a program that has the replaced journal open is refused, and writes to neither") {
  JournalFile other = JournalFile::open(file, Access::Write);
  CHECK(water_in(other) == 750);
  restore_it();
  const StorageError error = storage_error_of([&] { log_drink(other, 100); });
  CHECK_THAT(error.what(), Contains("another file in the place of"));
  CHECK(error.saved == Saved::No);
  CHECK(storage_error_of([&] { undo(other, 1); }).kind == Kind::Failed);
  CHECK(water_of(file) == 250);
  CHECK(water_of(replaced) == 750);
}

TEST_CASE_METHOD(Backed, "a journal that another program is writing to is not replaced under its hands") {
  // Waits for the five seconds that the other program is given.
  JournalFile other = JournalFile::open(file, Access::Write);
  {
    Change writing(other, "drink", some_time);
    insert_drink(other, 100);
    CHECK(storage_error_of([&] { restore_it(); }).kind == Kind::Locked);
    writing.commit();
  }
  CHECK(water_in(other) == 850);
  CHECK_FALSE(fs::exists(replaced));
}

TEST_CASE_METHOD(Backed, "a journal that is damaged is put aside to the byte") {
  const std::string what = GENERATE("text", "empty", "folder", "newer");
  const fs::path log = folder / "j.db-wal";
  fs::remove(file);
  if (what == "text") std::ofstream(file) << "Dear diary";
  if (what == "empty") std::ofstream(file) << "";
  if (what == "folder") fs::create_directory(file);
  if (what == "newer") {
    fs::copy_file(backup, file);
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
  }
  std::ofstream(log) << "left behind";
  const std::string before = what == "folder" ? "" : bytes_of(file);
  INFO(what);
  restore_it();
  CHECK(water_of(file) == 250);
  CHECK((what == "folder" ? fs::is_directory(replaced) : bytes_of(replaced) == before));
  CHECK(bytes_of(replaced.string() + "-wal") == "left behind");
}

TEST_CASE_METHOD(Backed, "a missing journal is made from the backup") {
  fs::remove(file);
  CHECK_FALSE(restore_it().replaced);
  CHECK(water_of(file) == 250);
}

TEST_CASE_METHOD(Backed, "what is no sound journal is not restored, and all stays as it was") {
  const fs::path odd = folder / "odd.db";
  const std::string what =
      GENERATE("nothing", "text", "empty", "folder", "link", "newer", "other", "damaged", "itself");
  INFO(what);
  if (what == "text")
    std::ofstream(odd) << "Dear diary, this is a long enough text to be read as a header of a database."
                          " It is none, though, for it lacks the magic.";
  if (what == "empty") std::ofstream(odd) << "";
  if (what == "folder") fs::create_directory(odd);
  if (what == "link") fs::create_symlink(backup, odd);
  if (what == "other")
    SQLite::Database(odd.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t (a)");
  if (what == "newer" || what == "damaged") {
    fs::copy_file(backup, odd);
    SQLite::Database plain(odd.string(), SQLite::OPEN_READWRITE);
    plain.exec(what == "newer" ? "PRAGMA user_version = 99" : "PRAGMA foreign_keys = OFF; DELETE FROM entry");
  }
  if (what == "itself") fs::create_hard_link(file, odd);
  const StorageError error = storage_error_of([&] { restore(odd, file, Folder::MustExist, some_morning); });
  CHECK(error.kind == (what == "newer"                         ? Kind::TooNew
                       : what == "nothing" || what == "itself" ? Kind::Failed
                                                               : Kind::Damaged));
  CHECK(water_of(file) == 750);
  CHECK_FALSE(fs::exists(replaced));
}

TEST_CASE("a backup of schema version 1 is brought up to date and itself left alone") {
  const FreshFolder folder;
  fs::copy_file(std::string(LYTES_SOURCE_DIR) + "/tests/storage/fixtures/journal_v1.db", folder / "old.db");
  fs::permissions(folder / "old.db", fs::perms::owner_all);
  const std::string before = bytes_of(folder / "old.db");
  const Restored restored = restore(folder / "old.db", folder / "j.db", Folder::MustExist, some_morning);
  CHECK(restored.from_version == 1);
  CHECK(bytes_of(folder / "old.db") == before);
  JournalFile journal = JournalFile::open(folder / "j.db", Access::Write);
  CHECK(journal.database().execAndGet("SELECT count(*) FROM entry").getInt() == 8);
  CHECK(undo(journal, 2).size() == 2);
  for (const auto& file : fs::directory_iterator(folder.path()))
    CHECK_THAT(file.path().string(), !Contains(".version-"));
}

TEST_CASE_METHOD(Backed, "a file that holds more than lytes made, or less, is not restored") {
  const fs::path odd = folder / "odd.db";
  fs::copy_file(backup, odd);
  const auto [sql, named] = GENERATE(table<const char*, const char*>({
      {"CREATE TRIGGER evil AFTER INSERT ON entry BEGIN DELETE FROM intake; END", "trigger evil"},
      {"ALTER TABLE stress RENAME TO x; CREATE VIEW stress AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 "
       "FROM c) SELECT x AS entry_id, 5.0 AS rating FROM c",
       "table stress"},
      {"DROP INDEX intake_guard", "index intake_guard"},
      {"CREATE UNIQUE INDEX one_a_day ON entry (day)", "index one_a_day"},
      {"CREATE TABLE holder (entry_id REFERENCES entry (id))", "table holder"},
      {"CREATE VIRTUAL TABLE words USING fts5 (word)", "table words"},
      {"CREATE VIEW one AS SELECT 1", "view one"},
  }));
  SQLite::Database(odd.string(), SQLite::OPEN_READWRITE).exec(sql);
  INFO(sql);
  const StorageError error = storage_error_of([&] { restore(odd, file, Folder::MustExist, some_morning); });
  CHECK(error.kind == Kind::Damaged);
  CHECK_THAT(error.what(), Contains(named));
  CHECK(water_of(file) == 750);
  CHECK_FALSE(fs::exists(replaced));
}

TEST_CASE_METHOD(Backed, "a trigger in a journal does nothing") {
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
      .exec("CREATE TRIGGER evil AFTER INSERT ON entry BEGIN DELETE FROM intake; END");
  {
    JournalFile journal = JournalFile::open(file, Access::Write);
    log_drink(journal, 50);
  }
  CHECK(water_of(file) == 800);
}

TEST_CASE_METHOD(Backed, "a damaged journal stays under its name when its replacement cannot be written") {
  std::fstream(file, std::ios::in | std::ios::out | std::ios::binary) << "garbage";
  const std::string before = bytes_of(file);
  const std::string said = in_child([&] {
    const rlimit limit{20'000, 20'000};
    ::signal(SIGXFSZ, SIG_IGN);
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) std::abort();
    restore_it();
  });
  CHECK_THAT(said, Catch::StartsWith("Failed: "));
  CHECK(bytes_of(file) == before);
  CHECK_FALSE(fs::exists(replaced));
  restore_it();
  CHECK(water_of(file) == 250);
  CHECK(bytes_of(replaced) == before);
}

#include "lytes/storage/journal_file.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
using Kind = StorageError::Kind;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

int mode_of(const fs::path& file) {
  struct stat found {};
  REQUIRE(::lstat(file.c_str(), &found) == 0);
  return static_cast<int>(found.st_mode & 0777U);
}

void write_text(const fs::path& file, const std::string& text) { std::ofstream(file) << text; }

/// Opening must fail, in the same way for reading and writing, and leave the folder as it was.
StorageError refused(const FreshFolder& folder, const fs::path& file) {
  const auto before = contents(folder.path());
  const StorageError reading = storage_error_of([&] { JournalFile::open(file, Access::Read); });
  const StorageError writing = storage_error_of([&] { JournalFile::open(file, Access::Write); });
  CHECK(std::string(reading.what()) == writing.what());
  CHECK(contents(folder.path()) == before);
  return writing;
}

}  // namespace

TEST_CASE("a first write makes the journal for its user's eyes only") {
  const FreshFolder folder;
  const fs::path file = folder / "share/lytes/journal.db";
  const auto old_mask = ::umask(0);
  {
    JournalFile journal = JournalFile::open(file, Access::Write, Folder::Create);
    log_drink(journal, 250);
    CHECK(mode_of(file) == 0600);
    CHECK(mode_of(folder / "share/lytes") == 0700);
  }
  ::umask(old_mask);
  CHECK(contents(folder / "share/lytes").size() == 1);
}

TEST_CASE("reading where there is no journal shows an empty one and makes nothing") {
  const FreshFolder folder;
  JournalFile journal = JournalFile::open(folder / "lytes/journal.db", Access::Read, Folder::Create);
  CHECK_FALSE(journal.is_on_disk());
  CHECK(water_in(journal) == 0);
  CHECK(contents(folder.path()).empty());
}

TEST_CASE("what was committed is there for the next program, in one file") {
  const FreshFolder folder;
  {
    JournalFile journal = JournalFile::open(folder / "j.db", Access::Write);
    log_drink(journal, 250);
  }
  CHECK(contents(folder.path()).size() == 1);
  JournalFile journal = JournalFile::open(folder / "j.db", Access::Read);
  CHECK(journal.is_on_disk());
  CHECK(water_in(journal) == 250);
}

TEST_CASE("a journal is marked as ours and kept as safely as SQLite can") {
  const FreshFolder folder;
  JournalFile journal = JournalFile::open(folder / "j.db", Access::Write);
  SQLite::Database& database = journal.database();
  CHECK(database.execAndGet("PRAGMA application_id").getInt() == 0x6C797473);
  CHECK(database.execAndGet("PRAGMA user_version").getInt() >= 1);
  CHECK(database.execAndGet("PRAGMA journal_mode").getString() == "delete");
  CHECK(database.execAndGet("PRAGMA synchronous").getInt() == 3);
  CHECK(database.execAndGet("PRAGMA foreign_keys").getInt() == 1);
  CHECK(database.execAndGet("PRAGMA trusted_schema").getInt() == 0);
  CHECK_THROWS_WITH(database.exec("SELECT \"no such column\""), Contains("no such column"));
  CHECK_THROWS_WITH(database.exec("PRAGMA writable_schema = ON; DELETE FROM sqlite_master"),
                    Contains("may not be modified"));
  CHECK_THROWS_WITH(database.exec("INSERT INTO stress (entry_id, rating) VALUES (99, 5)"), Contains("FOREIGN KEY"));
}

TEST_CASE("a statement that SQLite refuses is told as a storage error") {
  const FreshFolder folder;
  JournalFile journal = JournalFile::open(folder / "j.db", Access::Write);
  const StorageError error = storage_error_of([&] {
    journal.guarded([&] { journal.database().exec("INSERT INTO setting (name, value) VALUES ('a', NULL)"); });
  });
  CHECK(error.kind == Kind::Failed);
  CHECK_THAT(error.what(), Contains("setting.value"));
}

TEST_CASE("a link is refused, also one that leads to a journal or nowhere") {
  const FreshFolder folder;
  JournalFile::open(folder / "real.db", Access::Write);
  fs::create_symlink(folder / "real.db", folder / "link.db");
  CHECK_THAT(refused(folder, folder / "link.db").what(), Contains("is a link"));
  fs::create_symlink(folder / "nowhere.db", folder / "dangling.db");
  CHECK_THAT(refused(folder, folder / "dangling.db").what(), Contains("is a link"));
}

TEST_CASE("a linked folder on the way to the journal is fine") {
  const FreshFolder folder;
  fs::create_directory(folder / "real");
  fs::create_directory_symlink(folder / "real", folder / "link");
  JournalFile journal = JournalFile::open(folder / "link/j.db", Access::Write);
  CHECK(journal.path() == folder / "real/j.db");
}

TEST_CASE("a folder, a pipe, a text file and an empty file in the journal's place are refused untouched") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  SECTION("folder") {
    fs::create_directory(file);
    CHECK_THAT(refused(folder, file).what(), Contains("is a folder"));
  }
  SECTION("pipe") {
    REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
    CHECK_THAT(refused(folder, file).what(), Contains("not a regular file"));
  }
  SECTION("text") {
    write_text(file, std::string(5000, 'x'));
    CHECK_THAT(refused(folder, file).what(), Contains("not a journal of lytes"));
  }
  SECTION("a few bytes") {
    write_text(file, "SQLite format 3");
    CHECK_THAT(refused(folder, file).what(), Contains("not a journal of lytes"));
  }
  SECTION("empty") {
    write_text(file, "");
    CHECK_THAT(refused(folder, file).what(), Contains("is empty"));
  }
  SECTION("a trailing slash") { CHECK_THAT(refused(folder, file / "").what(), Contains("does not name a file")); }
}

TEST_CASE("another program's database is refused untouched, its waiting log too") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  {
    SQLite::Database other(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    other.exec("PRAGMA journal_mode = WAL; CREATE TABLE secret (a); INSERT INTO secret VALUES (1)");
    fs::copy_file(file, folder / "copy.db");
    fs::copy_file(file.string() + "-wal", folder / "copy.db-wal");
  }
  fs::remove(file);
  const StorageError error = refused(folder, folder / "copy.db");
  CHECK(error.kind == Kind::Damaged);
  CHECK_THAT(error.what(), Contains("not a journal of lytes") || Contains("another program"));
  fs::remove(folder / "copy.db");
  fs::remove(folder / "copy.db-wal");

  { SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE secret (a)"); }
  CHECK_THAT(refused(folder, file).what(), Contains("another program"));
}

TEST_CASE("a journal of a newer program is refused and left as it was to the byte") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  {
    JournalFile journal = JournalFile::open(file, Access::Write);
    log_drink(journal, 250);
    journal.database().exec("PRAGMA user_version = 1000");
  }
  CHECK(refused(folder, file).kind == Kind::TooNew);
}

TEST_CASE("a newer version that still waits in the log is refused, and the log stays") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  {
    JournalFile journal = JournalFile::open(folder / "source.db", Access::Write);
    journal.database().exec("PRAGMA journal_mode = WAL; PRAGMA user_version = 1000");
    fs::copy_file(folder / "source.db", file);
    fs::copy_file(folder / "source.db-wal", file.string() + "-wal");
  }
  const std::string log = bytes_of(file.string() + "-wal");
  const std::string journal_bytes = bytes_of(file);
  CHECK(storage_error_of([&] { JournalFile::open(file, Access::Write); }).kind == Kind::TooNew);
  CHECK(storage_error_of([&] { JournalFile::open(file, Access::Read); }).kind == Kind::TooNew);
  CHECK(bytes_of(file) == journal_bytes);
  CHECK(bytes_of(file.string() + "-wal") == log);
}

TEST_CASE("a typed path with a folder that is not there is refused, not made") {
  const FreshFolder folder;
  const StorageError error = refused(folder, folder / "slip/j.db");
  CHECK(error.kind == Kind::Failed);
  CHECK_THAT(error.what(), Contains("there is no folder") && Contains("slip"));
}

TEST_CASE("a folder that cannot be made is named") {
  const FreshFolder folder;
  write_text(folder / "file", "text");
  const StorageError error =
      storage_error_of([&] { JournalFile::open(folder / "file/lytes/j.db", Access::Write, Folder::Create); });
  CHECK_THAT(error.what(), Contains("folder") && Contains("file/lytes"));
}

TEST_CASE("a path that SQLite would take for a URI or for memory is a plain file") {
  const FreshFolder folder;
  const fs::path here = fs::current_path();
  fs::current_path(folder.path());
  for (const char* name : {"file:j.db?mode=memory", ":memory:", "100% o'clock #1.db"}) {
    {
      JournalFile journal = JournalFile::open(name, Access::Write);
      log_drink(journal, 250);
    }
    CHECK(fs::is_regular_file(folder / name));
    JournalFile journal = JournalFile::open(name, Access::Read);
    CHECK(water_in(journal) == 250);
  }
  fs::current_path(here);
}

TEST_CASE("two programs that make the journal at the same moment share one") {
  const FreshFolder folder;
  std::vector<pid_t> children;
  for (int i = 0; i < 6; ++i) {
    const pid_t child = ::fork();
    if (child == 0) {
      try {
        JournalFile journal = JournalFile::open(folder / "lytes/j.db", Access::Write, Folder::Create);
        log_drink(journal, 100);
      } catch (...) {
        ::_exit(1);
      }
      ::_exit(0);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
  }
  JournalFile journal = JournalFile::open(folder / "lytes/j.db", Access::Write);
  CHECK(water_in(journal) == 600);
}

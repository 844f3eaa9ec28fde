#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <vector>

#include "lytes/storage/history.hpp"
#include "opening.hpp"
#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

/// The program's migrations and one or two more.
std::vector<Migration> with(std::initializer_list<const char*> more) {
  std::vector<Migration> steps(migrations().begin(), migrations().end());
  for (const char* sql : more) steps.push_back({newest_version(steps) + 1, "next", sql});
  return steps;
}

constexpr const char* add_mood = "ALTER TABLE stress ADD COLUMN mood TEXT; CREATE TABLE mood (name TEXT) STRICT";
constexpr const char* rename_note = "UPDATE entry SET note = 'migrated'";

int version_of(JournalFile& journal) { return journal.database().execAndGet("PRAGMA user_version").getInt(); }

struct OldJournal {
  FreshFolder folder;
  fs::path file = folder / "j.db";
  int version = newest_version(migrations());
  fs::path copy = folder / ("j.version-" + std::to_string(version) + ".db");

  OldJournal() {
    JournalFile journal = JournalFile::open(file, Access::Write);
    log_drink(journal, 250);
  }
};

}  // namespace

TEST_CASE("migrations are numbered from one without a gap") {
  int expected = 0;
  for (const Migration& step : migrations()) {
    CHECK(step.version == ++expected);
    CHECK_FALSE(step.name.empty());
  }
  CHECK(expected >= 1);
}

TEST_CASE_METHOD(OldJournal, "reading an older journal shows it up to date and leaves its file as it is") {
  const auto before = contents(folder.path());
  for (int command = 0; command < 3; ++command) {
    JournalFile journal = open_journal(file, Access::Read, Folder::MustExist, with({add_mood, rename_note}));
    CHECK(version_of(journal) == version + 2);
    CHECK(journal.database().execAndGet("SELECT note FROM entry").getString() == "migrated");
    CHECK(water_in(journal) == 250);
  }
  CHECK(contents(folder.path()) == before);
}

TEST_CASE_METHOD(OldJournal, "an older journal is copied beside itself and brought up to date by the first write") {
  {
    JournalFile journal = open_journal(file, Access::Write, Folder::MustExist, with({add_mood, rename_note}));
    CHECK(version_of(journal) == version + 2);
    CHECK(journal.database().execAndGet("SELECT note FROM entry").getString() == "migrated");
    CHECK(water_in(journal) == 250);
  }
  struct stat found {};
  REQUIRE(::stat(copy.c_str(), &found) == 0);
  CHECK((found.st_mode & 0777U) == 0600U);
  JournalFile old = JournalFile::open(copy, Access::Read);
  CHECK(version_of(old) == version);
  CHECK(water_in(old) == 250);
  CHECK(old.database().execAndGet("SELECT note FROM entry").isNull());
}

TEST_CASE_METHOD(OldJournal, "a copy never takes the place of another file") {
  std::ofstream(copy) << "mine";
  fs::create_symlink("nowhere", folder / ("j.version-" + std::to_string(version) + "-2.db"));
  open_journal(file, Access::Write, Folder::MustExist, with({add_mood}));
  CHECK(bytes_of(copy) == "mine");
  CHECK(fs::exists(folder / ("j.version-" + std::to_string(version) + "-3.db")));
}

TEST_CASE_METHOD(OldJournal, "a journal that is up to date is not copied") {
  open_journal(file, Access::Write, Folder::MustExist, with({add_mood}));
  fs::remove(copy);
  open_journal(file, Access::Write, Folder::MustExist, with({add_mood}));
  CHECK_FALSE(fs::exists(copy));
}

TEST_CASE_METHOD(OldJournal, "a migration that fails changes nothing, not even the steps before it") {
  const StorageError error = storage_error_of([&] {
    open_journal(file, Access::Write, Folder::MustExist, with({rename_note, "INSERT INTO nothing VALUES (1)"}));
  });
  CHECK(error.kind == StorageError::Kind::Damaged);
  CHECK(contents(folder.path()).size() == 1);
  JournalFile journal = JournalFile::open(file, Access::Read);
  CHECK(version_of(journal) == version);
  CHECK(journal.database().execAndGet("SELECT note FROM entry").isNull());
}

TEST_CASE_METHOD(OldJournal,
                 "a migration that is refused leaves no copy, however often and by however many it is tried") {
  std::vector<pid_t> children;
  for (int i = 0; i < 8; ++i) {
    const pid_t child = ::fork();
    if (child == 0) {
      for (const Access access : {Access::Read, Access::Write, Access::Read}) {
        try {
          open_journal(file, access, Folder::MustExist, with({"INSERT INTO stress VALUES (77, 5)"}));
        } catch (const StorageError&) {
          continue;
        }
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
  CHECK(contents(folder.path()).size() == 1);
}

TEST_CASE_METHOD(OldJournal, "programs that migrate at the same time make one copy between them") {
  std::vector<pid_t> children;
  for (int i = 0; i < 8; ++i) {
    const pid_t child = ::fork();
    if (child == 0) {
      try {
        open_journal(file, Access::Write, Folder::MustExist, with({add_mood}));
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
  CHECK(contents(folder.path()).size() == 2);
}

TEST_CASE_METHOD(OldJournal, "a migration that would orphan rows changes nothing") {
  const StorageError error = storage_error_of(
      [&] { open_journal(file, Access::Write, Folder::MustExist, with({"INSERT INTO stress VALUES (77, 5)"})); });
  CHECK(error.kind == StorageError::Kind::Damaged);
  JournalFile journal = JournalFile::open(file, Access::Read);
  CHECK(version_of(journal) == version);
}

TEST_CASE_METHOD(OldJournal, "what was done before a migration can be undone after it") {
  {
    JournalFile journal = JournalFile::open(file, Access::Write);
    Change change(journal, "stress 5", some_time);
    journal.database().exec(
        "INSERT INTO entry (line, kind, at_utc, utc_offset_s, day) VALUES (2, 'stress', 1, 0, '2026-11-18');"
        "INSERT INTO stress VALUES (2, 5)");
    change.commit();
  }
  JournalFile journal = open_journal(file, Access::Write, Folder::MustExist, with({add_mood}));
  CHECK(undo(journal, 2).size() == 2);
  CHECK(water_in(journal) == 0);
  CHECK(redo(journal, 2).size() == 2);
  CHECK(journal.database().execAndGet("SELECT rating FROM stress").getDouble() == 5);
}

TEST_CASE("a new journal is made by the migrations alone, in memory as on disk") {
  const FreshFolder folder;
  const auto schema = [](JournalFile& journal) {
    std::string text;
    SQLite::Statement query(journal.database(), "SELECT sql FROM sqlite_master ORDER BY name");
    while (query.executeStep()) text += query.getColumn(0).getString() + "\n";
    return text;
  };
  JournalFile memory = JournalFile::open(folder / "j.db", Access::Read);
  JournalFile disk = JournalFile::open(folder / "j.db", Access::Write);
  CHECK(schema(memory) == schema(disk));
  CHECK_THAT(schema(disk), Contains("CREATE TABLE entry"));
  CHECK(fs::directory_iterator(folder.path()) != fs::directory_iterator());
  CHECK_FALSE(fs::exists(folder / "j.version-0.db"));
}

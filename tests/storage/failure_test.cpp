// What goes wrong on real machines: each failure has its own words, and leaves the journal as it was.

#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "child_process.hpp"
#include "lytes/storage/backup.hpp"
#include "lytes/storage/history.hpp"
#include "opening.hpp"
#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
using Catch::Contains;
using Catch::StartsWith;
namespace fs = std::filesystem;

namespace {

void log_one(const fs::path& file) {
  JournalFile journal = JournalFile::open(file, Access::Write);
  log_drink(journal, 250);
}

double water_of(const fs::path& file) {
  JournalFile journal = JournalFile::open(file, Access::Read);
  return water_in(journal);
}

bool is_sound(const fs::path& file) {
  JournalFile journal = JournalFile::open(file, Access::Read);
  return journal.database().execAndGet("PRAGMA integrity_check").getString() == "ok";
}

/// A journal with one drink, of a user whom permissions bind.
struct BoundJournal {
  FreshFolder folder;
  fs::path file = folder / "j.db";

  BoundJournal() {
    give_to_bound_user(folder.path());
    CHECK(as_bound_user([&] { log_one(file); }) == "ok");
  }
  ~BoundJournal() { ::chmod(folder.path().c_str(), 0700); }

  template <class Work>
  std::string as_bound_user(Work&& work) {
    return in_child([&] {
      become_bound_user();
      work();
    });
  }
};

/// No file may grow beyond this.
void limit_file_size(rlim_t bytes) {
  ::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{bytes, bytes};
  if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) std::abort();
}

/// Mounts a small disk that only the calling process sees.
/// @return false where that is not allowed
bool mount_small_disk(const fs::path& at, const std::string& size) {
  if (::unshare(CLONE_NEWNS) != 0) return false;
  if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
  return ::mount("tmpfs", at.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
}

void insert_long_note(JournalFile& journal, std::size_t length) {
  SQLite::Statement insert(
      journal.database(),
      "INSERT INTO entry (line, kind, at_utc, utc_offset_s, day, note) VALUES (1, 'note', 1, 0, '2026-11-18', ?1)");
  insert.bind(1, std::string(length, 'x'));
  insert.exec();
}

void log_long_note(JournalFile& journal, std::size_t length) {
  Change change(journal, "note", some_time);
  journal.guarded([&] { insert_long_note(journal, length); });
  change.commit();
}

void require(bool holds, const char* what) {
  if (!holds) throw std::logic_error(what);
}

}  // namespace

TEST_CASE_METHOD(BoundJournal, "a read-only file takes no entry, but can be read") {
  REQUIRE(::chmod(file.c_str(), 0400) == 0);
  const auto before = contents(folder.path());
  CHECK_THAT(as_bound_user([&] { log_one(file); }), StartsWith("Failed: ") && Contains("j.db is read-only"));
  CHECK(as_bound_user([&] { require(water_of(file) == 250, "water"); }) == "ok");
  CHECK(contents(folder.path()) == before);
}

TEST_CASE_METHOD(BoundJournal, "a read-only folder takes no entry, but its journal can be read") {
  REQUIRE(::chmod(folder.path().c_str(), 0500) == 0);
  const auto before = contents(folder.path());
  CHECK_THAT(as_bound_user([&] { log_one(file); }), StartsWith("Failed: the folder") && Contains("is read-only"));
  CHECK(as_bound_user([&] { require(water_of(file) == 250, "water"); }) == "ok");
  CHECK_THAT(as_bound_user([&] { log_one(folder / "new.db"); }),
             StartsWith("Failed: ") && Contains("Permission denied"));
  CHECK(contents(folder.path()) == before);
}

TEST_CASE_METHOD(BoundJournal, "what a killed program had saved can be read where nothing can be written") {
  const std::string killed = as_bound_user([&] {
    JournalFile journal = JournalFile::open(file, Access::Write);
    log_drink(journal, 500);
    ::kill(::getpid(), SIGKILL);
  });
  REQUIRE(killed == "killed by 9");
  REQUIRE(::chmod(folder.path().c_str(), 0500) == 0);
  CHECK(as_bound_user([&] { require(water_of(file) == 750, "water"); }) == "ok");
}

TEST_CASE_METHOD(BoundJournal, "a read-only folder whose journal has newer entries in a write-ahead log says so") {
  const std::string killed = as_bound_user([&] {
    JournalFile journal = JournalFile::open(file, Access::Write);
    journal.database().exec("PRAGMA journal_mode = WAL");  // as lytes 0.1.0 kept it
    log_drink(journal, 500);
    ::kill(::getpid(), SIGKILL);
  });
  REQUIRE(killed == "killed by 9");
  REQUIRE(::chmod(folder.path().c_str(), 0500) == 0);
  CHECK_THAT(as_bound_user([&] { water_of(file); }), Contains("newest entries are in") && Contains("j.db-wal"));
  REQUIRE(::chmod(folder.path().c_str(), 0700) == 0);
  CHECK(as_bound_user([&] { require(water_of(file) == 750, "water"); }) == "ok");
}

TEST_CASE_METHOD(BoundJournal, "a file that may not be read is told from one that is damaged") {
  REQUIRE(::chmod(file.c_str(), 0000) == 0);
  CHECK_THAT(as_bound_user([&] { log_one(file); }), StartsWith("Failed: you may not read"));
  CHECK_THAT(as_bound_user([&] { water_of(file); }), StartsWith("Failed: you may not read"));
}

TEST_CASE_METHOD(BoundJournal, "another user's file is refused") {
  const std::string said = as_bound_user([&] { JournalFile::open("/etc/passwd", Access::Write); });
  CHECK_THAT(said, StartsWith("Damaged: /etc/passwd belongs to another user"));
}

TEST_CASE("a full disk keeps nothing of the line that met it, and everything before") {
  const FreshFolder folder;
  const std::string said = in_child([&] {
    if (!mount_small_disk(folder.path(), "1m")) throw std::runtime_error("no mount");
    const fs::path file = folder / "j.db";
    JournalFile journal = JournalFile::open(file, Access::Write);
    log_drink(journal, 250);
    StorageError full(StorageError::Kind::Damaged, "");
    try {
      log_long_note(journal, 2'000'000);
    } catch (const StorageError& error) {
      full = error;
    }
    require(water_in(journal) == 250, "the drink is still there");
    require(history(journal, 10).size() == 1, "one change in the history");
    log_drink(journal, 250);
    require(water_in(journal) == 500, "a short entry still fits");
    throw full;
  });
  if (said == "unexpected: no mount") {
    WARN("skipped: this user may not mount a small disk");
    return;
  }
  CHECK_THAT(said, StartsWith("Failed: the disk that holds") && Contains("is full"));
}

TEST_CASE("a first entry on a full disk leaves no half-made journal") {
  const FreshFolder folder;
  const std::string said = in_child([&] {
    if (!mount_small_disk(folder.path(), "16k")) throw std::runtime_error("no mount");
    const StorageError full = storage_error_of([&] { log_one(folder / "j.db"); });
    require(contents(folder.path()).empty(), "nothing is left");
    throw full;
  });
  if (said == "unexpected: no mount") {
    WARN("skipped: this user may not mount a small disk");
    return;
  }
  CHECK_THAT(said, StartsWith("Failed: ") && Contains("is full"));
}

TEST_CASE("a file that may not grow keeps nothing of the line that met the limit") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  log_one(file);
  const std::string said = in_child([&] {
    limit_file_size(400'000);
    JournalFile journal = JournalFile::open(file, Access::Write);
    const StorageError full = storage_error_of([&] { log_long_note(journal, 2'000'000); });
    require(water_in(journal) == 250, "the drink is still there");
    log_drink(journal, 250);
    throw full;
  });
  CHECK_THAT(said, StartsWith("Failed: ") && Contains("largest file size"));
  CHECK(water_of(file) == 500);
  CHECK(is_sound(file));
}

TEST_CASE("an undo that meets a full disk undoes nothing") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  {
    JournalFile journal = JournalFile::open(file, Access::Write);
    Change change(journal, "import", some_time);
    for (int i = 0; i < 3000; ++i) insert_drink(journal, 1);
    change.commit();
  }
  const std::string said = in_child([&] {
    limit_file_size(100'000);
    JournalFile journal = JournalFile::open(file, Access::Write);
    undo(journal, 1);
  });
  CHECK_THAT(said, StartsWith("Failed: ") && Contains("largest file size"));
  CHECK(water_of(file) == 3000);
  CHECK(is_sound(file));
}

TEST_CASE("a migration that meets a full disk leaves the old journal, and nothing half-made") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  {
    JournalFile journal = JournalFile::open(file, Access::Write);
    log_long_note(journal, 300'000);
  }
  std::vector<Migration> steps(migrations().begin(), migrations().end());
  steps.push_back({newest_version(steps) + 1, "next", "CREATE TABLE next (a TEXT) STRICT"});
  const std::string before = bytes_of(file);
  const std::string said = in_child([&] {
    limit_file_size(200'000);
    open_journal(file, Access::Write, Folder::MustExist, steps);
  });
  CHECK_THAT(said, StartsWith("Failed: ") && Contains("largest file size"));
  CHECK(bytes_of(file) == before);
  CHECK(contents(folder.path()).size() == 1);
}

TEST_CASE("a backup that meets a full disk leaves nothing half-made") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  {
    JournalFile journal = JournalFile::open(file, Access::Write);
    log_long_note(journal, 300'000);
  }
  const std::string said = in_child([&] {
    limit_file_size(200'000);
    JournalFile journal = JournalFile::open(file, Access::Read);
    back_up(journal, folder / "copy.db");
  });
  CHECK_THAT(said, StartsWith("Failed: ") && Contains("largest file size"));
  CHECK(contents(folder.path()).size() == 1);
}

TEST_CASE("a journal that another program is writing to is waited for, then told as locked") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  log_one(file);
  JournalFile other = JournalFile::open(file, Access::Write);
  JournalFile journal = JournalFile::open(file, Access::Write);
  journal.database().setBusyTimeout(50);
  {
    Change writing(other, "import", some_time);
    insert_drink(other, 1000);
    const StorageError error = storage_error_of([&] { log_drink(journal, 100); });
    CHECK(error.kind == StorageError::Kind::Locked);
    CHECK_THAT(error.what(), Contains("another program") && Contains("j.db"));
    CHECK(storage_error_of([&] { undo(journal, 1); }).kind == StorageError::Kind::Locked);
    CHECK(water_in(journal) == 250);
  }
  log_drink(journal, 100);
  CHECK(water_in(journal) == 350);
}

TEST_CASE("a damaged page is told as damage") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  {
    JournalFile journal = JournalFile::open(file, Access::Write);
    for (int i = 0; i < 100; ++i) log_drink(journal, 1);
  }
  {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(4096);
    stream << std::string(static_cast<std::size_t>(fs::file_size(file)) - 4096, '\x5a');
  }
  const StorageError error = storage_error_of([&] {
    JournalFile journal = JournalFile::open(file, Access::Read);
    journal.guarded([&] { water_in(journal); });
  });
  CHECK(error.kind == StorageError::Kind::Damaged);
}

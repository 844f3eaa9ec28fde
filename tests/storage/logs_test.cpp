// What SQLite keeps beside a file is found by the file's name alone: it must never be read into another journal.

#include "logs.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <cstring>
#include <fstream>

#include "child_process.hpp"
#include "lytes/storage/backup.hpp"
#include "lytes/storage/examination.hpp"
#include "lytes/storage/restore.hpp"
#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
using Catch::Contains;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr std::chrono::local_seconds some_morning = std::chrono::local_days(2026y / 11 / 22) + 10h + 15min;

void write_bytes(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

double water_of(const fs::path& file) {
  JournalFile journal = JournalFile::open(file, Access::Read);
  return water_in(journal);
}

/// A journal with so many drinks of 100 ml.
void make(const fs::path& file, int drinks) {
  JournalFile journal = JournalFile::open(file, Access::Write);
  for (int i = 0; i < drinks; ++i) log_drink(journal, 100);
}

/// What a program that is killed while it writes leaves behind: the file half-written, and the rollback journal.
struct CutShort {
  std::string file;
  std::string journal;
};

CutShort cut_short(const FreshFolder& folder, const fs::path& source) {
  const fs::path copy = folder / "cut.db";
  fs::copy_file(source, copy, fs::copy_options::overwrite_existing);
  const std::string said = in_child([&] {
    SQLite::Database database(copy.string(), SQLite::OPEN_READWRITE);
    // With hardly a cache, pages go to the file before the commit does, as they do in the middle of one.
    database.exec("PRAGMA cache_size = 5; PRAGMA cache_spill = 5; BEGIN; UPDATE intake SET water_ml = 1e6");
    for (int i = 0; i < 300; ++i) {
      database.exec(
          "INSERT INTO entry (line, kind, at_utc, utc_offset_s, day, note) "
          "VALUES (1, 'note', 1, 0, '2026-11-18', hex(randomblob(2000)))");
    }
    ::kill(::getpid(), SIGKILL);
  });
  REQUIRE(said == "killed by 9");
  CutShort left{bytes_of(copy), bytes_of(copy.string() + "-journal")};
  fs::remove(copy);
  fs::remove(copy.string() + "-journal");
  return left;
}

/// A write-ahead log of another journal, as lytes 0.1.0 left it when it was killed.
std::string write_ahead_log_of_another(const FreshFolder& folder) {
  const fs::path other = folder / "other.db";
  make(other, 3);
  SQLite::Database database(other.string(), SQLite::OPEN_READWRITE);
  database.exec("PRAGMA journal_mode = WAL; UPDATE intake SET water_ml = 5000");
  std::string log = bytes_of(other.string() + "-wal");
  REQUIRE_FALSE(log.empty());
  return log;
}

bool is_sound(const fs::path& file) {
  JournalFile journal = JournalFile::open(file, Access::Read);
  return !first_damage(journal);
}

}  // namespace

TEST_CASE("a change that a kill cut short is taken back as a whole") {
  const FreshFolder folder;
  make(folder / "source.db", 20);
  const CutShort left = cut_short(folder, folder / "source.db");
  REQUIRE(left.file != bytes_of(folder / "source.db"));
  const fs::path file = folder / "j.db";
  write_bytes(file.string() + "-journal", left.journal);  // as it is written: the journal first
  write_bytes(file, left.file);
  fs::last_write_time(file, fs::last_write_time(file) + 1s);
  const Access access = GENERATE(Access::Read, Access::Write);
  JournalFile journal = JournalFile::open(file, access);
  CHECK(water_in(journal) == 2000);
  CHECK(journal.take_remarks().empty());
  CHECK_FALSE(first_damage(journal));
}

TEST_CASE("a rollback journal of another file is set aside and named, and the file is left as it is") {
  const FreshFolder folder;
  make(folder / "source.db", 20);
  const CutShort left = cut_short(folder, folder / "source.db");
  const fs::path file = folder / "j.db";
  const int drinks = GENERATE(1, 15, 25, 60);
  make(file, drinks);
  const std::string before = bytes_of(file);
  write_bytes(file.string() + "-journal", left.journal);
  JournalFile journal = JournalFile::open(file, GENERATE(Access::Read, Access::Write));
  INFO(drinks << " drinks");
  CHECK(water_in(journal) == 100 * drinks);
  CHECK(bytes_of(file) == before);
  CHECK(bytes_of(file.string() + "-journal.set-aside") == left.journal);
  const auto remarks = journal.take_remarks();
  REQUIRE(remarks.size() == 1);
  CHECK_THAT(remarks.front(), Contains("j.db-journal.set-aside"));
  CHECK(journal.take_remarks().empty());
}

TEST_CASE("a write-ahead log beside a journal that has none is set aside and named") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  const std::string log = write_ahead_log_of_another(folder);
  make(file, 3);
  write_bytes(file.string() + "-wal", log);
  write_bytes(file.string() + "-shm", std::string(32768, '\0'));
  JournalFile journal = JournalFile::open(file, GENERATE(Access::Read, Access::Write));
  CHECK(water_in(journal) == 300);
  CHECK(bytes_of(file.string() + "-wal.set-aside") == log);
  CHECK_FALSE(fs::exists(file.string() + "-wal"));
  CHECK_FALSE(fs::exists(file.string() + "-shm"));
  CHECK_THAT(journal.take_remarks().at(0), Contains("-wal.set-aside"));
}

TEST_CASE("an older program's journal keeps what waits in its own log, and needs none from then on") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  const std::string said = in_child([&] {
    JournalFile journal = JournalFile::open(file, Access::Write);
    journal.database().exec("PRAGMA journal_mode = WAL");
    log_drink(journal, 100);
    ::kill(::getpid(), SIGKILL);
  });
  REQUIRE(said == "killed by 9");
  REQUIRE(fs::file_size(file.string() + "-wal") > 0);
  CHECK(water_of(file) == 100);
  {
    JournalFile journal = JournalFile::open(file, Access::Write);
    log_drink(journal, 100);
    CHECK(journal.take_remarks().empty());
  }
  CHECK(water_of(file) == 200);
  CHECK_FALSE(fs::exists(file.string() + "-wal"));
  CHECK(bytes_of(file)[18] == 1);
}

TEST_CASE("a new journal takes nothing from logs of one that is gone") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  const std::string log = write_ahead_log_of_another(folder);
  make(folder / "source.db", 20);
  const CutShort left = cut_short(folder, folder / "source.db");
  write_bytes(file.string() + "-wal", log);
  write_bytes(file.string() + "-journal", left.journal);
  JournalFile journal = JournalFile::open(file, Access::Write);
  log_drink(journal, 100);
  CHECK(water_in(journal) == 100);
  CHECK(bytes_of(file.string() + "-wal.set-aside") == log);
  CHECK(bytes_of(file.string() + "-journal.set-aside") == left.journal);
  CHECK_THAT(journal.take_remarks().at(0), Contains("-wal.set-aside") && Contains("-journal.set-aside"));
}

TEST_CASE("a restored backup takes nothing from logs that lie about, whether a journal is there or not") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  const std::string log = write_ahead_log_of_another(folder);
  make(folder / "backup.db", 12);
  const bool there = GENERATE(true, false);
  if (there) make(file, 2);
  write_bytes(file.string() + "-wal", log);
  const Restored restored = restore(folder / "backup.db", file, Folder::MustExist, some_morning);
  CHECK(water_of(file) == 1200);
  CHECK(is_sound(file));
  CHECK_FALSE(fs::exists(file.string() + "-wal"));
  CHECK(bytes_of(file.string() + "-wal.set-aside") == log);
  REQUIRE(restored.remarks.size() == 1);
  CHECK_THAT(restored.remarks.front(), Contains("j.db-wal.set-aside"));
}

TEST_CASE("what was set aside before stays when more is set aside") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  for (const char* text : {"first", "second"}) {
    write_bytes(file.string() + "-wal", text);
    set_aside_logs(file);
  }
  CHECK(bytes_of(file.string() + "-wal.set-aside") == "first");
  CHECK(bytes_of(file.string() + "-wal.set-aside-2") == "second");
}

TEST_CASE("a sibling's rollback journal is set aside also where as many changes were made to both") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  const fs::path sibling = folder / "sibling.db";
  make(file, 2);
  fs::copy_file(file, sibling);
  make(sibling, 3);
  const CutShort left = cut_short(folder, sibling);
  {
    JournalFile journal = JournalFile::open(file, Access::Write);
    for (int i = 0; i < 3; ++i) log_drink(journal, 50, "drink half");
  }
  write_bytes(file.string() + "-journal", left.journal);
  JournalFile journal = JournalFile::open(file, Access::Write);
  CHECK(water_in(journal) == 350);
  CHECK_FALSE(first_damage(journal));
  CHECK(bytes_of(file.string() + "-journal.set-aside") == left.journal);
}

TEST_CASE("what is no file is set aside too, and nothing waits for it") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  const fs::path log = file.string() + "-journal";
  make(file, 2);
  const std::string what = GENERATE("folder", "pipe", "link");
  if (what == "folder") fs::create_directory(log);
  if (what == "pipe") REQUIRE(::mkfifo(log.c_str(), 0600) == 0);
  if (what == "link") fs::create_symlink("nowhere", log);
  INFO(what);
  JournalFile journal = JournalFile::open(file, GENERATE(Access::Read, Access::Write));
  CHECK(water_in(journal) == 200);
  CHECK_THAT(journal.take_remarks().at(0), Contains("-journal.set-aside"));
}

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <set>

#include "lytes/storage/backup.hpp"
#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
using Catch::Contains;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr std::chrono::sys_days sunday{2026y / 11 / 22};

struct Diary {
  FreshFolder folder;
  fs::path backups = folder / "backups";
  JournalFile journal = JournalFile::open(folder / "j.db", Access::Write);

  Diary() { log_drink(journal, 250); }

  std::set<std::string> kept() const {
    std::set<std::string> names;
    for (const auto& file : fs::directory_iterator(backups)) names.insert(file.path().filename().string());
    return names;
  }
};

unsigned mode_of(const fs::path& path) {
  struct stat found {};
  REQUIRE(::stat(path.c_str(), &found) == 0);
  return found.st_mode & 0777U;
}

}  // namespace

TEST_CASE_METHOD(Diary, "the first write of a day makes a backup that only the user can read, the second none") {
  CHECK_FALSE(back_up_daily(journal, sunday));
  CHECK(kept() == std::set<std::string>{"j.daily-2026-11-22.db"});
  CHECK(mode_of(backups) == 0700U);
  CHECK(mode_of(backups / "j.daily-2026-11-22.db") == 0600U);
  log_drink(journal, 500);
  CHECK_FALSE(back_up_daily(journal, sunday));
  JournalFile copy = JournalFile::open(backups / "j.daily-2026-11-22.db", Access::Read);
  CHECK(water_in(copy) == 250);
}

TEST_CASE_METHOD(Diary, "of daily backups the last seven days stay and the newest of each of four weeks before") {
  for (int ago = 60; ago >= 0; --ago) CHECK_FALSE(back_up_daily(journal, sunday - std::chrono::days(ago)));
  CHECK(kept() == std::set<std::string>{"j.daily-2026-10-25.db", "j.daily-2026-11-01.db", "j.daily-2026-11-08.db",
                                        "j.daily-2026-11-15.db", "j.daily-2026-11-16.db", "j.daily-2026-11-17.db",
                                        "j.daily-2026-11-18.db", "j.daily-2026-11-19.db", "j.daily-2026-11-20.db",
                                        "j.daily-2026-11-21.db", "j.daily-2026-11-22.db"});
}

TEST_CASE_METHOD(Diary, "someone who logs once a month loses no backup to the calendar") {
  for (int month = 11; month >= 0; --month) CHECK_FALSE(back_up_daily(journal, sunday - std::chrono::days(30 * month)));
  CHECK(kept().size() == 7 + 4);
}

TEST_CASE_METHOD(Diary, "files that the daily backup did not name are never removed") {
  fs::create_directory(backups);
  const std::set<std::string> others = {"j.2020-01-01T101500.db", "j.daily-2020-01-01.db.old", "k.daily-2020-01-01.db",
                                        "j.daily-2020-13-01.db", "notes.txt"};
  for (const auto& name : others) std::ofstream(backups / name) << "mine";
  for (int ago = 20; ago >= 0; --ago) CHECK_FALSE(back_up_daily(journal, sunday - std::chrono::days(ago)));
  for (const auto& name : others) CHECK(kept().contains(name));
}

TEST_CASE_METHOD(Diary, "a clock set back makes its own backups and removes none of the days to come") {
  for (int ago = 10; ago >= 0; --ago) CHECK_FALSE(back_up_daily(journal, sunday - std::chrono::days(ago)));
  const auto before = kept();
  CHECK_FALSE(back_up_daily(journal, sunday - std::chrono::days(400)));
  auto expected = before;
  expected.insert("j.daily-2025-10-18.db");
  CHECK(kept() == expected);
}

TEST_CASE_METHOD(Diary, "a damaged journal displaces no sound backup, and is told") {
  for (int ago = 10; ago >= 1; --ago) CHECK_FALSE(back_up_daily(journal, sunday - std::chrono::days(ago)));
  const auto before = kept();
  SQLite::Database plain((folder / "j.db").string(), SQLite::OPEN_READWRITE);
  plain.exec("PRAGMA foreign_keys = OFF; DELETE FROM entry");
  const auto told = back_up_daily(journal, sunday);
  REQUIRE(told);
  CHECK_THAT(*told, Contains("is damaged") && Contains("lytes doctor"));
  CHECK(kept() == before);
}

TEST_CASE_METHOD(Diary, "backups are not made through a link to another folder") {
  const FreshFolder elsewhere;
  fs::create_directory_symlink(elsewhere.path(), backups);
  const auto told = back_up_daily(journal, sunday);
  REQUIRE(told);
  CHECK_THAT(*told, Contains("is not a folder of yours"));
  CHECK(fs::is_empty(elsewhere.path()));
  CHECK(storage_error_of([&] { make_backup_folder(folder / "j.db"); }).kind == StorageError::Kind::Failed);
}

TEST_CASE_METHOD(Diary, "the newest backup is found by the day in its name") {
  CHECK_FALSE(last_backup(folder / "j.db"));
  CHECK_FALSE(back_up_daily(journal, sunday - std::chrono::days(2)));
  back_up(journal, backup_name(folder / "j.db", std::chrono::local_days(2026y / 11 / 21) + 10h + 15min));
  const auto last = last_backup(folder / "j.db");
  REQUIRE(last);
  CHECK(last->file.filename() == "j.2026-11-21T101500.db");
  CHECK(last->day == sunday - std::chrono::days(1));
  CHECK(last->count == 2);
}

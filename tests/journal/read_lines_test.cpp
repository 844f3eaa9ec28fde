#include "lytes/journal/read_lines.hpp"

#include <catch2/catch.hpp>

#include "lytes/storage/change.hpp"
#include "lytes/storage/history.hpp"
#include "storage/sample_journal.hpp"

using namespace lytes;
using journal::DaySaidBy;
using journal::ReadLine;

TEST_CASE("a line that was read is known by words, day and occurrence, until the reading is undone") {
  const storage::testing::FreshFolder folder;
  auto file = storage::JournalFile::open(folder / "j.db", storage::Access::Write);
  journal::ReadLines lines(file);
  const calendar::Day day = std::chrono::sys_days(std::chrono::year{2026} / 11 / 20);
  const ReadLine first{-7, day, 1, DaySaidBy::Weekday};
  const ReadLine others[] = {first, {-7, day, 2}, {-7, day + std::chrono::days{1}, 1}, {8, day, 1}};
  {
    storage::Change change(file, "read notes.txt", std::chrono::sys_seconds{});
    lines.add({&first, 1});
    change.commit();
  }
  CHECK(lines.hold(others) == std::vector<bool>{true, false, false, false});
  CHECK(lines.days_of(-7, DaySaidBy::Weekday) == std::vector<calendar::Day>{day});
  CHECK(lines.days_of(-7, DaySaidBy::Nothing).empty());
  storage::undo(file, 1);
  CHECK_FALSE(lines.hold(others).front());
}

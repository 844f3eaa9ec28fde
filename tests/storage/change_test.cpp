#include "lytes/storage/change.hpp"

#include <catch2/catch.hpp>

#include "lytes/storage/history.hpp"
#include "lytes/storage/setting.hpp"
#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
using Catch::Contains;

namespace {

/// All rows of all tables but the history, as text.
std::string everything(JournalFile& journal) {
  std::string text;
  SQLite::Statement tables(journal.database(),
                           "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'change' AND name NOT LIKE "
                           "'sqlite%' ORDER BY name");
  while (tables.executeStep()) {
    const std::string table = tables.getColumn(0).getString();
    SQLite::Statement rows(journal.database(), "SELECT * FROM " + table + " ORDER BY 1, 2");
    while (rows.executeStep()) {
      text += table;
      for (int column = 0; column < rows.getColumnCount(); ++column) {
        text += "|" + (rows.getColumn(column).isNull() ? "NULL" : rows.getColumn(column).getString());
      }
      text += "\n";
    }
  }
  return text;
}

void change_by(JournalFile& journal, const std::string& command, const char* sql) {
  Change change(journal, command, some_time);
  journal.database().exec(sql);
  change.commit();
}

std::int64_t count_changes(JournalFile& journal) { return history_size(journal).changes; }

struct Fixture {
  FreshFolder folder;
  JournalFile journal = JournalFile::open(folder / "j.db", Access::Write);
};

}  // namespace

TEST_CASE_METHOD(Fixture, "without commit nothing is kept") {
  {
    Change change(journal, "drink water", some_time);
    insert_drink(journal, 250);
  }
  CHECK(water_in(journal) == 0);
  CHECK(count_changes(journal) == 0);
}

TEST_CASE_METHOD(Fixture, "an error half-way through a line keeps none of it") {
  const auto line = [&] {
    Change change(journal, "drink water, spasm", some_time);
    insert_drink(journal, 250);
    journal.guarded(
        [&] { journal.database().exec("INSERT INTO spasm (entry_id, site, severity) VALUES (1, 'calf', 11)"); });
    change.commit();
  };
  CHECK_THROWS_AS(line(), StorageError);
  CHECK(everything(journal).empty());
}

TEST_CASE_METHOD(Fixture, "a row that belongs to nothing stops the commit") {
  const auto line = [&] {
    Change change(journal, "stress 5", some_time);
    journal.database().exec("INSERT INTO stress (entry_id, rating) VALUES (77, 5)");
    change.commit();
  };
  CHECK_THROWS_WITH(line(), Contains("FOREIGN KEY"));
  CHECK(everything(journal).empty());
}

TEST_CASE_METHOD(Fixture, "a command that changes nothing leaves no record and keeps what can be redone") {
  log_drink(journal, 250);
  undo(journal, 1);
  Change change(journal, "delete nothing", some_time);
  journal.database().exec("DELETE FROM entry WHERE id = 99");
  CHECK_FALSE(change.commit());
  CHECK(count_changes(journal) == 1);
  CHECK_NOTHROW(redo(journal, 1));
}

TEST_CASE_METHOD(Fixture, "undo and redo walk through every state, like an editor's") {
  std::vector<std::string> states = {everything(journal)};
  const auto step = [&](const std::string& command, const char* sql) {
    change_by(journal, command, sql);
    states.push_back(everything(journal));
  };
  log_drink(journal, 250);
  states.push_back(everything(journal));
  step("edit 1 amount=300ml", "UPDATE intake SET amount = '300 ml', grams = 300, water_ml = 300 WHERE entry_id = 1");
  step("spasm calf 7 --with numbness",
       "INSERT INTO entry (line, kind, at_utc, utc_offset_s, day) VALUES (2, 'spasm', 1795000100, 3600, '2026-11-18');"
       "INSERT INTO spasm VALUES (2, 'calf', 7, NULL); INSERT INTO spasm_flag VALUES (2, 'numbness'), (2, 'fever')");
  step("day done", "INSERT INTO day_status VALUES ('2026-11-18', 'intake', 'complete')");
  step("day partial", "UPDATE day_status SET status = 'partial'");
  step("targets set magnesium 350mg", "INSERT INTO own_target VALUES ('magnesium_mg', '2026-11-18', 350)");
  step("delete 2", "DELETE FROM spasm_flag; DELETE FROM spasm; DELETE FROM entry WHERE id = 2");
  step("delete 1", "DELETE FROM entry WHERE id = 1; DELETE FROM intake WHERE entry_id = 1");

  const int last = static_cast<int>(states.size()) - 1;
  for (int at = last; at > 0; --at) {
    CHECK(undo(journal, 1).size() == 1);
    CHECK(everything(journal) == states[static_cast<std::size_t>(at) - 1]);
  }
  CHECK_THROWS_AS(undo(journal, 1), NotFoundError);
  for (int at = 1; at <= last; ++at) {
    CHECK(redo(journal, 1).size() == 1);
    CHECK(everything(journal) == states[static_cast<std::size_t>(at)]);
  }
  CHECK_THROWS_AS(redo(journal, 1), NotFoundError);

  CHECK(undo(journal, 3).size() == 3);
  CHECK(everything(journal) == states[static_cast<std::size_t>(last) - 3]);
  CHECK(redo(journal, 2).size() == 2);
  CHECK(everything(journal) == states[static_cast<std::size_t>(last) - 1]);
  CHECK(undo(journal, 100).size() == static_cast<std::size_t>(last) - 1);
  CHECK(everything(journal) == states[0]);
}

TEST_CASE_METHOD(Fixture, "something new after an undo ends what can be redone") {
  log_drink(journal, 1, "first");
  log_drink(journal, 2, "second");
  log_drink(journal, 4, "third");
  undo(journal, 2);
  log_drink(journal, 8, "fourth");
  CHECK(water_in(journal) == 9);
  CHECK_THROWS_AS(redo(journal, 1), NotFoundError);
  const auto changes = history(journal, 10);
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].command == "fourth");
  CHECK(changes[1].command == "first");
}

TEST_CASE_METHOD(Fixture, "an undone entry's number is not given to another") {
  log_drink(journal, 250);
  undo(journal, 1);
  log_drink(journal, 500);
  CHECK(journal.database().execAndGet("SELECT id FROM entry").getInt() == 2);
}

TEST_CASE_METHOD(Fixture, "the history shows each row before and after") {
  log_drink(journal, 250, "drink a glass of water");
  change_by(journal, "edit 1", "UPDATE intake SET water_ml = NULL, grams = 300.5 WHERE entry_id = 1");
  change_by(journal, "delete 1", "DELETE FROM intake; DELETE FROM entry");
  const auto changes = history(journal, 2);
  REQUIRE(changes.size() == 2);

  CHECK(changes[0].command == "delete 1");
  CHECK(changes[0].at == some_time);
  REQUIRE(changes[0].rows.size() == 2);
  for (const RowChange& row : changes[0].rows) CHECK(row.what == RowChange::What::Deleted);

  REQUIRE(changes[1].rows.size() == 1);
  const RowChange& edited = changes[1].rows[0];
  CHECK(edited.what == RowChange::What::Updated);
  CHECK(edited.table == "intake");
  REQUIRE(edited.columns.size() == 3);
  CHECK(edited.columns[0].column == "entry_id");
  CHECK(edited.columns[0].key);
  CHECK(edited.columns[0].after == Value(std::int64_t{1}));
  CHECK(edited.columns[1].column == "grams");
  CHECK(edited.columns[1].before == Value(250.0));
  CHECK(edited.columns[1].after == Value(300.5));
  CHECK(edited.columns[2].column == "water_ml");
  CHECK(edited.columns[2].after == Value());
}

TEST_CASE_METHOD(Fixture, "a large change is undone whole and shown in part") {
  {
    Change change(journal, "import food.csv", some_time);
    for (int i = 0; i < 500; ++i) insert_drink(journal, 1);
    change.commit();
  }
  const auto undone = undo(journal, 1, 10);
  CHECK(undone[0].rows.size() == 10);
  CHECK(undone[0].rows_left_out == 990);
  CHECK(water_in(journal) == 0);
}

TEST_CASE_METHOD(Fixture, "rows that were changed behind the history's back stop an undo, which then undoes nothing") {
  log_drink(journal, 250, "first");
  log_drink(journal, 250, "second");
  journal.database().exec("UPDATE intake SET water_ml = 1 WHERE entry_id = 1");
  const std::string before = everything(journal);
  const StorageError error = storage_error_of([&] { undo(journal, 2); });
  CHECK_THAT(error.what(), Contains("change 1 cannot be undone") && Contains("'intake'"));
  CHECK(everything(journal) == before);
  CHECK_FALSE(history(journal, 1)[0].undone);
}

TEST_CASE_METHOD(Fixture, "an undo that would orphan rows is refused") {
  log_drink(journal, 250);
  journal.database().exec("INSERT INTO stress (entry_id, rating) VALUES (1, 5)");
  const std::string before = everything(journal);
  CHECK_THROWS_WITH(undo(journal, 1), Contains("cannot be undone"));
  CHECK(everything(journal) == before);
}

TEST_CASE_METHOD(Fixture, "the history keeps to its bound, oldest dropped first") {
  const std::string long_note(300'000, 'x');
  {
    Change change(journal, "settings", some_time);
    set_setting(journal, "history_limit_mb", "1");
    change.commit();
  }
  for (int i = 0; i < 6; ++i) {
    Change change(journal, "note " + std::to_string(i), some_time);
    SQLite::Statement insert(
        journal.database(),
        "INSERT INTO entry (line, kind, at_utc, utc_offset_s, day, note) VALUES (1, 'note', 1, 0, '2026-11-18', ?1)");
    insert.bind(1, long_note);
    insert.exec();
    change.commit();
  }
  const HistorySize size = history_size(journal);
  CHECK(size.limit_bytes == 1024 * 1024);
  CHECK(size.changes == 3);
  CHECK(size.bytes <= size.limit_bytes);
  CHECK(history(journal, 10).back().command == "note 3");
  CHECK(undo(journal, 10).size() == 3);
  CHECK(journal.database().execAndGet("SELECT count(*) FROM entry").getInt() == 3);
}

TEST_CASE_METHOD(Fixture, "a change larger than the bound can still be undone") {
  {
    Change change(journal, "import", some_time);
    set_setting(journal, "history_limit_mb", "1");
    set_setting(journal, "long", std::string(3'000'000, 'x'));
    change.commit();
  }
  CHECK(count_changes(journal) == 1);
  undo(journal, 1);
  CHECK_FALSE(setting(journal, "long"));
}

TEST_CASE_METHOD(Fixture, "a setting is remembered, replaced and forgotten") {
  CHECK_FALSE(setting(journal, "day_start"));
  set_setting(journal, "day_start", "04:00");
  set_setting(journal, "day_start", "05:00");
  CHECK(setting(journal, "day_start") == "05:00");
  set_setting(journal, "day_start", std::nullopt);
  CHECK_FALSE(setting(journal, "day_start"));
}

TEST_CASE("a journal opened for reading takes no change") {
  const FreshFolder folder;
  JournalFile::open(folder / "j.db", Access::Write);
  JournalFile journal = JournalFile::open(folder / "j.db", Access::Read);
  CHECK_THROWS_AS(Change(journal, "drink water", some_time), std::logic_error);
}

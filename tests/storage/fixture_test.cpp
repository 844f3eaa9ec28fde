// Journals as earlier schemas left them, opened by this program: one fixture for each schema version.

#include <catch2/catch.hpp>

#include "lytes/storage/change.hpp"
#include "lytes/storage/history.hpp"
#include "migrations.hpp"
#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
namespace fs = std::filesystem;

namespace {

fs::path fixture(int version) {
  return fs::path(LYTES_SOURCE_DIR) / "tests/storage/fixtures" / ("journal_v" + std::to_string(version) + ".db");
}

/// Fixtures are opened as copies, which may be migrated.
fs::path copy_of(int version, const FreshFolder& folder) {
  fs::copy_file(fixture(version), folder / "j.db");
  return folder / "j.db";
}

int count(JournalFile& journal, const std::string& table) {
  return journal.database().execAndGet("SELECT count(*) FROM " + table).getInt();
}

std::string schema(SQLite::Database& database) {
  std::string text;
  SQLite::Statement query(database, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
  while (query.executeStep()) text += query.getColumn(0).getString() + "\n";
  return text;
}

}  // namespace

TEST_CASE("there is a fixture for every schema version, with exactly the schema its migrations make") {
  for (const Migration& step : migrations()) {
    INFO(fixture(step.version));
    const FreshFolder folder;
    fs::copy_file(fixture(step.version), folder / "fixture.db");
    SQLite::Database of_fixture((folder / "fixture.db").string());
    SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(fresh, migrations().first(static_cast<std::size_t>(step.version)));
    CHECK(schema(of_fixture) == schema(fresh));
    CHECK(of_fixture.execAndGet("PRAGMA user_version").getInt() == step.version);
  }
}

TEST_CASE("a journal of schema version 1 opens with all its rows, sound") {
  const FreshFolder folder;
  JournalFile journal = JournalFile::open(copy_of(1, folder), Access::Write);
  CHECK(count(journal, "entry") == 8);
  CHECK(count(journal, "intake") == 4);
  CHECK(count(journal, "spasm_flag") == 2);
  for (const char* table : {"spasm", "stress", "factor", "profile_fact", "own_target", "own_food", "own_portion",
                            "remembered_answer", "setting"}) {
    CHECK(count(journal, table) == 1);
  }
  CHECK(journal.database().execAndGet("PRAGMA integrity_check").getString() == "ok");
  CHECK(journal.database().execAndGet("SELECT count(*) FROM pragma_foreign_key_check").getInt() == 0);
}

TEST_CASE("the history of a journal of schema version 1 can be walked back and forth") {
  const FreshFolder folder;
  JournalFile journal = JournalFile::open(copy_of(1, folder), Access::Write);
  CHECK(undo(journal, 1).at(0).command == "edit 1 amount=300ml");
  CHECK(journal.database().execAndGet("SELECT water_ml FROM intake WHERE entry_id = 1").getDouble() == 499.5);
  CHECK(undo(journal, 1).at(0).command == "import first.csv");
  CHECK(count(journal, "entry") == 0);
  CHECK(count(journal, "own_portion") == 0);
  CHECK(redo(journal, 2).size() == 2);
  CHECK(journal.database().execAndGet("SELECT water_ml FROM intake WHERE entry_id = 1").getDouble() == 299.7);
}

TEST_CASE("entries from before entries had ids of their own get one each, and keep it") {
  for (const int version : {1, 5}) {
    const FreshFolder folder;
    const fs::path file = copy_of(version, folder);
    const auto ids = [&](Access access) {
      JournalFile journal = JournalFile::open(file, access);
      return journal.database().execAndGet("SELECT group_concat(hex(uuid)) FROM entry ORDER BY id").getString();
    };
    const std::string given = ids(Access::Write);
    JournalFile journal = JournalFile::open(file, Access::Read);
    CHECK(journal.database().execAndGet("SELECT count(DISTINCT uuid) = count(*) FROM entry").getInt() == 1);
    CHECK(journal.database().execAndGet("SELECT min(length(uuid)) FROM entry").getInt() == 16);
    CHECK(ids(Access::Read) == given);
  }
}

TEST_CASE("what was recorded before entries had ids of their own comes back with one") {
  const FreshFolder folder;
  JournalFile journal = JournalFile::open(copy_of(1, folder), Access::Write);
  undo(journal, 2);
  redo(journal, 2);
  CHECK(journal.database().execAndGet("SELECT count(DISTINCT uuid) FROM entry").getInt() == 8);
  CHECK(journal.database().execAndGet("PRAGMA integrity_check").getString() == "ok");
}

TEST_CASE("a journal of schema version 6 keeps the ids that its entries have, through undo and redo") {
  const FreshFolder folder;
  JournalFile journal = JournalFile::open(copy_of(6, folder), Access::Write);
  const auto id = [&] {
    return journal.database().execAndGet("SELECT hex(uuid) FROM entry WHERE note = 'slept badly'").getString();
  };
  CHECK(id() == "000102030405060708090A0B0C0D0E0F");
  {
    Change change(journal, "delete 10", std::chrono::sys_seconds{});
    journal.database().exec("DELETE FROM entry WHERE id = 10");
    change.commit();
  }
  undo(journal, 1);
  CHECK(id() == "000102030405060708090A0B0C0D0E0F");
}

TEST_CASE("a journal of schema version 8 keeps its barcodes, and one from before has none") {
  for (const int version : {7, 8}) {
    const FreshFolder folder;
    JournalFile journal = JournalFile::open(copy_of(version, folder), Access::Write);
    CHECK(count(journal, "own_food WHERE barcode = '4006381333931'") == (version == 8 ? 1 : 0));
    CHECK(count(journal, "own_food") == 1);
  }
}

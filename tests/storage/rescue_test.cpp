#include "lytes/storage/rescue.hpp"

#include <catch2/catch.hpp>

#include "lytes/storage/examination.hpp"
#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

const std::vector<Trace> traces = {
    {"entry",
     "SELECT id, id AS line, kind, at_utc, utc_offset_s, day FROM entry INDEXED BY entry_by_day WHERE day > ''", true},
    {"intake", "SELECT entry_id FROM intake INDEXED BY intake_guard WHERE entry_id > 0", false}};

void leave_as_it_is(SQLite::Database& /*made*/, Rescued& /*counts*/) {}

struct Damaged {
  FreshFolder folder;
  fs::path file = folder / "j.db";
  fs::path saved = folder / "saved.db";
  static constexpr int drinks = 600;

  Damaged() {
    JournalFile journal = JournalFile::open(file, Access::Write);
    Change change(journal, "import", some_time);
    for (int i = 0; i < drinks; ++i) insert_drink(journal, 1);
    change.commit();
  }

  /// Fills a page of a table or index with nonsense.
  void spoil(const std::string& name, int which) {
    int page = 0;
    {
      SQLite::Database plain(file.string());
      SQLite::Statement query(
          plain, "SELECT pageno FROM dbstat WHERE name = ?1 AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET ?2");
      query.bind(1, name);
      query.bind(2, which);
      REQUIRE(query.executeStep());
      page = query.getColumn(0).getInt();
    }
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(static_cast<std::streamoff>(page - 1) * 4096);
    stream << std::string(4096, '\x5a');
  }

  Rescued rescue_it() { return rescue(file, saved, {traces, {}}, leave_as_it_is); }
};

Rescued::Table table_of(const Rescued& rescued, const std::string& name) {
  for (const auto& table : rescued.tables) {
    if (table.name == name) return table;
  }
  return {name, 0, 0};
}

}  // namespace

TEST_CASE_METHOD(Damaged, "around a page that cannot be read all else is saved, and the lost rows are counted") {
  spoil("intake", 2);
  const std::string before = bytes_of(file);
  const Rescued rescued = rescue_it();
  const auto intakes = table_of(rescued, "intake");
  CHECK(intakes.saved + intakes.lost == drinks);
  CHECK(intakes.lost > 10);
  CHECK(intakes.lost < 200);
  CHECK(table_of(rescued, "entry").saved == drinks);
  CHECK(bytes_of(file) == before);
  JournalFile journal = JournalFile::open(saved, Access::Read);
  CHECK(water_in(journal) == static_cast<double>(intakes.saved));
  CHECK_FALSE(first_damage(journal));
}

TEST_CASE_METHOD(Damaged, "entries whose page is gone are made again from the index of days") {
  spoil("entry", 1);
  const Rescued rescued = rescue_it();
  CHECK(table_of(rescued, "entry").saved == drinks);
  CHECK(table_of(rescued, "intake").saved == drinks);
  CHECK(rescued.lost() == 0);
}

TEST_CASE_METHOD(Damaged, "entries lost in table and index take what belonged to them along, and are counted") {
  spoil("entry", 1);
  spoil("entry_by_day", 0);
  const Rescued rescued = rescue_it();
  const auto entries = table_of(rescued, "entry");
  const auto intakes = table_of(rescued, "intake");
  CHECK(entries.saved < drinks);
  CHECK(intakes.saved == entries.saved);
  CHECK(intakes.saved + intakes.lost == drinks);
  JournalFile journal = JournalFile::open(saved, Access::Read);
  CHECK_FALSE(first_damage(journal));
}

TEST_CASE_METHOD(Damaged, "a row that no journal may hold is lost alone") {
  {
    SQLite::Database plain(file.string(), SQLite::OPEN_READWRITE);
    plain.exec(R"(
      PRAGMA ignore_check_constraints = ON;
      INSERT INTO entry (id, line, kind, at_utc, utc_offset_s, day) VALUES (9001, 9001, 'spasm', 1795000000, 0, '2026-11-18');
      INSERT INTO entry (id, line, kind, at_utc, utc_offset_s, day) VALUES (9002, 9002, 'spasm', 1795000000, 0, '2026-11-18');
      INSERT INTO spasm (entry_id, site, severity) VALUES (9001, 'calf', 99), (9002, 'calf', 9))");
  }
  const Rescued rescued = rescue_it();
  CHECK(table_of(rescued, "entry").saved == drinks + 2);
  CHECK(table_of(rescued, "spasm").saved == 1);
  CHECK(table_of(rescued, "spasm").lost == 1);
}

TEST_CASE_METHOD(Damaged, "of two entries under one import key the second is saved without it") {
  {
    SQLite::Database plain(file.string(), SQLite::OPEN_READWRITE);
    plain.exec(R"(
      DROP INDEX entry_by_import_key;
      INSERT INTO entry (id, line, kind, at_utc, utc_offset_s, day, import_key)
      VALUES (9001, 9001, 'note', 1795000000, 0, '2026-11-18', 'day:2026-11-18'),
             (9002, 9002, 'note', 1795000001, 0, '2026-11-18', 'day:2026-11-18'))");
  }
  const Rescued rescued = rescue_it();
  CHECK(table_of(rescued, "entry").saved == drinks + 2);
  CHECK(rescued.lost() == 0);
  JournalFile journal = JournalFile::open(saved, Access::Read);
  CHECK(journal.database().execAndGet("SELECT id FROM entry WHERE import_key IS NOT NULL").getInt() == 9001);
}

TEST_CASE_METHOD(Damaged, "a sound journal is saved whole, with what waits in its log") {
  JournalFile journal = JournalFile::open(file, Access::Write);
  log_drink(journal, 1000);
  const Rescued rescued = rescue_it();
  CHECK(rescued.lost() == 0);
  JournalFile copy = JournalFile::open(saved, Access::Read);
  CHECK(water_in(copy) == drinks + 1000);
}

TEST_CASE_METHOD(Damaged, "a rescue replaces no file") {
  std::ofstream(saved) << "mine";
  CHECK_THAT(storage_error_of([&] { rescue_it(); }).what(), Contains("already"));
  CHECK(bytes_of(saved) == "mine");
}

TEST_CASE_METHOD(Damaged, "where there is not a single row nothing is left behind") {
  std::ofstream(file, std::ios::binary) << std::string(8192, '\x5a');
  CHECK(storage_error_of([&] { rescue_it(); }).kind == StorageError::Kind::Damaged);
  CHECK(contents(folder.path()).size() == 1);
}

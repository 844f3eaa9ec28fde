#include "lytes/storage/purge.hpp"

#include <catch2/catch.hpp>

#include "lytes/storage/examination.hpp"
#include "lytes/storage/history.hpp"
#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;

TEST_CASE("what was deleted before a purge stands nowhere in the file, and what was not is as it was") {
  const FreshFolder folder;
  const std::filesystem::path file = folder / "j.db";
  const std::string secret = "seen by nobody but me";
  JournalFile journal = JournalFile::open(file, Access::Write);
  {
    Change change(journal, "note " + secret, some_time);
    journal.database().exec(
        "INSERT INTO entry (line, kind, at_utc, utc_offset_s, day, note) VALUES (1, 'note', 1, 0, '2026-11-18', '" +
        secret + "')");
    change.commit();
  }
  for (int i = 0; i < 200; ++i) log_drink(journal, 100);
  {
    Change change(journal, "delete 1", some_time);
    journal.database().exec("DELETE FROM entry WHERE id = 1");
    change.commit();
  }
  REQUIRE(bytes_of(file).find(secret) != std::string::npos);
  const Purged purged = purge(journal);
  CHECK(purged.changes == 202);
  CHECK(purged.bytes_after < purged.bytes_before);
  CHECK(bytes_of(file).find(secret) == std::string::npos);
  CHECK(water_in(journal) == 20'000);
  CHECK(history(journal, 10).empty());
  CHECK_THROWS_AS(undo(journal, 1), NotFoundError);
  CHECK_FALSE(first_damage(journal));
  log_drink(journal, 1);
  CHECK(journal.database().execAndGet("SELECT max(id) FROM entry").getInt() == 202);
  CHECK(contents(folder.path()).size() == 1);
}

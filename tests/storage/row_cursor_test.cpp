#include "lytes/storage/row_cursor.hpp"

#include <sqlite3.h>

#include <catch2/catch.hpp>

#include "sample_journal.hpp"

using namespace lytes::storage;
using namespace lytes::storage::testing;

namespace {

int statements_of(JournalFile& journal) {
  int count = 0;
  sqlite3* const connection = journal.database().getHandle();
  for (sqlite3_stmt* each = nullptr; (each = sqlite3_next_stmt(connection, each)) != nullptr;) ++count;
  return count;
}

constexpr const char* numbers = "SELECT id FROM entry WHERE id >= ?1 ORDER BY id";

struct ThreeDrinks {
  FreshFolder folder;
  JournalFile journal = JournalFile::open(folder / "j.db", Access::Write);

  ThreeDrinks() {
    for (int i = 0; i < 3; ++i) log_drink(journal, 100);
  }
};

}  // namespace

TEST_CASE("a statement of a journal is prepared once, and begins anew for whoever asks with its words") {
  ThreeDrinks drinks;
  for (const std::int64_t from : {3, 1}) {
    RowCursor rows(drinks.journal, numbers);
    rows.bind(1, from);
    REQUIRE(rows.step());
    CHECK(rows.integer(0) == from);
    CHECK(statements_of(drinks.journal) == 1);
  }
  RowCursor rows(drinks.journal, numbers);
  CHECK_FALSE(rows.step());  // nothing is bound: no number is NULL or more
}

TEST_CASE("a statement that is in use is nobody else's, and an idle one keeps no lock") {
  ThreeDrinks drinks;
  RowCursor first(drinks.journal, numbers);
  first.bind(1, std::int64_t{1});
  REQUIRE(first.step());
  {
    RowCursor second(drinks.journal, numbers);
    second.bind(1, std::int64_t{2});
    REQUIRE(second.step());
    CHECK(second.integer(0) == 2);
    CHECK(statements_of(drinks.journal) == 2);
  }
  REQUIRE(first.step());
  CHECK(first.integer(0) == 2);
  first.restart();
  JournalFile other = JournalFile::open(drinks.folder / "j.db", Access::Write);
  log_drink(other, 100);
  CHECK(water_in(drinks.journal) == 400);
}

TEST_CASE("a journal that rests lets its statements go, and prepares them again") {
  ThreeDrinks drinks;
  for (int round = 0; round < 2; ++round) {
    {
      RowCursor rows(drinks.journal, numbers);
      rows.bind(1, std::int64_t{1});
      CHECK(rows.step());
    }
    drinks.journal.rest();
  }
  CHECK(statements_of(drinks.journal) == 0);
}

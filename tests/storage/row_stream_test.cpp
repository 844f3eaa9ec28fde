#include "lytes/storage/row_stream.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>
#include <vector>

#include "sample_journal.hpp"

using namespace lytes::storage;
using namespace lytes::storage::testing;

namespace {

constexpr const char* numbers_and_water =
    "SELECT 1 FROM intake NOT INDEXED WHERE entry_id >= ?2 AND enough(?1, entry_id, water_ml, food, amount)"
    " ORDER BY entry_id";

struct ThreeDrinks {
  FreshFolder folder;
  JournalFile journal = JournalFile::open(folder / "j.db", Access::Write);

  ThreeDrinks() {
    for (int i = 1; i <= 3; ++i) log_drink(journal, 100 * i);
  }
};

}  // namespace

TEST_CASE("rows are handed over until one is enough, and then from the next on") {
  ThreeDrinks drinks;
  std::vector<std::int64_t> seen;
  RowStream rows(drinks.journal, numbers_and_water, [&](const RowValues& row) {
    seen.push_back(row.integer(0));
    return seen.size() == 2;
  });
  rows.bind(2, std::int64_t{1});
  CHECK(rows.run());
  CHECK(seen == std::vector<std::int64_t>{1, 2});
  CHECK_FALSE(rows.run());
  CHECK(seen == std::vector<std::int64_t>{1, 2, 3});

  rows.restart();
  rows.bind(2, std::int64_t{3});
  CHECK_FALSE(rows.run());
  CHECK(seen == std::vector<std::int64_t>{1, 2, 3, 3});
}

TEST_CASE("what a taker throws comes out as it is, and the next may run the same statement") {
  ThreeDrinks drinks;
  {
    RowStream refusing(drinks.journal, numbers_and_water,
                       [](const RowValues&) -> bool { throw std::runtime_error("not this one"); });
    refusing.bind(2, std::int64_t{1});
    CHECK_THROWS_WITH(refusing.run(), "not this one");
  }
  int rows_seen = 0;
  RowStream counting(drinks.journal, numbers_and_water, [&](const RowValues&) {
    ++rows_seen;
    return false;
  });
  counting.bind(2, std::int64_t{1});
  CHECK_FALSE(counting.run());
  CHECK(rows_seen == 3);
}

TEST_CASE("a row's values are told from NULL") {
  ThreeDrinks drinks;
  RowStream rows(drinks.journal, numbers_and_water, [](const RowValues& row) {
    CHECK(row.known_real(1) == 100);
    CHECK(row.known_real(2) == std::nullopt);
    CHECK(row.text(2).empty());
    CHECK_FALSE(row.text(3).empty());
    return true;
  });
  rows.bind(2, std::int64_t{1});
  CHECK(rows.run());
}

TEST_CASE("enough() is no function for anybody else") {
  ThreeDrinks drinks;
  CHECK_THROWS(drinks.journal.database().execAndGet("SELECT enough(NULL, 1)"));
  CHECK_THROWS(drinks.journal.database().execAndGet("SELECT enough()"));
}

#include "changeset_form.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <catch2/catch.hpp>
#include <string>

#include "fresh_folder.hpp"
#include "sample_journal.hpp"

using namespace lytes::storage;
using namespace lytes::storage::testing;

TEST_CASE("a recorded changeset is whole, and cut off anywhere within it is not") {
  const FreshFolder folder;
  JournalFile journal = JournalFile::open(folder / "j.db", Access::Write);
  log_drink(journal, 250);
  SQLite::Statement query(journal.database(), "SELECT changeset FROM change");
  REQUIRE(query.executeStep());
  const std::string recorded = query.getColumn(0).getString();
  REQUIRE(recorded.size() > 50);
  CHECK(is_whole_changeset(recorded));
  CHECK(is_whole_changeset(""));
  std::size_t whole = 0;
  for (std::size_t length = 1; length < recorded.size(); ++length) {
    if (is_whole_changeset(recorded.substr(0, length))) ++whole;
  }
  CHECK(whole <= 4);  // only where a table or a row ends
}

TEST_CASE("a table whose name has no end is not whole") {
  CHECK_FALSE(
      is_whole_changeset(std::string("T\x01\x01"
                                     "entry",
                                     8)));
}

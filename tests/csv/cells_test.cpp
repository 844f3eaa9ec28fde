#include "lytes/csv/cells.hpp"

#include <catch2/catch.hpp>

#include "lytes/csv/csv.hpp"

using namespace lytes;

TEST_CASE("what a spreadsheet would compute is made a text, and comes back as it was") {
  for (const std::string text : {"=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1", "'=1", "''@x", "'mum", "plain", "", "'",
                                 "a=b", "two\nlines, \"quoted\""}) {
    const std::string cell = csv::harmless(text);
    INFO(text);
    CHECK((cell.empty() || std::string("=+-@\t\r\n").find(cell.front()) == std::string::npos));
    CHECK(csv::without_apostrophe(cell) == text);
    std::string read;
    csv::read_text("a,b\nx," + csv::row_of({cell}), "t.csv",
                   [&](const csv::Row& row) { read = std::string(row["b"]); });
    CHECK(read == cell);
  }
  CHECK(csv::harmless("plain") == "plain");
  CHECK(csv::harmless("'mum") == "'mum");
}

#include <catch2/catch.hpp>
#include <regex>

#include "cli/computer.hpp"

using namespace lytes;

TEST_CASE("what the program is and what it stands on is said by --version, a line each") {
  cli::testing::Computer computer;
  for (const char* asked : {"--version", "version"}) {
    CHECK(computer.lytes({asked}) == 0);
    static const std::regex lines(
        R"(lytes \d+\.\d+\.\d+\nSQLite 3\.\d+\.\d+\nzone data (of unknown version|\d{4}[a-z]+)\n)"
        R"(catalogue \d+, \d{4,} foods and products\n)");
    CAPTURE(computer.said);
    CHECK(std::regex_match(computer.said, lines));
  }
  const auto document = computer.json_of({"--version", "--json"});
  CHECK(document["lytes"].is_string());
  CHECK(document["catalogue"]["foods"].get<int>() > 9000);
}

#include "golden_session.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "storage/fresh_folder.hpp"

using lytes::test::Played;

namespace {

Played play(const std::string& text) {
  const lytes::storage::testing::FreshFolder folder;
  std::istringstream session(text);
  return lytes::test::play_session(session, folder.path());
}

const std::string morning = "@zone Europe/Berlin\n@now 2026-11-22 10:00\n";

}  // namespace

TEST_CASE("a session that prints what it says is told from one that does not") {
  const std::string right = morning + "$ lytes stress 7\n   1  Sun 10:00  Stress  7/10\n";
  CHECK(play(right).expected == right);
  CHECK(play(right).actual == right);

  const std::string wrong = morning + "$ lytes stress 7\n   1  Sun 10:00  Stress  8/10\n";
  CHECK(play(wrong).expected == wrong);
  CHECK(play(wrong).actual == right);
}

TEST_CASE("a session that would test nothing is refused") {
  CHECK_THROWS_WITH(play(""), "a session without a command");
  CHECK_THROWS_WITH(play(morning), "a session without a command");
  CHECK_THROWS_WITH(play("@colour yes\n$ lytes list\n"), "a session does not know @colour yes");
  CHECK_THROWS_WITH(play("@file d.csv\ndate,stress\n$ lytes list\n"), "a session says no @end after @file d.csv");
}

TEST_CASE("a diary is there to be imported once a session brings it in") {
  const std::string import = "$ lytes import daily {folder}/quarter.csv --dry-run\n";
  CHECK(play(morning + import).actual.ends_with("[1]\n"));
  CHECK(play(morning + "@diary quarter.csv\n" + import).actual.ends_with("Nothing was saved.\n"));
  CHECK_THROWS_WITH(play("@diary no_such.csv\n" + import), Catch::Contains("no_such.csv"));
}

TEST_CASE("JSON that was asked for is shown indented, and nothing else is") {
  CHECK(play(morning + "$ lytes list --json\n").actual ==
        morning + "$ lytes list --json\n{\n  \"schema\": 2,\n  \"entries\": []\n}\n");
  const std::string shown = play(morning + "$ lytes eat nonesuch --json\n").actual;
  CHECK(shown.find("{\n  \"schema\": 2,\n  \"error\": {\n    \"code\": \"no_such_food\",\n") != std::string::npos);
  CHECK(shown.ends_with("\n  }\n}\n[3]\n"));
  const std::string note = play(morning + "$ lytes note '{\"a\":1}'\n").actual;
  CHECK(note.find("{\"a\":1}") != std::string::npos);
}

TEST_CASE("the words of a command are parted as a shell would") {
  using Words = std::vector<std::string>;
  CHECK(lytes::test::shell_words("  note \"two words\" 'a \"b\"' \"\" x'y z'") ==
        Words{"note", "two words", "a \"b\"", "", "xy z"});
  CHECK(lytes::test::shell_words("").empty());
}

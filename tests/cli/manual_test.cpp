// The manual: a page for each command, that says what the command itself says of its options.
#include "lytes/command/manual.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>

#include "cli/computer.hpp"
#include "commands.hpp"
#include "lytes/command/command.hpp"

using namespace lytes;

namespace {

/// A text without marks, line breaks and what else may differ between a page and a terminal.
std::string plain(std::string_view text) {
  std::string bare;
  for (const char letter : text) {
    if (std::string_view("*_`\\").find(letter) != std::string_view::npos) continue;
    const bool blank = letter == '\n' || letter == '\t' || letter == ' ';
    if (!blank)
      bare += letter;
    else if (!bare.ends_with(' '))
      bare += ' ';
  }
  return bare;
}

/// What is wrong with what a page says of a command and of those below it.
void compare(const cli::Command& command, const std::string& page, std::vector<std::string>& wrong) {
  for (const auto& option : command.options()) {
    if (option.name == "--help") continue;
    const std::string said = plain(option.term()) + " " + plain(option.says);
    if (page.find(said) == std::string::npos) wrong.push_back(command.path() + ": " + said);
  }
  if (!command.needs_one_below() && command::examples_of(command.path()).empty()) {
    wrong.push_back("no example of " + command.path());
  }
  for (const auto& below : command.below()) {
    if (page.find("lytes " + below.path()) == std::string::npos) wrong.push_back(below.path());
    compare(below, page, wrong);
  }
}

}  // namespace

TEST_CASE("every command has a page, which says of its options what --help says") {
  cli::Command program("", "");
  cli::declare_all_commands(program);
  std::vector<std::string> wrong;
  for (const auto& command : program.below()) {
    const auto page = std::ranges::find(command::manual(), command.path(), &command::Page::command);
    if (page == command::manual().end()) {
      wrong.push_back("no page src/cli/manual/" + command.path() + ".scd");
    } else {
      compare(command, plain(page->text), wrong);
    }
  }
  CHECK(wrong == std::vector<std::string>{});
}

TEST_CASE("every page is of a command, and the page of the program names all others") {
  const auto program = std::ranges::find(command::manual(), "lytes", &command::Page::command);
  REQUIRE(program != command::manual().end());
  for (const auto& page : command::manual()) {
    if (page.command == "lytes") continue;
    CAPTURE(page.command);
    CHECK(cli::is_command(page.command));
    CHECK(program->text.find("*lytes-" + std::string(page.command) + "*(1)") != std::string_view::npos);
  }
}

TEST_CASE("help shows the examples of the page, for a command below another those that are its own") {
  cli::testing::Computer computer;
  CHECK(computer.lytes({"help", "drink"}) == 0);
  CHECK_THAT(computer.said, Catch::Contains("Examples:\n  lytes drink 500ml water\n"));
  CHECK(computer.lytes({"foods", "add", "--help"}) == 0);
  CHECK_THAT(computer.said, Catch::Contains("Examples:\n  lytes foods add ") && !Catch::Contains("foods search"));
}

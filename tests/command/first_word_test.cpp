// What a line begins with: a command, a slip in one, or words that are to be logged.
#include "lytes/command/first_word.hpp"

#include <catch2/catch.hpp>

#include "lytes/command/command.hpp"

using namespace lytes;
using command::OneWord;
using command::Words;

namespace {

const command::Names names = {"drink", "eat", "had", "today", "week", "note", "read", "day", "show", "trial"};

Words read(Words words, OneWord one_word = OneWord::MayBeSlip) {
  return command::with_command(std::move(words), names, one_word);
}

}  // namespace

TEST_CASE("words that name no command are a line") {
  CHECK(read({"2", "eggs"}) == Words{"had", "2", "eggs"});
  CHECK(read({"coffee", "at", "8"}) == Words{"had", "coffee", "at", "8"});
  CHECK(read({"2 eggs and coffee"}) == Words{"had", "2 eggs and coffee"});
  CHECK(read({"--json", "2", "eggs"}) == Words{"--json", "had", "2", "eggs"});
  CHECK(read({"--now", "2026-11-22 10:00", "2", "eggs"}) == Words{"--now", "2026-11-22 10:00", "had", "2", "eggs"});
  CHECK(read({"today", "I", "had", "2", "eggs"}) == Words{"had", "today", "I", "had", "2", "eggs"});
}

TEST_CASE("a command stays what it is") {
  CHECK(read({"drink", "500ml"}) == Words{"drink", "500ml"});
  CHECK(read({"today"}) == Words{"today"});
  CHECK(read({"today", "--short"}) == Words{"today", "--short"});
  CHECK(read({"note:", "new", "mattress"}) == Words{"note", "new", "mattress"});
  CHECK(read({}).empty());
  CHECK(read({"--json"}) == Words{"--json"});
}

TEST_CASE("a slip of the keys in a command is no line") {
  CHECK(read({"drnk", "500ml"}) == Words{"drnk", "500ml"});
  CHECK(read({"wekk"}) == Words{"wekk"});
  CHECK(read({"tdoay"}) == Words{"tdoay"});
  CHECK(read({"drank", "500ml"}) == Words{"had", "drank", "500ml"});
  CHECK(read({"slow", "mag"}) == Words{"had", "slow", "mag"});  // one letter from `show`, which takes no words
  CHECK(read({"wekk"}, OneWord::IsLine) == Words{"wekk"});
  CHECK(read({"tea"}, OneWord::IsLine) == Words{"had", "tea"});
}

TEST_CASE("dashes say where a line comes from") {
  CHECK(read({"-"}) == Words{"read", "-"});
  CHECK(read({"--", "-5", "eggs"}) == Words{"had", "--", "-5", "eggs"});
  const Words ended = {"--", "--json"};
  CHECK(command::command_word(ended) == ended.begin());
}

TEST_CASE("help and version may be said as words") {
  CHECK(command::as_options({"help"}) == Words{"--help"});
  CHECK(command::as_options({"--json", "help"}) == Words{"--json", "--help"});
  CHECK(command::as_options({"version", "--json"}) == Words{"--version", "--json"});
  CHECK(command::as_options({"help", "trial", "start"}) == Words{"trial", "start", "--help"});
  CHECK(command::as_options({"drink", "500ml"}) == Words{"drink", "500ml"});
}

TEST_CASE("the nearest command is named, and none where none is near") {
  command::Command program("", "A program");
  for (const auto name : names) program.add(std::string(name), "");
  CHECK(command::nearest_command(program, "drnik") == "drink ...");
  CHECK(command::nearest_command(program, "done") == "day done");
  CHECK(command::nearest_command(program, "xylophone").empty());
}

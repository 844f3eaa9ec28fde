// How a command is declared, and how a line is read by that.
#include "lytes/command/command_line.hpp"

#include <catch2/catch.hpp>

#include "lytes/command/command.hpp"

using namespace lytes;
using command::Command;
using command::Parsed;
using Words = std::vector<std::string>;

namespace {

/// A program with one command, `pot`, and one with others below it, `shelf`.
struct Kitchen {
  Command program{"", "A kitchen"};
  std::string what, note, name;
  Words lids, pans;
  bool hot = false;
  int count = 1;

  Kitchen() {
    program.option("-o, --hot", hot, "Hot; or not");
    auto& pot = program.add("pot", "A pot");
    pot.runs([](console::Session&) {});
    pot.option("what...", what, "What is in it; all of it");
    pot.option("--note TEXT", note, "A note");
    pot.option("--lid NAME", lids, "A lid");
    pot.option("--count INT", count, "How many").range = {1, 9};
    auto& shelf = program.add("shelf", "A shelf");
    auto& put = shelf.add("put", "Put");
    put.runs([](console::Session&) {});
    put.option("name", name, "Which");
    put.option("[pans...]", pans, "Pans").most_words = 2;
  }

  Parsed reads(const Words& words) const { return command::parse(program, words); }
  std::string complains(const Words& words) const {
    const Parsed parsed = reads(words);
    CHECK(parsed.what == Parsed::What::Misread);
    return parsed.why;
  }
};

}  // namespace

TEST_CASE("an option is declared by the term that help shows") {
  Kitchen kitchen;
  const auto& pot = *kitchen.program.command_called("pot");
  const auto& what = *pot.option_called("what");
  CHECK((what.required && what.many && what.has_place()));
  CHECK(what.term() == "what...");
  const auto& pans = *kitchen.program.command_called("shelf")->command_called("put")->option_called("pans");
  CHECK_FALSE(pans.required);
  CHECK(pans.term() == "pans...");
  CHECK(pot.option_called("--note")->term() == "--note TEXT");
  CHECK(pot.option_called("--count")->term() == "--count INT (1 to 9)");
  CHECK(kitchen.program.option_called("-o") == kitchen.program.option_called("--hot"));
  CHECK_FALSE(kitchen.program.option_called("--hot")->takes_value());
  CHECK(pot.option_called("") == nullptr);
}

TEST_CASE("what was typed stands where its options said, and the command is the last that the line names") {
  Kitchen kitchen;
  const Parsed parsed = kitchen.reads({"pot", "big", "--note", "a b", "soup", "--count", "3", "--hot"});
  REQUIRE(parsed.what == Parsed::What::Command);
  CHECK(parsed.command->path() == "pot");
  CHECK(kitchen.what == "big soup");
  CHECK(kitchen.note == "a b");
  CHECK(kitchen.count == 3);
  CHECK(kitchen.hot);
  CHECK(kitchen.reads({"shelf", "put", "x", "y", "z"}).command->path() == "shelf put");
  CHECK(kitchen.pans == Words{"y", "z"});
  CHECK(kitchen.reads({"shelf", "--help"}).command->path() == "shelf");
}

TEST_CASE("an option is understood by its letter, alone or among others, and with its value behind a sign") {
  for (const char* said : {"-o", "--hot"}) {
    Kitchen kitchen;
    CHECK(kitchen.reads({"pot", "soup", said}).what == Parsed::What::Command);
    CHECK(kitchen.hot);
  }
  Kitchen kitchen;
  CHECK(kitchen.reads({"pot", "soup", "--count=4"}).what == Parsed::What::Command);
  CHECK(kitchen.count == 4);
  CHECK(kitchen.complains({"pot", "soup", "-ox"}) == "not known to `lytes pot`: -x");
  CHECK(kitchen.complains({"pot", "soup", "--counts=4"}) == "not known to `lytes pot`: --counts=4");
}

TEST_CASE("an option that may be said often takes one word each time") {
  Kitchen kitchen;
  CHECK(kitchen.reads({"pot", "--lid", "flat", "soup", "--lid", "deep"}).what == Parsed::What::Command);
  CHECK(kitchen.lids == Words{"flat", "deep"});
  CHECK(kitchen.what == "soup");
}

TEST_CASE("what is wrong with a line is said in the words of its help") {
  const Kitchen kitchen;
  CHECK(kitchen.complains({"pot"}) == "something is missing: what is in it");
  CHECK(kitchen.complains({"shelf"}) == "another word is needed after `shelf`");
  CHECK(kitchen.complains({"pot", "a", "--note"}) == "something is missing after --note: TEXT");
  CHECK(kitchen.complains({"pot", "a", "--count", "x"}) == "not a number from 1 to 9: x");
  CHECK(kitchen.complains({"pot", "a", "--count", "12"}) == "12 is not from 1 to 9");
  CHECK(kitchen.complains({"pot", "a", "--note", "x", "--note", "y"}) == "said more than once: --note");
  CHECK(kitchen.complains({"shelf", "put", "x", "a", "b", "c"}) == "more words than `lytes shelf put` takes");
  CHECK(kitchen.complains({"pot", "a", "--pan"}) == "not known to `lytes pot`: --pan");
}

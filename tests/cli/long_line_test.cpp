// Lines as long as a script gone astray may make them. Each took minutes where its length counted squared.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "cli/computer.hpp"
#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/entry_form.hpp"

using namespace lytes;
using cli::testing::Computer;

namespace {

constexpr std::size_t long_size = 120'000;

std::string repeated(const std::string& words, std::size_t size = long_size) {
  std::string text;
  while (text.size() < size) text += words;
  return text;
}

std::string times(std::size_t count, const std::string& words) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += words;
  return text;
}

struct Line {
  std::string before;
  std::string repeated;
  std::string after;
};

std::string text_of(const Line& line, std::size_t size = long_size) {
  return line.before + repeated(line.repeated, size) + line.after;
}

}  // namespace

TEST_CASE("a long line is read, or refused with its place, in a time that grows as its length does") {
  Computer computer;
  SECTION("food and drink") {
    for (const std::string command : {"drink", "eat", "take"}) {
      for (const Line& line : {Line{"", "water ", "@ 99:99"}, Line{"", "a", " 1.2.3"}, Line{"beans ", "and ", ""},
                               Line{"beans ", "+ ", ""}, Line{"tea with ", "w/", ""}, Line{"", "1 ", ""},
                               Line{"", "(5 ", ""}, Line{"coffee ", "without ", ""}, Line{"", "wibble wobble ", ""},
                               Line{"", "water melon ", ""}, Line{"1 cup tea", "    ", "1.2.3"}, Line{"", "\xff", ""},
                               Line{"", "\xCC\x81", " -5 "}, Line{"", "1", ""}, Line{"", "1,", ""}}) {
        CAPTURE(command, line.before, line.repeated);
        const int code = computer.lytes({command, text_of(line)});
        CHECK(code <= 3);
        CHECK((code == 0 || computer.complained.ends_with("Nothing was saved.\n")));
      }
    }
  }
  SECTION("amounts and sentences of food") {
    for (const Line& line : {Line{"soup ", "5g ", ""}, Line{"", "x2 ", ""}, Line{"soup and tea ", "5g ", ""},
                             Line{"", "a banana and I had ", ""}, Line{"latte ", "no ", ""}, Line{"", "a few ", ""},
                             Line{"", "large ", ""}, Line{"soup ", "while ", ""}, Line{"lunch: ", "1 egg + ", ""},
                             Line{"", "melon/water/", ""}, Line{"tea ", "14:00 ", ""}}) {
      CAPTURE(line.before, line.repeated);
      const int code = computer.lytes({"eat", text_of(line)});
      CHECK(code <= 3);
      CHECK((code == 0 || computer.complained.ends_with("Nothing was saved.\n")));
    }
  }
  SECTION("spasms") {
    for (const Line& line :
         {Line{"", "numb ", ""}, Line{"", "lower ", ""}, Line{"", "the ", "x"}, Line{"", "left and ", ""},
          Line{"left ", "and ", ""}, Line{"calf 5 x ", "calf ", ""}, Line{"", "no numbness or ", ""},
          Line{"calf 5 ", "x 2h ", ""}, Line{"calf ", "5abc ", ""}, Line{"", "after 2 beers ", "11/10"}}) {
      CAPTURE(line.before, line.repeated);
      CHECK(computer.lytes({"spasm", text_of(line, long_size / 3)}) <= 2);
    }
    CHECK(computer.lytes({"spasm", "calf 5", "--with", repeated("x, ")}) == 2);
    CHECK(computer.lytes({"spasm", "calf 5", "--with", repeated("x & ")}) == 2);
  }
  SECTION("factors and ratings") {
    for (const Line& line : {Line{"sleep 5", " and ", ""}, Line{"sleep 5 ", "x ", ""}, Line{"", "sleep 5 and ", ""},
                             Line{"alcohol 5 ", "1 x ", ""}, Line{"heat ", "and  ", "5"}}) {
      CAPTURE(line.before, line.repeated);
      CHECK(computer.lytes({"log", text_of(line)}) == 2);
    }
    CHECK(computer.lytes({"log", "heat" + repeated(" -")}) == 0);
    CHECK(computer.lytes({"stress", "7 " + repeated("of 10 ")}) == 2);
  }
  SECTION("what is looked for, repeated and set") {
    CHECK(computer.lytes({"foods", "search", repeated("wibble ")}) == 3);
    CHECK(computer.lytes({"foods", "search", repeated("water melon ")}) == 3);
    CHECK(computer.lytes({"profile", "set", "condition=" + repeated(" ") + "x"}) == 0);
    CHECK(computer.lytes({"profile", "set", "medicine=" + repeated("a,")}) == 2);
    CHECK(computer.lytes({"drink", "1 cup water"}) == 0);
    CHECK(computer.lytes({"again", "1 without " + repeated(", ")}) == 0);
    CHECK(computer.lytes({"again", repeated("1 ")}) == 2);
    CHECK(computer.lytes({"list", repeated("at ")}) == 0);
    CHECK(computer.lytes({"list", repeated("7 days ")}) == 2);
    CHECK(computer.lytes({"--now", repeated("2026-11-22 "), "list"}) == 2);
  }
}

TEST_CASE("what an editor hands back may have as many lines as it likes") {
  std::string form;
  for (int i = 0; form.size() < long_size; ++i) form += "field " + std::to_string(i) + ": x\n";
  CHECK(language::read_form(form).size() > 5'000);
  CHECK_THROWS_WITH(language::read_form(form + "field 7: y\n"), Catch::Contains("stands on line 8 already"));
}

TEST_CASE("one line makes at most so many entries, and the first too many is pointed at") {
  Computer computer;
  const auto refused = [&](const std::vector<std::string>& words) {
    CHECK(computer.lytes(words) == 2);
    CHECK_THAT(computer.complained, Catch::Contains("at most " + std::to_string(most_entries_at_once) + " entries") &&
                                        Catch::EndsWith("Nothing was saved.\n"));
    CHECK(computer.json_of({"list", "--json"})["entries"].empty());
  };
  const std::size_t many = most_entries_at_once;
  refused({"drink", times(many, "1 cup water, ") + "1 cup water"});
  refused({"drink", times(many, "1 cup water and ") + "1 cup water"});
  refused({"eat", times(many / 2, "1 egg and 1 slice bread, ") + "1 egg"});
  refused({"take", times(many, "200mg magnesium, ") + "200mg magnesium"});
  refused({"take", times(many, "200mg magnesium and ") + "200mg magnesium"});
  refused({"log", times(many, "heat 1, ") + "heat 1"});
  refused({"spasm", times(many + 1, "left calf 5 10m, ")});
  refused({"spasm", times(many / 20, "left calf 5 x20, ") + "left calf 5"});

  CHECK(computer.lytes({"drink", times(many, "1 cup water, ")}) == 0);
  CHECK(computer.json_of({"list", "--json"})["entries"].size() == many);
  CHECK(computer.lytes({"again", times(many + 1, "1 ")}) == 2);
  CHECK_THAT(computer.complained, Catch::Contains("entries"));
}

TEST_CASE("a note is kept up to a length, and beyond it is refused with the length named, whatever it is a note of") {
  const std::string longest = repeated("x", longest_text);
  for (const std::vector<std::string>& words : {std::vector<std::string>{"note"},
                                                {"drink", "1 cup water", "--note"},
                                                {"spasm", "left calf 5", "--note"},
                                                {"stress", "5", "--note"},
                                                {"log", "sleep 5h", "--note"}}) {
    Computer computer;
    const auto with = [&](const std::string& note) {
      auto line = words;
      line.push_back(note);
      return computer.lytes(line);
    };
    CHECK(with(longest + "x") == 2);
    CHECK_THAT(computer.complained, Catch::Contains("at most 20000 bytes") && Catch::Contains("20001") &&
                                        Catch::EndsWith("Nothing was saved.\n"));
    CHECK(with(longest) == 0);
    CHECK(computer.json_of({"list", "--json"})["entries"][0]["note"] == longest);
    CHECK(computer.lytes({"edit", "1", "note=" + longest + "x"}) == 2);
  }
}

TEST_CASE("a line beyond a length is refused before it is read") {
  Computer computer;
  CHECK(computer.lytes({"drink", "1 cup water" + std::string(longest_line, ' ')}) == 2);
  CHECK_THAT(computer.complained, Catch::Contains("at most 250000 bytes"));
}

TEST_CASE("names that are kept are bounded as notes are") {
  Computer computer;
  const std::string too_long = repeated("x", longest_text + 1);
  for (const std::vector<std::string>& words : {std::vector<std::string>{"spasm", too_long},
                                                {"take", too_long},
                                                {"log", "heat 5 " + too_long},
                                                {"foods", "add", too_long},
                                                {"foods", "add", "pie", "--per", "1 " + too_long},
                                                {"foods", "add", "pie", "--portion", too_long + "=5g"},
                                                {"recipe", "add", too_long, "1 egg"},
                                                {"profile", "set", "medicine=" + too_long}}) {
    CAPTURE(words.front());
    CHECK(computer.lytes(words) == 2);
    CHECK_THAT(computer.complained, Catch::Contains("at most 20000 bytes") && Catch::EndsWith("Nothing was saved.\n"));
  }
}

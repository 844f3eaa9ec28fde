// Lines in the words that foods go by, and what was taken back.
#include "reworded.hpp"

#include <catch2/catch.hpp>

#include "corrected.hpp"
#include "language/plain_speaker.hpp"
#include "lytes/errors.hpp"

using namespace lytes;
using language::testing::real_vocabulary;

namespace {

language::Reworded reworded(std::string_view line) {
  return {real_vocabulary(), line, [](std::string_view) { return false; }};
}

std::string corrected(std::string_view line) { return language::corrected(real_vocabulary(), line); }

}  // namespace

TEST_CASE("a line of food is read in the words that foods go by") {
  CHECK(reworded("chkn sarnie").text() == "chicken sandwich");
  CHECK(reworded("2 avos, a spud").text() == "2 avocados, a potato");
  CHECK(reworded("between 5 and 6 dates").text() == "5-6 dates");
  CHECK(reworded("child portion of spag bol").text() == "small spag bol");
  CHECK(reworded("300 ml water").text() == "300 ml water");
  CHECK(reworded("").text().empty());
}

TEST_CASE("what is a name as it stands is left alone") {
  const language::Reworded own{real_vocabulary(), "my sarnie", [](std::string_view name) { return name == "sarnie"; }};
  CHECK(own.text() == "my sarnie");
}

TEST_CASE("places in the words are those of the line") {
  const auto line = reworded("chkn and spud");
  CHECK(line.text() == "chicken and potato");
  CHECK(line.place_in_line(0) == 0);
  CHECK(line.place_in_line(3) == 0);
  CHECK(line.place_in_line(8) == 5);
  CHECK(line.place_in_line(12) == 9);
  CHECK(line.place_in_line(18) == 13);
}

TEST_CASE("of two amounts the one that was not taken back stays") {
  CHECK(corrected("2 coffees, no wait, 3") == "3 coffees");
  CHECK(corrected("2 coffees not 3") == "2 coffees");
  CHECK(corrected("1 slice of toast not two") == "1 slice of toast");
  CHECK(corrected("magnesium 200mg (not 400)") == "magnesium 200mg");
  CHECK(corrected("300ml no 350ml orange juice") == "350ml orange juice");
  CHECK(corrected("spasm back 6/10 no 7/10") == "spasm back 7/10");
  CHECK(corrected("stress 6, sorry 7") == "stress 7");
  CHECK(corrected("250 ml tea, i mean 350 ml") == "350 ml tea");
}

TEST_CASE("what was taken back and is no one amount is asked about") {
  CHECK_THROWS_AS(corrected("spasm left calf - sorry right calf 5/10"), InputError);
  CHECK_THROWS_AS(corrected("2 eggs 1 toast, no wait, 3"), InputError);
  CHECK_THROWS_AS(corrected("apple, no wait, pear"), InputError);
}

TEST_CASE("words that take nothing back change nothing") {
  for (const char* line : {"eggs, no salt", "burger no bun no fries", "sorry, 2 eggs", "actually slept well",
                           "no coffee", "2 coffees, no milk", "not hungry", "stress 7 not great", "no cramps"}) {
    CAPTURE(line);
    CHECK(corrected(line) == line);
  }
}

#include "lytes/language/spasm_line.hpp"

#include <catch2/catch.hpp>

#include "language/plain_speaker.hpp"
#include "lytes/errors.hpp"

using namespace lytes::language;
using lytes::language::testing::real_vocabulary;

namespace {

/// "left calf|7|10|woke me up": site, severity, minutes and note.
std::string said(std::string_view text) {
  std::string all;
  for (const SpasmLine& line : read_spasm_lines(real_vocabulary(), text)) {
    if (!all.empty()) all += " / ";
    all += line.site + "|" + (line.severity ? std::to_string(*line.severity) : "") + "|" +
           (line.minutes ? std::to_string(static_cast<int>(*line.minutes)) : "") + "|" + line.note;
    if (line.times > 1) all += " x" + std::to_string(line.times);
  }
  return all;
}

std::vector<std::string> flags(std::string_view text) { return read_spasm_line(real_vocabulary(), text).signs; }

}  // namespace

TEST_CASE("the site is the part of the body with its side, and other words are the note") {
  CHECK(said("upper back 6/10 10m") == "upper back|6|10|");
  CHECK(said("calf left 7") == "left calf|7||");
  CHECK(said("calf cramp left 6/10 3 min woke me up") == "left calf|6|3|woke me up");
  CHECK(said("calf left lasted 2 minutes") == "left calf||2|");
  CHECK(said("left calf 5 during the night") == "left calf|5||during the night");
  CHECK(said("left calf 6 in bed") == "left calf|6||in bed");
  CHECK(said("charley horse left leg 8/10") == "left leg|8||charley horse");
  CHECK(said("awful cramp in my left calf") == "left calf|8||awful");
  CHECK(said("wadenkrampf links 7") == "left calf|7||");
  CHECK(said("rt hamstring 7 out of 10 for 5 minutes") == "right hamstring|7|5|");
  CHECK(said("calf 6/10 left half an hour") == "left calf|6|30|");
  CHECK(said("calf 5 Woke me, then again") == "calf|5||Woke me, then again");
}

TEST_CASE("a side belongs to the part it stands before, or else to the one before it") {
  CHECK(said("neck and left shoulder 5") == "neck and left shoulder|5||");
  CHECK(said("calf left, arch of foot 3") == "left calf and arch of foot|3||");
  CHECK(said("lower left back") == "left lower back|||");
  CHECK(said("back of my left knee") == "left back of knee|||");
  CHECK(said("left shoulder blade") == "left shoulder blade|||");
  CHECK(said("between the shoulder blades 6/10") == "between shoulder blades|6||");
  CHECK(said("between my shoulder blades") == "between shoulder blades|||");
  CHECK(said("big toe right") == "right big toe|||");
  CHECK(said("both foot") == "both feet|||");
  CHECK(said("both calfs") == "both calves|||");
  CHECK(said("left and right calf 3") == "both calves|3||");
  CHECK(said("calf 5 right after bed") == "calf|5||right after bed");
}

TEST_CASE("where no part of the body is known the first words are the site") {
  CHECK(said("eyelid") == "eyelid|||");
  CHECK(said("pelvic floor 3") == "pelvic floor|3||");
  CHECK(said("left wobbly bit 3") == "left wobbly bit|3||");
  CHECK(said("wobbly bit 4 woke me up") == "wobbly bit|4||woke me up");
  CHECK(said("wobbly bit woke me up") == "wobbly bit|||woke me up");
  CHECK(said("bladder 5") == "bladder|5||");
  CHECK(said("7") == "unspecified|7||");
  CHECK(said("left") == "left|||");
  CHECK(said("") == "unspecified|||");
}

TEST_CASE("what says how it was or which of them is no site") {
  CHECK(said("my worst cramp 7/10") == "unspecified|7||worst");
  CHECK(said("sudden spasm 6/10") == "unspecified|6||sudden");
  CHECK(said("small one in the left calf 2/10") == "left calf|2||small one");
  CHECK(said("second cramp 5/10") == "unspecified|5||second");
  CHECK(said("the same cramp again 3/10") == "unspecified|3||same cramp again");
  CHECK(said("heftiger krampf 6") == "unspecified|6||heftiger");
}

TEST_CASE("a second part with a number of its own is a second spasm") {
  CHECK(said("left calf 4, right calf 5") == "left calf|4|| / right calf|5||");
  CHECK(said("left calf 4 and right foot 5 10m") == "left calf|4|| / right foot|5|10|");
  CHECK(said("left calf 4, right 5") == "left calf|4|| / right calf|5||");
  CHECK(said("left calf 4 then the foot") == "left calf|4||then the foot");
}

TEST_CASE("a number of times is as many spasms, unless it is part of a story") {
  CHECK(said("left calf x3") == "left calf||| x3");
  CHECK(said("left calf 5 times") == "left calf||| x5");
  CHECK(said("left calf 6/10 three times") == "left calf|6|| x3");
  CHECK(said("left calf 7 woke me 3 times") == "left calf|7||woke me 3 times");
  CHECK(said("left calf x50") == "left calf|||x50");
}

TEST_CASE("of a half point and of a range the higher number is taken") {
  CHECK(said("calf 6.5") == "calf|7||");
  CHECK(read_spasm_line(real_vocabulary(), "calf 6.5").severity_said == "6.5");
  CHECK(said("calf 6,5/10") == "calf|7||");
  CHECK(said("left calf 6-7/10") == "left calf|7||");
  CHECK(said("left calf 6 to 7") == "left calf|7||");
  CHECK(read_spasm_line(real_vocabulary(), "left calf 6-7").severity_said == "6-7");
  CHECK(read_spasm_line(real_vocabulary(), "calf 6/10").severity_said.empty());
}

TEST_CASE("a number inside a story is no severity") {
  CHECK(said("calf after running 10 km 6/10") == "calf|6||after running 10 km");
  CHECK(said("calf 6 after 2 beers") == "calf|6||after 2 beers");
  CHECK(said("calf 6 after sitting 3 hours at work") == "calf|6||after sitting 3 hours at work");
  CHECK(said("calf 7 woke me at 3") == "calf|7||woke me at 3");
  CHECK(said("calf after running 6") == "calf|6||after running");
}

TEST_CASE("signs are no part of the site, and what they say beside their name stays in the note") {
  CHECK(said("lower back 8 lost bladder control") == "lower back|8||");
  CHECK(flags("lower back 8 lost bladder control") == std::vector<std::string>{"loss of bladder or bowel control"});
  CHECK(said("left calf numb leg 7") == "left calf|7||numb leg");
  CHECK(flags("left calf numb leg 7") == std::vector<std::string>{"numbness"});
  CHECK(said("back 5 cant feel my leg") == "back|5||cant feel my leg");
  CHECK(said("leg gave way 5") == "leg|5||leg gave way");
  CHECK(flags("leg gave way 5") == std::vector<std::string>{"weakness"});
  CHECK(said("numb left foot 5") == "left foot|5||");
  CHECK(said("no feeling in foot") == "foot|||");
  CHECK(said("back with numbness and fever") == "back|||");
  CHECK(flags("calf 5 no numbness").empty());
  CHECK(said("calf 5 no numbness") == "calf|5||no numbness");
  CHECK(said("calf with hiccups") == "calf|||with hiccups");
}

TEST_CASE("a sign goes with the spasm it was said of") {
  const auto lines = read_spasm_lines(real_vocabulary(), "left calf 4, right calf 5 numb");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].signs.empty());
  CHECK(lines[1].signs.size() == 1);
}

TEST_CASE("none is no spasm, but not where it is part of a sign") {
  CHECK(read_spasm_line(real_vocabulary(), "none yesterday").none);
  CHECK(read_spasm_line(real_vocabulary(), "none yesterday").site == "yesterday");
  CHECK_FALSE(read_spasm_line(real_vocabulary(), "no feeling in my left foot").none);
}

TEST_CASE("what cannot be a severity or a duration is refused with its place") {
  const auto place = [](const std::string& text) {
    try {
      read_spasm_lines(real_vocabulary(), text);
    } catch (const lytes::InputError& error) {
      return static_cast<int>(error.place);
    }
    return -1;
  };
  CHECK(place("calf 11/10") == 5);
  CHECK(place("calf 5 6") == 7);
  CHECK(place("calf 5/7") == 7);
  CHECK(place("calf 0m") == 5);
  CHECK(place("calf 10m 20m") == 9);
}

TEST_CASE("a sign before a number is refused where it stands, and is no note and no part of a site") {
  const auto place = [](std::string_view text) -> std::size_t {
    try {
      said(text);
    } catch (const lytes::InputError& error) {
      CHECK(std::string(error.what()) == "a number here cannot be negative");
      return error.place;
    }
    FAIL("taken without complaint: " << text);
    return 0;
  };
  CHECK(place("calf -1") == 5);
  CHECK(place("-5/10 calf") == 0);
  CHECK(place("calf \u22125") == 5);
  CHECK(place("calf \u2212 5") == 5);
  CHECK(place("calf 5 \u201310m") == 7);
  CHECK(place("calf-5") == 4);
  CHECK(place("calf- 5") == 4);
  CHECK(place("calf 5, thigh -3") == 14);
  CHECK(place("- 5") == 0);
  CHECK(place("calf minus 5") == 5);
}

TEST_CASE("a range, a dash between words and the cold in a story are no negative numbers") {
  CHECK(said("calf 6-7") == "calf|7||");
  CHECK(said("calf - 6") == "calf|6||");
  CHECK(said("l4-5 3") == "l4-5|3||");
  CHECK(said("calf 5 after a run at -5 degrees") == "calf|5||after a run at -5 degrees");
}

TEST_CASE("a small part and its limb are one place, also behind one another") {
  CHECK(said("cramps in my fingers left hand 4/10") == "fingers of left hand|4||");
  CHECK(said("foot cramp (right arch) 10 min") == "arch of right foot||10|");
  CHECK(said("toe cramps both feet 4/10") == "toe of both feet|4||");
  CHECK(said("toe and left hand 3") == "toe and left hand|3||");
}

TEST_CASE("a side stands behind a comma or the word for the spasm, too") {
  CHECK(said("cramp in quads after leg day, both, 4/10") == "both quads|4||after leg day");
  CHECK(said("trapezius knot right side 4") == "right trapezius|4||knot");
}

TEST_CASE("lengths and severities may be about so much") {
  CHECK(said("spasm ~6/10 low back") == "lower back|6||");
  CHECK(said("back spasm 6ish") == "back|6||");
  CHECK(said("calf cramp 5/10 for a couple of minutes") == "calf|5|2|");
  CHECK(said("mid back spasm 8/10, 20-25 min") == "mid back|8|22|");
  CHECK(said("neck cramp twenty minutes 4/10") == "neck|4|20|");
}

TEST_CASE("asleep is no sign where somebody was") {
  CHECK(said("cramp at the back of my thigh 5/10 while asleep") == "back of thigh|5||while asleep");
}

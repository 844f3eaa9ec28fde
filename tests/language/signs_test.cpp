#include "lytes/language/signs.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <span>
#include <string>

#include "language/plain_speaker.hpp"
#include "lytes/csv/csv.hpp"
#include "lytes/errors.hpp"

using namespace lytes;
using namespace lytes::language;
using Catch::Contains;
using lytes::language::testing::real_vocabulary;

namespace {

using Names = std::vector<std::string>;

Names read(std::string_view text) { return read_sign_names(real_vocabulary(), text); }

Names found(std::string_view text) {
  Names names;
  for (const FoundSign& sign : find_signs(real_vocabulary(), text)) names.push_back(sign.name);
  return names;
}

}  // namespace

TEST_CASE("signs are read from everyday words") {
  CHECK(read("numbness") == Names{"numbness"});
  CHECK(read("Numb") == Names{"numbness"});
  CHECK(read("pins-and-needles") == Names{"tingling"});
  CHECK(read("pins and needles") == Names{"tingling"});
  CHECK(read("incontinence") == Names{"loss of bladder or bowel control"});
  CHECK(read("bladder") == Names{"loss of bladder or bowel control"});
  CHECK(read("fell") == Names{"after a fall or accident"});
  CHECK(read("weak legs") == Names{"weakness"});
  CHECK(read("losing weight") == Names{"unexplained weight loss"});
}

TEST_CASE("signs are found in plain words among others") {
  const Names bladder = {"loss of bladder or bowel control"};
  for (const char* text : {"lost bladder control", "loss of bladder control", "wet myself", "cant hold my pee",
                           "lost control of my bladder", "I've soiled myself", "no bladder control",
                           "unable to hold my bladder", "leaking urine", "incontinance"}) {
    INFO(text);
    CHECK(found(text) == bladder);
  }
  for (const char* text :
       {"can't pee", "cannot urinate", "can not pee", "trouble peeing", "not peed since yesterday"}) {
    INFO(text);
    CHECK(found(text) == Names{"unable to pass urine"});
  }
  for (const char* text :
       {"numb between the legs", "numbness in the groin", "no feeling between my legs", "tingling in my buttocks"}) {
    INFO(text);
    CHECK(found(text) == Names{"numbness between the legs"});
  }
  for (const char* text : {"cant feel my leg", "numb leg", "no feeling in foot", "lost all feeling in it",
                           "I can\xE2\x80\x99t feel my toes"}) {
    INFO(text);
    CHECK(found(text) == Names{"numbness"});
  }
  for (const char* text : {"leg gave way", "cant move my leg", "my knee keeps buckling", "foot drop"}) {
    INFO(text);
    CHECK(found(text) == Names{"weakness"});
  }
  CHECK(found("started after a bad night") == Names{});
  CHECK(found("after I fell off the bike") == Names{"after a fall or accident"});
  CHECK(found("since the car accident") == Names{"after a fall or accident"});
  CHECK(found("with pain in my chest and short of breath") == Names{"chest pain", "shortness of breath"});
  CHECK(found("slurred speech, face is drooping") ==
        Names{"trouble speaking or a drooping face", "trouble speaking or a drooping face"});
  CHECK(found("passed out") == Names{"a seizure or passing out"});
  CHECK(found("cola coloured urine") == Names{"brown urine"});
  CHECK(found("my pee was brown") == Names{"brown urine"});
  CHECK(found("dark pee") == Names{"dark urine"});
  CHECK(found("hard to swallow") == Names{"trouble swallowing"});
  CHECK(found("numb toes, tingling and a fever") == Names{"numbness", "tingling", "fever"});
}

TEST_CASE("what happened to somebody else, in a film or years ago is none, and a slip of spelling is understood") {
  for (const char* text : {"my neighbour had a seizure", "dad fell off a ladder", "the stroke of my uncle",
                           "read a book about heart attacks", "had a seizure as a child", "an old fall, long healed",
                           "passed out in 2009", "scared of fainting", "fever: none"}) {
    INFO(text);
    CHECK(found(text).empty());
  }
  for (const char* text : {"my wife says my face is drooping", "lifting my son, chest pain", "siezure", "chest pian",
                           "brethless", "pased out"}) {
    INFO(text);
    CHECK(found(text).size() == 1);
  }
}

TEST_CASE("signs that stand apart are heard together, whatever their order") {
  CHECK(found("fever since noon, neck is stiff") == Names{"fever", "stiff neck with fever"});
  CHECK(found("neck is stiff, fever since noon") == Names{"stiff neck with fever", "fever"});
  CHECK(found("neck is stiff, no fever").empty());
}

TEST_CASE("a sign is found with the place of its words") {
  const auto signs = find_signs(real_vocabulary(), "back 5, I can't feel my leg now");
  REQUIRE(signs.size() == 1);
  CHECK(signs[0].begin == 10);
  CHECK(signs[0].length == std::string_view("can't feel my leg").size());
}

TEST_CASE("what is denied, or only sounds like a sign, is none") {
  for (const char* text :
       {"no numbness", "not numb", "without fever", "no numbness or tingling", "no pain or numbness", "no longer numb",
        "no more tingling", "fell asleep late", "hay fever", "chest 5", "bladder", "no bladder trouble", "cant sleep",
        "fall", "no trouble breathing", "worked on my weak tea", "can't feel it any more", "cant walk far"}) {
    INFO(text);
    CHECK(found(text).empty());
  }
  CHECK(found("no fever but numb") == Names{"numbness"});
  CHECK(found("no feeling, no fever") == Names{"numbness"});
}

TEST_CASE("what was said after --with may be plain words, and what is unknown is handed back") {
  CHECK(read("cant pee") == Names{"unable to pass urine"});
  CHECK(read("numbness in leg") == Names{"numbness"});
  CHECK(read("brown urine and weak legs") == Names{"brown urine", "weakness"});
  const SaidSigns said = read_signs(real_vocabulary(), "numbness, hiccups and fever");
  CHECK(said.names.size() == 2);
  REQUIRE(said.unknown.size() == 1);
  CHECK(said.unknown[0].words == "hiccups");
  CHECK(said.unknown[0].place == 10);
}

TEST_CASE("several signs are divided by commas or and") {
  CHECK(read("numbness, fever") == Names{"fever", "numbness"});
  CHECK(read("fever and numb and pins and needles") == Names{"fever", "numbness", "tingling"});
  CHECK(read("bladder or bowel & weakness") == Names{"loss of bladder or bowel control", "weakness"});
  CHECK(read("numb + numbness; numb,") == Names{"numbness"});
}

TEST_CASE("the emergencies come first, whatever the order they were said in") {
  CHECK(read("numbness, fall") == Names{"after a fall or accident", "numbness"});
}

TEST_CASE("a word that is no sign is pointed at, with those that are") {
  try {
    read("numbness, purple");
    FAIL("taken");
  } catch (const InputError& error) {
    CHECK(error.place == 10);
    CHECK_THAT(error.what(), Contains("'purple'"));
    CHECK_THAT(error.valid, Contains("numbness") && Contains("after a fall or accident"));
  }
  CHECK_THROWS_AS(read(""), InputError);
  CHECK_THROWS_AS(read(" , "), InputError);
}

TEST_CASE("every sign is read back from the name it is stored under") {
  REQUIRE(real_vocabulary().sign_names().size() == 77);
  for (const std::string& name : real_vocabulary().sign_names()) CHECK(read(name) == Names{name});
}

TEST_CASE("what a physician would hear in plain words is heard at its level, and what only sounds like it is not") {
  const auto& vocabulary = real_vocabulary();
  const auto emergencies = std::span(vocabulary.sign_names()).first(vocabulary.emergencies());
  csv::read_file(LYTES_SOURCE_DIR "/tests/language/told_signs.csv", [&](const csv::Row& row) {
    const std::string told(row["told"]);
    CAPTURE(told);
    std::string level = "none";
    for (const std::string& name : found(told)) {
      const bool emergency = std::ranges::find(emergencies, name) != emergencies.end();
      if (level != "emergency") level = emergency ? "emergency" : "soon";
    }
    CHECK(level == row["level"]);
  });
}

#include "lytes/targets/red_flags.hpp"

#include <catch2/catch.hpp>

#include "lytes/errors.hpp"
#include "real_catalogue.hpp"

using namespace lytes;
using namespace lytes::targets;
using namespace lytes::targets::testing;
using Catch::Contains;

namespace {

using Names = std::vector<std::string>;

Names read(std::string_view text) {
  Names names;
  for (const RedFlag& flag : read_red_flags(text)) names.emplace_back(flag.name);
  return names;
}

Names found(std::string_view text) {
  Names names;
  for (const FoundSign& sign : find_signs(text)) names.emplace_back(sign.flag.name);
  return names;
}

SpasmSigns with(std::string_view text) { return {std::nullopt, std::nullopt, read_red_flags(text)}; }

}  // namespace

TEST_CASE("red flags are read from everyday words") {
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

TEST_CASE("red flags are found in plain words among others") {
  const Names bladder = {"loss of bladder or bowel control"};
  for (const char* text : {"lost bladder control", "loss of bladder control", "wet myself", "cant hold my pee",
                           "can't pee", "cannot urinate", "can not pee", "lost control of my bladder",
                           "I've soiled myself", "no bladder control", "trouble peeing", "unable to hold my bladder"}) {
    INFO(text);
    CHECK(found(text) == bladder);
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
  for (const char* text : {"leg gave way", "cant move my leg", "my knee keeps buckling and leg is weak", "foot drop"}) {
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

TEST_CASE("a sign is found with the place of its words") {
  const auto signs = find_signs("back 5, I can't feel my leg now");
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
  CHECK(read("cant pee") == Names{"loss of bladder or bowel control"});
  CHECK(read("numbness in leg") == Names{"numbness"});
  CHECK(read("brown urine and weak legs") == Names{"brown urine", "weakness"});
  const SaidSigns said = read_signs("numbness, hiccups and fever");
  CHECK(said.flags.size() == 2);
  REQUIRE(said.unknown.size() == 1);
  CHECK(said.unknown[0].words == "hiccups");
  CHECK(said.unknown[0].place == 10);
}

TEST_CASE("several red flags are divided by commas or and") {
  CHECK(read("numbness, fever") == Names{"numbness", "fever"});
  CHECK(read("fever and numb and pins and needles") == Names{"numbness", "tingling", "fever"});
  CHECK(read("bladder or bowel & weakness") == Names{"loss of bladder or bowel control", "weakness"});
  CHECK(read("numb + numbness; numb,") == Names{"numbness"});
}

TEST_CASE("the urgent red flags come first, whatever the order they were said in") {
  CHECK(read("numbness, fall") == Names{"after a fall or accident", "numbness"});
}

TEST_CASE("a word that is no red flag is pointed at, with those that are") {
  try {
    read_red_flags("numbness, purple");
    FAIL("taken");
  } catch (const InputError& error) {
    CHECK(error.place == 10);
    CHECK_THAT(error.what(), Contains("'purple'"));
    CHECK_THAT(error.valid, Contains("numbness") && Contains("after a fall or accident"));
  }
  CHECK_THROWS_AS(read_red_flags(""), InputError);
  CHECK_THROWS_AS(read_red_flags(" , "), InputError);
}

TEST_CASE("every red flag is read back from the name it is stored under") {
  REQUIRE(red_flags().size() == 18);
  for (const RedFlag& flag : red_flags()) {
    CHECK(read(flag.name) == Names{std::string(flag.name)});
    CHECK(red_flag_named(flag.name)->level == flag.level);
  }
  CHECK_FALSE(red_flag_named("purple"));
}

TEST_CASE("loss of control, numbness between the legs and a fall are urgent, the rest are for a doctor") {
  for (const char* words : {"bladder", "bowel", "saddle numbness", "fall", "accident", "chest pain", "short of breath",
                            "slurred speech", "seizure", "brown urine"}) {
    const auto cautions = spasm_cautions(with(words), {});
    REQUIRE(cautions.size() == 1);
    CHECK(cautions[0].level == Level::Urgent);
    CHECK(cautions[0].code == "red_flag_urgent");
    CHECK_THAT(cautions[0].message, Contains("emergency"));
  }
  for (const char* words : {"numb", "tingling", "weak arm", "fever", "weight loss", "severe", "worsening", "lasting"}) {
    const auto cautions = spasm_cautions(with(words), {});
    REQUIRE(cautions.size() == 1);
    CHECK(cautions[0].level == Level::SeeDoctor);
    CHECK_THAT(cautions[0].message, Contains("doctor"));
  }
}

TEST_CASE("an ordinary spasm, even a strong one, calls for nothing") {
  CHECK(spasm_cautions({8, 20.0, {}}, {}).empty());
  CHECK(spasm_cautions({std::nullopt, std::nullopt, {}}, {}).empty());
}

TEST_CASE("severity 9 and three days are red flags by themselves") {
  CHECK_THAT(spasm_cautions({9, 5.0, {}}, {}).at(0).message, Contains("very severe pain"));
  CHECK_THAT(spasm_cautions({5, 3 * 24 * 60.0, {}}, {}).at(0).message, Contains("lasts for days"));
  CHECK(spasm_cautions({5, 3 * 24 * 60.0 - 1, {}}, {}).empty());
}

TEST_CASE("signs are gathered into one sentence for each level") {
  const auto cautions = spasm_cautions({10, std::nullopt, read_red_flags("bladder, fall, numb, severe")}, {});
  REQUIRE(cautions.size() == 2);
  CHECK_THAT(cautions[0].message, Contains("loss of bladder or bowel control and a fall or accident before it"));
  CHECK_THAT(cautions[1].message, Contains("numbness and very severe pain."));
}

TEST_CASE("a condition that asks for a doctor sooner is named") {
  const auto cautions = spasm_cautions(with("weakness"), advice_for({"disc problem"}));
  CHECK_THAT(cautions.at(0).message, Contains("disc problem") && Contains("today or tomorrow"));
}

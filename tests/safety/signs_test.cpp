#include "lytes/safety/signs.hpp"

#include <catch2/catch.hpp>

#include "language/plain_speaker.hpp"
#include "lytes/language/signs.hpp"
#include "targets/real_catalogue.hpp"

using namespace lytes;
using namespace lytes::safety;
using Catch::Contains;
using targets::testing::advice_for;

namespace {

const SignBook& real_signs() {
  static const SignBook book = [] {
    auto file =
        storage::ReadOnlyFile::open(LYTES_CATALOGUE, storage::catalogue_application_id, foods::Catalogue::version);
    return load_signs(file);
  }();
  return book;
}

SpasmSigns with(std::string_view words, std::optional<int> severity = {}) {
  return {severity, std::nullopt, language::read_sign_names(language::testing::real_vocabulary(), words)};
}

std::vector<Remark> remarks(const SpasmSigns& spasm, const targets::PersonalAdvice& personal = {}) {
  return remarks_on_spasm(spasm, real_signs(), personal);
}

}  // namespace

TEST_CASE("the emergencies come first, and a name that is none is not found") {
  const auto& all = real_signs().all();
  REQUIRE(all.size() == 18);
  CHECK(std::ranges::is_sorted(all, {}, &Sign::level));
  CHECK(real_signs().find("numbness")->level == Level::Soon);
  CHECK(real_signs().find("purple") == nullptr);
}

TEST_CASE("loss of control, numbness between the legs and a fall are emergencies, the rest are for a doctor") {
  for (const char* words : {"bladder", "bowel", "saddle numbness", "fall", "accident", "chest pain", "short of breath",
                            "slurred speech", "seizure", "brown urine"}) {
    const auto said = remarks(with(words));
    REQUIRE(said.size() == 1);
    CHECK(said[0].level == Level::Emergency);
    CHECK(said[0].code == "red_flag_urgent");
    CHECK_THAT(said[0].message, Contains("emergency"));
  }
  for (const char* words : {"numb", "tingling", "weak arm", "fever", "weight loss", "severe", "worsening", "lasting"}) {
    const auto said = remarks(with(words));
    REQUIRE(said.size() == 1);
    CHECK(said[0].level == Level::Soon);
    CHECK_THAT(said[0].message, Contains("looked at soon"));
  }
}

TEST_CASE("an ordinary spasm, even a strong one, calls for nothing") {
  CHECK(remarks({8, 20.0, {}}).empty());
  CHECK(remarks({std::nullopt, std::nullopt, {}}).empty());
}

TEST_CASE("severity 9 and three days are signs by themselves") {
  CHECK_THAT(remarks({9, 5.0, {}}).at(0).message, Contains("very severe pain"));
  CHECK_THAT(remarks({5, 3 * 24 * 60.0, {}}).at(0).message, Contains("lasts for days"));
  CHECK(remarks({5, 3 * 24 * 60.0 - 1, {}}).empty());
}

TEST_CASE("signs are gathered into one sentence for each level") {
  const auto said = remarks(with("bladder, fall, numb, severe", 10));
  REQUIRE(said.size() == 2);
  CHECK_THAT(said[0].message, Contains("loss of bladder or bowel control and a fall or accident before it"));
  CHECK_THAT(said[1].message, Contains("numbness and very severe pain."));
}

TEST_CASE("a condition that asks for a doctor sooner is named") {
  const auto said = remarks(with("weakness"), advice_for({"disc problem"}));
  CHECK_THAT(said.at(0).message, Contains("disc problem") && Contains("today or tomorrow"));
}

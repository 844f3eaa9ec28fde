#include "lytes/safety/signs.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "language/plain_speaker.hpp"
#include "lytes/language/signs.hpp"
#include "lytes/safety/over_days.hpp"
#include "targets/real_catalogue.hpp"

using namespace lytes;
using namespace lytes::safety;
using Catch::Contains;
using std::chrono::days;
using std::chrono::hours;
using targets::testing::advice_for;

namespace {

constexpr calendar::Day sunday{std::chrono::year{2026} / 11 / 22};

const SignBook& real_signs() {
  static const SignBook book = [] {
    auto file =
        storage::ReadOnlyFile::open(LYTES_CATALOGUE, storage::catalogue_application_id, foods::Catalogue::version);
    return load_signs(file);
  }();
  return book;
}

calendar::Moment at(calendar::Day day, int hour = 12) { return {calendar::Instant(day) + hours{hour}, hours{0}, day}; }

journal::Entry spasm(const std::string& site, std::optional<int> severity = {}, std::optional<double> minutes = {},
                     const std::string& note = "") {
  journal::Entry entry;
  entry.kind = journal::EntryKind::Spasm;
  entry.when = at(sunday);
  entry.what = journal::Spasm{site, severity, minutes, {}};
  if (!note.empty()) entry.note = note;
  return entry;
}

std::vector<ToldSign> told(const journal::Entry& entry) {
  return told_signs({&entry, 1}, language::testing::real_vocabulary());
}

std::vector<Remark> remarks(const journal::Entry& entry, const targets::PersonalAdvice& personal = {}) {
  return remarks_on(told(entry), real_signs(), personal);
}

std::vector<Remark> with(std::string_view words, const targets::PersonalAdvice& personal = {}) {
  journal::Entry entry = spasm("calf");
  std::get<journal::Spasm>(entry.what).flags = language::read_sign_names(language::testing::real_vocabulary(), words);
  return remarks(entry, personal);
}

}  // namespace

TEST_CASE("the emergencies come first, and a name that is none is not found") {
  const auto& all = real_signs().all();
  REQUIRE(all.size() == 77);
  CHECK(std::ranges::is_sorted(all, {}, &Sign::level));
  CHECK(real_signs().find("numbness")->level == Level::Soon);
  CHECK(real_signs().find("purple") == nullptr);
  CHECK(real_signs().find(crisis) != nullptr);
}

TEST_CASE("each sign has an answer of its level, and an emergency its reason") {
  for (const Sign& sign : real_signs().all()) {
    INFO(sign.name);
    const ToldSign one{sign.name, "", at(sunday)};
    const auto said = remarks_on({&one, 1}, real_signs(), {});
    if (sign.level == Level::Note) {  // counts beside something else
      CHECK(said.empty());
      continue;
    }
    REQUIRE(said.size() == 1);
    CHECK(said[0].level == sign.level);
    if (sign.name == crisis) {
      CHECK_THAT(said[0].message, Contains("988") && Contains("116 123") && !Contains("suicide"));
    } else if (sign.level == Level::Emergency) {
      CHECK(said[0].code == "red_flag_urgent");
      CHECK_THAT(said[0].message, Contains(sign.reason) && Contains("emergency number"));
    } else {
      CHECK(said[0].code == "red_flag");
      CHECK_THAT(said[0].message, Contains(sign.when == When::Today ? "looked at today" : "looked at this week"));
    }
  }
}

TEST_CASE("an ordinary spasm, even a strong and short one, calls for nothing") {
  CHECK(remarks(spasm("calf", 8, 20.0)).empty());
  CHECK(remarks(spasm("calf", 10, 2.0)).empty());
  CHECK(remarks(spasm("calf", 9)).empty());
  CHECK(remarks(spasm("calf")).empty());
}

TEST_CASE("8 of 10 for over half an hour and three days are signs by themselves") {
  CHECK_THAT(remarks(spasm("back", 8, 31.0)).at(0).message, Contains("severe pain"));
  CHECK(remarks(spasm("back", 8, 30.0)).empty());
  CHECK(remarks(spasm("back", 7, 300.0)).empty());
  CHECK_THAT(remarks(spasm("back", 5, 3 * 24 * 60.0)).at(0).message, Contains("lasts for days"));
  CHECK(remarks(spasm("back", 5, 3 * 24 * 60.0 - 1)).empty());
}

TEST_CASE("signs are gathered into one sentence for each level") {
  const auto said = with("bladder, fall, numb, severe");
  REQUIRE(said.size() == 2);
  CHECK_THAT(said[0].message, Contains("Loss of bladder or bowel control and a hard fall or accident need"));
  CHECK_THAT(said[1].message, Contains("numbness and severe pain."));
}

TEST_CASE("a condition that asks for a doctor sooner is named") {
  CHECK_THAT(with("numbness", advice_for({"disc problem"})).at(0).message,
             Contains("disc problem") && Contains("rather today"));
}

TEST_CASE("every kind of entry is read, with the place where it was felt") {
  const auto of_note = told(spasm("neck", 5, {}, "tingling in right hand"));
  REQUIRE(of_note.size() == 1);
  CHECK(of_note[0].place == "right hand");
  CHECK(told(spasm("left calf", 5, {}, "all numb")).at(0).place == "left calf");
  journal::Entry entry;
  entry.kind = journal::EntryKind::Note;
  entry.what = journal::Note{};
  entry.note = "my left foot feels numb";
  CHECK(told(entry).at(0).place == "left foot");
  entry.kind = journal::EntryKind::Factor;
  entry.what = journal::Factor{"fever", 39, std::nullopt};
  entry.note.reset();
  CHECK(told(entry).at(0).name == "fever");
  entry.kind = journal::EntryKind::Drink;
  entry.what = journal::Intake{{}, "Fever-Tree tonic", "1 glass", {}, {}};
  CHECK(told(entry).empty());
  entry.note = "then passed out";
  CHECK(told(entry).at(0).name == "a seizure or passing out");
}

TEST_CASE("entries of one line are heard together") {
  std::vector<journal::Entry> line(2);
  for (auto& entry : line) entry.kind = journal::EntryKind::Factor;
  line[0].what = journal::Factor{"fever", 39, std::nullopt};
  line[1].what = journal::Factor{"stiff neck", std::nullopt, std::nullopt};
  const auto& vocabulary = language::testing::real_vocabulary();
  CHECK(told_signs(line, vocabulary).size() == 2);
  CHECK(told_signs(line, vocabulary).at(1).name == "stiff neck with fever");
  line[1].line = 7;
  CHECK(told_signs(line, vocabulary).size() == 1);
}

TEST_CASE("with weak bones in the profile a new back spasm is for a doctor, the next ones are not") {
  std::vector<journal::Entry> spasms = {spasm("upper back"), spasm("upper back"), spasm("left calf")};
  spasms[1].when = at(sunday + days{5});
  const auto of = [&](const std::vector<std::string>& profile) {
    return told_by_profile(spasms, sunday, profile, language::testing::real_vocabulary()).size();
  };
  CHECK(of({"osteoporosis"}) == 1);
  CHECK(of({"prednisolone 5 mg"}) == 1);
  CHECK(of({"asthma"}) == 0);
  CHECK(of({}) == 0);
  spasms[1].when = at(sunday + days{40});
  CHECK(of({"osteoporosis"}) == 2);
}

TEST_CASE("an open sign is silent once it was seen, at that place and for 90 days") {
  const auto now = at(sunday + days{10}).at;
  const ToldSign calf{"numbness", "left calf", at(sunday)};
  const auto open = [&](const ToldSign& one, const std::vector<journal::SeenSign>& seen) {
    return open_signs({&one, 1}, seen, now, real_signs()).size();
  };
  CHECK(open(calf, {}) == 1);
  CHECK(open(calf, {{"numbness", "left calf", at(sunday + days{1}).at}}) == 0);
  CHECK(open(calf, {{"numbness", "left calf", at(sunday - days{89}).at}}) == 0);
  CHECK(open(calf, {{"numbness", "left calf", at(sunday - days{91}).at}}) == 1);
  CHECK(open(calf, {{"numbness", "right calf", at(sunday + days{1}).at}}) == 1);
  CHECK(open(calf, {{"tingling", "left calf", at(sunday + days{1}).at}}) == 1);
  const ToldSign chest{"chest pain", "chest", at(sunday)};
  CHECK(open(chest, {{"chest pain", "chest", at(sunday + days{1}).at}}) == 0);
  CHECK(open(chest, {{"chest pain", "chest", at(sunday - days{1}).at}}) == 1);
}

TEST_CASE("signs of many entries are one each, and an emergency is fresh for 48 hours") {
  const std::vector<ToldSign> said = {{"numbness", "left calf", at(sunday)},
                                      {"chest pain", "", at(sunday)},
                                      {"numbness", "neck", at(sunday + days{1})}};
  const auto open = open_signs(said, {}, at(sunday + days{2}).at, real_signs());
  REQUIRE(open.size() == 2);
  CHECK(open[0].sign.name == "chest pain");
  CHECK(open[0].fresh);
  CHECK(open[1].times == 2);
  CHECK(open[1].last == sunday + days{1});
  CHECK(open[1].places == std::vector<std::string>{"left calf", "neck"});
  CHECK_FALSE(open_signs(said, {}, at(sunday + days{2}, 13).at, real_signs())[0].fresh);
}

TEST_CASE("what a doctor has seen is told apart from what is open, each place by itself") {
  const std::vector<ToldSign> told = {{"numbness", "left calf", at(sunday - days{9})},
                                      {"numbness", "right calf", at(sunday - days{8})},
                                      {"numbness", "left calf", at(sunday - days{1})}};
  const std::vector<journal::SeenSign> seen = {{"numbness", "left calf", at(sunday - days{5}).at}};
  const auto now = at(sunday).at;
  const auto open = open_signs(told, seen, now, real_signs());
  REQUIRE(open.size() == 1);
  CHECK(open[0].places == std::vector<std::string>{"right calf"});
  const auto closed = told_and_seen(told, seen, now, real_signs());
  REQUIRE(closed.size() == 1);
  CHECK(closed[0].told.places == std::vector<std::string>{"left calf"});
  CHECK(closed[0].told.times == 2);
  CHECK(closed[0].seen == at(sunday - days{5}).at);
}

// The usual causes of back spasms in everyday words: see README.md beside this file.
#include <catch2/catch.hpp>
#include <iostream>
#include <set>

#include "language/plain_speaker.hpp"
#include "lytes/csv/csv.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/any_line.hpp"
#include "lytes/text/words.hpp"

using namespace lytes;

namespace {

struct Phrase {
  std::string text;
  std::string factor;  ///< empty: speaks of none
};

std::vector<Phrase> cause_phrases() {
  std::vector<Phrase> phrases;
  csv::read_file(LYTES_SOURCE_DIR "/tests/language/cause_phrases.csv", [&](const csv::Row& row) {
    phrases.push_back({std::string(row.required("phrase")), std::string(row["factor"])});
  });
  return phrases;
}

/// The factors that a line is kept as; none where it is something else, or nothing.
std::set<std::string> factors_of(const std::string& text, bool after_log) {
  language::testing::PlainSpeaker speaker;
  std::set<std::string> names;
  try {
    const language::Words words{text};
    const auto drafts = after_log ? language::draft_factors(speaker, words, {}) : language::draft_line(speaker, words);
    for (const auto& entry : drafts.entries) {
      if (const auto* factor = std::get_if<journal::Factor>(&entry.what)) names.insert(factor->name);
    }
  } catch (const InputError&) {
    names.clear();
  } catch (const NotFoundError&) {
    names.clear();
  }
  return names;
}

}  // namespace

TEST_CASE(
    "at least 95 of 100 everyday words for a cause are kept as its factor, and what only sounds like one is not") {
  int told = 0;
  int heard = 0;
  int heard_after_log = 0;
  std::set<std::string> known;
  for (const Phrase& phrase : cause_phrases()) known.insert(phrase.factor);
  for (const Phrase& phrase : cause_phrases()) {
    const auto said = factors_of(phrase.text, false);
    if (phrase.factor.empty()) {
      CAPTURE(phrase.text);
      for (const std::string& name : said) CHECK_FALSE(known.contains(name));
      continue;
    }
    ++told;
    heard += said.contains(phrase.factor) ? 1 : 0;
    heard_after_log += factors_of(phrase.text, true).contains(phrase.factor) ? 1 : 0;
    if (!said.contains(phrase.factor)) std::cout << "  missed: " << phrase.text << " for " << phrase.factor << "\n";
  }
  std::cout << "causes in everyday words: " << heard << " of " << told << ", after log " << heard_after_log << "\n";
  REQUIRE(told >= 150);
  CHECK(heard >= 0.95 * told);
  CHECK(heard_after_log >= 0.95 * told);
}

TEST_CASE("words that say a factor and a sign are kept with both") {
  language::testing::PlainSpeaker speaker;
  const auto drafts = language::draft_line(speaker, {"fell off the ladder"});
  REQUIRE(drafts.entries.size() == 1);
  CHECK(std::get<journal::Factor>(drafts.entries.front().what).name == "impact");
  CHECK(drafts.entries.front().note == "fell off the ladder");
}

TEST_CASE("hours are read from the words that name a factor") {
  language::testing::PlainSpeaker speaker;
  const auto hours = [&](const std::string& line) {
    return std::get<journal::Factor>(language::draft_line(speaker, {line}).entries.front().what).value;
  };
  CHECK(hours("9 hours at the desk") == 9.0);
  CHECK(hours("5 hours in the car") == 5.0);
  CHECK(hours("spent the whole day at my desk") == std::nullopt);
}

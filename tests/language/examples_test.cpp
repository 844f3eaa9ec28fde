#include "lytes/language/examples.hpp"

#include <catch2/catch.hpp>

#include "lytes/language/notes.hpp"
#include "plain_speaker.hpp"

using namespace lytes;

namespace {

struct Sunday : language::testing::PlainSpeaker {
  calendar::Reckoning evening{{}, calendar::Day(std::chrono::year{2026} / 11 / 22) + std::chrono::hours{21}};
  const calendar::Reckoning& reckoning() override { return evening; }
};

std::string said(const language::Drafts& drafts) {
  if (drafts.no_spasms_on) return "no spasm";
  std::string kinds;
  for (const auto& entry : drafts.entries)
    kinds += (kinds.empty() ? "" : ", ") + std::string(journal::word(entry.kind));
  return kinds;
}

}  // namespace

TEST_CASE("every example of the language in help reads as it is said there") {
  Sunday speaker;
  std::size_t lines = 0;
  for (const auto& group : language::examples()) {
    for (const auto& example : group.examples) {
      CAPTURE(example.line);
      const auto notes = language::read_notes(example.line, speaker.reckoning(), {}, false);
      REQUIRE(notes.size() == 1);
      CHECK(said(language::draft_note_line(speaker, notes.front())) == example.says);
      ++lines;
    }
  }
  CHECK(lines > 20);
}

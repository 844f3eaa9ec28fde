#include "clause_kind.hpp"

#include <catch2/catch.hpp>

#include "language/plain_speaker.hpp"

using namespace lytes;
using language::ClauseKind;

namespace {

ClauseKind kind(std::string_view text) {
  language::testing::PlainSpeaker speaker(
      [](std::string_view, const auto&) -> language::Choice { throw std::logic_error("nobody is asked"); });
  return language::kind_of_clause(speaker.vocabulary(), text);
}

}  // namespace

TEST_CASE("a spasm that was had is told, however it ended and whoever was lifted") {
  for (const char* text :
       {"back spasm 5", "left calf 7/10", "upper back 7 for 15 min", "calf cramp gone after 2 min 6/10",
        "back spasm stopped after 10 min", "picked up toddler back spasm 7/10", "knot in my neck"}) {
    CAPTURE(text);
    CHECK(kind(text) == ClauseKind::Spasm);
  }
}

TEST_CASE("only who says that there was none has none") {
  for (const char* text : {"no spasms", "zero cramps", "still no cramps", "no bad leg cramps", "no back or leg cramps",
                           "didn't have any spasm", "cramp free", "spasm-free day"}) {
    CAPTURE(text);
    CHECK(kind(text) == ClauseKind::NoSpasms);
  }
  for (const char* text : {"no sleep because of back spasms", "not worried about cramps", "almost no cramps"}) {
    CAPTURE(text);
    CHECK(kind(text) == ClauseKind::Note);
  }
}

TEST_CASE("a spasm that is feared, another's, or spoken of again is a note") {
  for (const char* text : {"worried about spasms", "son had a cramp", "almost had a spasm", "tingling since the spasm",
                           "back spasm better", "correction: spasm was 6/10 not 8"}) {
    CAPTURE(text);
    CHECK(kind(text) == ClauseKind::Note);
  }
}

TEST_CASE("what is taken against spasms is taken") {
  for (const char* text :
       {"200mg magnesium for cramps", "magnesium 200mg to prevent leg cramps", "tea against cramps"}) {
    CAPTURE(text);
    CHECK(kind(text) == ClauseKind::Intake);
  }
}

TEST_CASE("still water is drunk, and a stiff neck is no spasm") {
  CHECK(kind("still water 500ml") == ClauseKind::Intake);
  CHECK(kind("no sugar coke") == ClauseKind::Intake);
  CHECK(kind("stiff neck") == ClauseKind::Note);
  CHECK(kind("calm day") == ClauseKind::Note);
  CHECK(kind("stress level high") == ClauseKind::Stress);
  CHECK(kind("massage 30 min") == ClauseKind::Factor);
}

TEST_CASE("a part of the body that went had a spasm") {
  for (const char* text : {"left calf went", "my back's gone again", "calf went at the gym"}) {
    CAPTURE(text);
    CHECK(kind(text) == ClauseKind::Spasm);
  }
  for (const char* text : {"went to the gym", "back to sleep by 4", "milk gone off"}) {
    CAPTURE(text);
    CHECK(kind(text) != ClauseKind::Spasm);
  }
}

TEST_CASE("a cramp that was to come, or was felt again, was none") {
  for (const char* text : {"thought I was going to cramp", "calf about to cramp",
                           "calf still sore from last night's cramp", "nearly got a cramp in my foot"}) {
    CAPTURE(text);
    CHECK(kind(text) == ClauseKind::Note);
  }
}

TEST_CASE("how stressed somebody is says a rating where words do") {
  for (const char* text :
       {"very stressed today", "bit stressed about money", "super stressed out", "stress high-ish"}) {
    CAPTURE(text);
    CHECK(kind(text) == ClauseKind::Stress);
  }
}

TEST_CASE("what is to come, what somebody did and a dose that changed are notes") {
  for (const char* text : {"travel day tomorrow", "kids driving me mad", "started on amlodipine 5mg",
                           "doubled my gabapentin dose", "forgot magnesium", "can't pee properly"}) {
    CAPTURE(text);
    CHECK(kind(text) == ClauseKind::Note);
  }
  CHECK(kind("husband made me a cup of tea") == ClauseKind::Intake);
}

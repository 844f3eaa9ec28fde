#include "lytes/journal/merge.hpp"

#include <catch2/catch.hpp>

using namespace lytes;
using namespace lytes::journal;

namespace {

Entry spasm(const char* site, int severity, const char* note) {
  Entry entry;
  entry.id = entry.line = 5;
  entry.when = {};
  entry.kind = EntryKind::Spasm;
  entry.note = note;
  entry.what = Spasm{site, severity, std::nullopt, {}};
  return entry;
}

Entry drink(const char* name, const char* amount, const char* note) {
  Entry entry;
  entry.id = entry.line = 5;
  entry.when = {};
  entry.kind = EntryKind::Drink;
  if (*note != '\0') entry.note = note;
  entry.what = Intake{std::nullopt, name, amount, std::nullopt, {}};
  return entry;
}

Entry at(Entry entry, int hours) {
  entry.when.at += std::chrono::hours{hours};
  return entry;
}

}  // namespace

TEST_CASE("an edit of an entry that nobody touched is the edit") {
  const Entry before = spasm("calf", 5, "a");
  CHECK(merged(before, spasm("calf", 1, "a"), before) == spasm("calf", 1, "a"));
}

TEST_CASE("what others changed meanwhile stays, and what was edited is as edited") {
  CHECK(merged(spasm("calf", 5, "a"), spasm("calf", 1, "a"), spasm("thigh", 5, "b")) == spasm("thigh", 1, "b"));
  CHECK(merged(drink("Water", "300 ml", ""), drink("Water", "300 ml", "late"), drink("Water", "900 ml", "")) ==
        drink("Water", "900 ml", "late"));
  const Entry before = spasm("calf", 5, "a");
  CHECK(merged(before, spasm("calf", 1, "a"), at(before, 2)) == at(spasm("calf", 1, "a"), 2));
  CHECK(merged(before, at(before, 2), spasm("calf", 5, "b")) == at(spasm("calf", 5, "b"), 2));
}

TEST_CASE("both may have come to the same") {
  CHECK(merged(spasm("calf", 5, "a"), spasm("calf", 1, "a"), spasm("calf", 1, "a")) == spasm("calf", 1, "a"));
}

TEST_CASE("what both changed differently is no edit") {
  CHECK_FALSE(merged(spasm("calf", 5, "a"), spasm("calf", 1, "a"), spasm("calf", 9, "a")));
  CHECK_FALSE(merged(drink("Water", "300 ml", ""), drink("Water", "500 ml", ""), drink("Water", "900 ml", "")));
}

TEST_CASE("another entry under the same number is never edited") {
  const Entry eggs = drink("Eggs", "2", "");
  const Entry noted = drink("Eggs", "2", "breakfast");
  CHECK_FALSE(merged(eggs, noted, spasm("calf", 9, "the worst")));
  CHECK_FALSE(merged(eggs, noted, drink("Apples", "2", "")));
  CHECK_FALSE(merged(spasm("calf", 5, "a"), spasm("calf", 5, "b"), at(spasm("back", 2, "a"), 3)));
  Entry other_line = eggs;
  other_line.line = 4;
  CHECK_FALSE(merged(eggs, noted, other_line));
}

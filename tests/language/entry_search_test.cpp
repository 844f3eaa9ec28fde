#include "lytes/language/entry_search.hpp"

#include <catch2/catch.hpp>

using namespace lytes;
using language::speaks_of;

TEST_CASE("an entry is found by any of its words, in singular or plural, or by how they begin") {
  journal::Entry entry;
  entry.kind = journal::EntryKind::Food;
  entry.note = "at the café, with Zoë";
  entry.what = journal::Intake{{}, "Egg, whole, cooked, hard-boiled", "2 large", {}, {}};
  for (const char* words : {"egg", "Eggs", "hard boiled egg", "cafe", "zoe", "food", "boil", "egg café"})
    CHECK(speaks_of(entry, words));
  for (const char* words : {"", "bacon", "egg bacon", "oiled", "large"}) CHECK_FALSE(speaks_of(entry, words));
}

TEST_CASE("a spasm is found by its place and by what came with it, a factor by its name") {
  journal::Entry entry;
  entry.kind = journal::EntryKind::Spasm;
  entry.what = journal::Spasm{"left calf", 6, {}, {"numbness"}};
  for (const char* words : {"calf", "left calf", "calf left", "numb", "spasm", "spasms"})
    CHECK(speaks_of(entry, words));
  CHECK_FALSE(speaks_of(entry, "right calf"));
  entry.kind = journal::EntryKind::Factor;
  entry.what = journal::Factor{"awkward sleep", {}, {}};
  CHECK(speaks_of(entry, "sleep"));
}

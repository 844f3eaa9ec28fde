// What is to be logged once more, as a line says it.
#include "lytes/language/again_line.hpp"

#include <catch2/catch.hpp>

#include "lytes/errors.hpp"

using namespace lytes;
using Words = std::vector<std::string>;

namespace {

language::AgainLine read(const Words& words) {
  calendar::Reckoning reckoning;
  reckoning.now = calendar::Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 22) + std::chrono::hours(10));
  return language::read_again_line(reckoning, words);
}

}  // namespace

TEST_CASE("a line to log again parts into what, what is left out, what is changed, and when") {
  const auto again =
      read({"breakfast", "yesterday", "without", "toast,", "milk", "and", "tea", "note=late", "bus", "@", "9:00"});
  CHECK(again.what == Words{"breakfast", "yesterday"});
  CHECK(again.without == Words{"toast", "milk", "tea"});
  CHECK(again.changes == Words{"note=late", "bus"});
  CHECK(again.says_when());
  CHECK(calendar::short_time(again.line.when) == "09:00");
}

TEST_CASE("without a time it is now, and behind a change every word belongs to it") {
  const auto again = read({"212", "amount=300ml", "note=tea", "without", "sugar"});
  CHECK(again.what == Words{"212"});
  CHECK(again.without.empty());
  CHECK(again.changes == Words{"amount=300ml", "note=tea", "without", "sugar"});
  CHECK_FALSE(again.says_when());
}

TEST_CASE("what is left out may be said as an exception, and commas alone name nothing") {
  CHECK(read({"lunch", "except", "rye", "bread"}).without == Words{"rye bread"});
  CHECK(read({"lunch", "without", ",", ",toast", ","}).without == Words{"toast"});
  CHECK(read({"lunch", "without"}).without.empty());
}

// A food by words that name it and say nothing else.
#include "lytes/language/food_names.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "language/plain_speaker.hpp"
#include "lytes/errors.hpp"

using namespace lytes;

TEST_CASE("a food is called by its number, its name, or the best match") {
  language::testing::PlainSpeaker speaker;
  const auto banana = language::food_called(speaker, "usda:09040");
  CHECK(banana.ref == "usda:09040");
  CHECK(language::food_called(speaker, banana.name).ref == "usda:09040");
  CHECK(language::food_called(speaker, "banana").ref == "usda:09040");
  CHECK_THROWS_AS(language::food_called(speaker, "qqqqzzzz"), NotFoundError);
}

TEST_CASE("of the foods that answer to words the one called exactly so is the first, and once among them") {
  language::testing::PlainSpeaker speaker;
  const auto found = language::foods_called(speaker, "banana");
  REQUIRE_FALSE(found.empty());
  CHECK(found.size() <= 15);
  CHECK(found.front().ref == "usda:09040");
  CHECK(std::ranges::count(found, found.front().ref, &foods::Food::ref) == 1);
  CHECK(language::foods_called(speaker, "qqqqzzzz").empty());
}

#include <catch2/catch.hpp>

#include "lytes/text/words.hpp"

using namespace lytes::text;

namespace {
std::string key(std::string_view phrase) { return key_of(words_of(phrase)); }
}  // namespace

TEST_CASE("a plural and its singular have one key") {
  for (const auto& [many, one] :
       std::vector<std::pair<std::string, std::string>>{{"eggs", "egg"},
                                                        {"berries", "berry"},
                                                        {"cookies", "cookie"},
                                                        {"potatoes", "potato"},
                                                        {"radishes", "radish"},
                                                        {"peaches", "peach"},
                                                        {"boxes", "box"},
                                                        {"slices", "slice"},
                                                        {"cheeses", "cheese"},
                                                        {"glasses", "glass"},
                                                        {"pies", "pie"},
                                                        {"bay leaves", "bay leaf"},
                                                        {"quiches", "quiche"},
                                                        {"smoothies", "smoothie"},
                                                        {"olives", "olive"},
                                                        {"kiwis", "kiwi"},
                                                        {"Brussels sprouts", "brussel sprout"}}) {
    CAPTURE(many);
    CHECK(key(many) == key(one));
  }
}

TEST_CASE("words that only look plural keep their end") {
  for (const std::string word : {"hummus", "couscous", "swiss", "asparagus", "gas", "cassis"}) CHECK(key(word) == word);
}

TEST_CASE("case, accents, apostrophes and hyphens do not matter") {
  CHECK(key("Jalapeño") == "jalapeno");
  CHECK(key("CRÈME brûlée") == "creme brulee");
  CHECK(key("cre\xCC\x80me") == "creme");
  CHECK(key("Shepherd's pie") == key("shepherds pie"));
  CHECK(key("Shepherd\u2019s pie") == key("shepherds pie"));
  CHECK(key("low-fat  milk") == "low fat milk");
  CHECK(key("Weißwurst, Käse") == "weisswurst kase");
  CHECK(key("Żurek Łódź") == "zurek lodz");
  CHECK(key("smørrebrød") == "smorrebrod");
}

TEST_CASE("a percentage is part of a name") { CHECK(key("2% milk") == "2% milk"); }

TEST_CASE("order is kept in the key and given up in the sorted key") {
  CHECK(key("milk chocolate") != key("chocolate milk"));
  CHECK(sorted_key_of(words_of("bread, whole wheat")) == sorted_key_of(words_of("whole wheat bread")));
}

TEST_CASE("words know where they stood") {
  const auto words = words_of("  Two  éggs");
  REQUIRE(words.size() == 2);
  CHECK(words[1].offset == 7);
  CHECK(words[1].length == 5);
}

TEST_CASE("stray bytes pass through without harm") {
  CHECK_NOTHROW(words_of("\xFF\xC3\x28\xE2\x82"));
  CHECK(words_of("").empty());
  CHECK(words_of(" ,;- ").empty());
}

TEST_CASE("a w with a stroke is with, and without") {
  CHECK(key("tea w/ milk") == "tea with milk");
  CHECK(key("tea w milk") == "tea with milk");
  CHECK(key("tea w/o milk") == "tea without milk");
}

#include "lytes/quantity/number_signs.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace lytes::quantity;

TEST_CASE("three digits behind a mark may be decimals or the end of thousands") {
  for (const char* text : {"1.500", "1,500", "12.500", "350,125", "1.234"}) {
    CAPTURE(text);
    REQUIRE(two_readings(text));
    CHECK(two_readings(text)->as_thousands == 1000 * two_readings(text)->as_decimals);
  }
  CHECK(two_readings("1,500")->in_words() == "1500 or 1.5");
  for (const char* text : {"", ".", "1500", "1.5", "1.50", "1.5000", "0.500", "1500.125", ".500", "1.500.000", "1.5e3",
                           "1.500 ml", "-1.500", "1 500", "abc.def"}) {
    CAPTURE(text);
    CHECK_FALSE(two_readings(text));
  }
}

TEST_CASE("a negative number is found wherever it may stand among words") {
  const auto place = [](const std::string& text) -> std::optional<std::size_t> {
    const auto sign = signed_number_in(text);
    return sign && sign->minus ? std::optional(sign->place) : std::nullopt;
  };
  CHECK(place("-5") == 0);
  CHECK(place("\u22125") == 0);
  CHECK(place("\u20135") == 0);
  CHECK(place("- 5") == 0);
  CHECK(place("calf -1") == 5);
  CHECK(place("calf -5/10") == 5);
  CHECK(place("calf \u22125") == 5);
  CHECK(place("calf \u2212 5") == 5);
  CHECK(place("eggs -.5") == 5);
  CHECK(place("eggs -\u00BD") == 5);
  CHECK(place("water\u00A0-250ml") == 7);
  CHECK(place("sleep 7h,-3") == 9);
  CHECK(place("magnesium (-200mg)") == 11);
  CHECK(place("temp minus 3") == 5);
  CHECK(place("Minus 3") == 0);
}

TEST_CASE("a plus close before a number is a sign, and between words it joins") {
  CHECK_FALSE(signed_number_in("calf +5")->minus);
  CHECK(signed_number_in("calf +5")->place == 5);
  CHECK_FALSE(signed_number_in("2 eggs + 1 banana"));
  CHECK_FALSE(signed_number_in("coffee +milk"));
  CHECK(signed_number_in("+5")->complaint("an amount") == "an amount has no sign");
  CHECK(signed_number_in("-5")->complaint("an amount") == "an amount cannot be negative");
}

TEST_CASE("a hyphen, a range and a dash between words are no signs") {
  for (const char* text :
       {"", "-", "6-7", "6 - 7", "6\u20137", "7-up", "b-12", "covid-19", "l4-5", "magnesium - 200 mg", "one-a-day",
        "-ish", "2 x-large eggs", "half -n- half", "tea \u2014 2 cups", "minus the skin", "+", "b+12"}) {
    CAPTURE(text);
    CHECK_FALSE(signed_number_in(text));
  }
}

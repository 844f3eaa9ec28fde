#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <string>

#include "lytes/quantity/amount.hpp"

using namespace lytes::quantity;
using Catch::WithinRel;

TEST_CASE("amounts print as a person would write them") {
  CHECK(format_amount(2, Measure::Cup) == "2 cups");
  CHECK(format_amount(1, Measure::Cup) == "1 cup");
  CHECK(format_amount(0.5, Measure::Cup) == "0.5 cup");
  CHECK(format_amount(1.5, Measure::Cup) == "1.5 cups");
  CHECK(format_amount(1.0 / 3, Measure::Cup) == "1/3 cup");
  CHECK(format_amount(1 + 1.0 / 3, Measure::Cup) == "1 1/3 cups");
  CHECK(format_amount(2.0 / 3, std::nullopt) == "2/3");
  CHECK(format_amount(1.0 / 3, Measure::Gram) == "0.333 g");
  CHECK(format_amount(500, Measure::Millilitre) == "500 ml");
  CHECK(format_amount(3, std::nullopt) == "3");
  CHECK(format_number(1250) == "1250");
  CHECK(format_number(118.25) == "118.25");
  CHECK(format_number(0.0625) == "0.0625");
  CHECK(format_number(0.1 + 0.2) == "0.3");
  CHECK(format_number(0.99996) == "1");
  CHECK(format_number(0) == "0");
  CHECK(format_number(1e-9) == "0");
  CHECK(format_number(1e6) == "1000000");
}

TEST_CASE("numbers of up to three decimals read back exactly, whatever the unit") {
  std::mt19937 random(20261122);
  std::uniform_int_distribution<int> thousandths(1, 999'999'999);
  std::uniform_int_distribution<int> scale(0, 8);
  for (int i = 0; i < 20'000; ++i) {
    const int few_digits = std::max(1, thousandths(random) / static_cast<int>(std::pow(10, scale(random))));
    const double number = few_digits / 1000.0;
    const Measure measure = all_measures[static_cast<std::size_t>(i) % all_measures.size()];
    const Amount back = parse_amount(format_amount(number, measure));
    INFO(format_amount(number, measure));
    REQUIRE(back.number == number);
    REQUIRE(back.measure == measure);
    REQUIRE(back.rest.empty());
  }
}

TEST_CASE("any number reads back as what was printed") {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> exponent(-4, 6);
  for (int i = 0; i < 20'000; ++i) {
    const double number = std::pow(10, exponent(random));
    const auto measure = i % 2 == 0 ? std::optional(Measure::Cup) : std::nullopt;
    const std::string printed = format_amount(number, measure);
    INFO(printed);
    const Amount back = parse_amount(printed);
    REQUIRE_THAT(back.number, WithinRel(number, 6e-3));
    REQUIRE(format_amount(back.number, measure) == printed);
  }
}

TEST_CASE("thirds and sixths of a cup read back exactly") {
  for (int sixths = 1; sixths < 600; ++sixths) {
    const double number = sixths / 6 + (sixths % 6) / 6.0;
    REQUIRE_THAT(parse_amount(format_amount(number, Measure::Cup)).number, WithinRel(number, 1e-15));
  }
}

#include "lytes/quantity/amount.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lytes/errors.hpp"

using lytes::InputError;
using namespace lytes::quantity;
using Catch::WithinRel;

namespace {

struct Said {
  std::string text;
  double number;
  std::optional<Measure> measure;
  std::string rest;
};

void check_all(const std::vector<Said>& phrases, OunceOf ounce = OunceOf::Food) {
  for (const Said& said : phrases) {
    INFO('"' << said.text << '"');
    const Amount amount = parse_amount(said.text, ounce);
    CHECK_THAT(amount.number, WithinRel(said.number, 1e-12));
    CHECK(amount.measure == said.measure);
    CHECK(amount.rest == said.rest);
    CHECK(said.text.substr(amount.rest_offset, amount.rest.size()) == amount.rest);
    CHECK(amount.number_given);
  }
}

InputError error_of(const std::string& text) {
  try {
    const Amount amount = parse_amount(text);
    FAIL("\"" << text << "\" was read as " << amount.number << " of \"" << amount.rest << '"');
  } catch (const InputError& error) {
    return error;
  }
  throw std::logic_error("unreachable");
}

const auto none = std::optional<Measure>();

}  // namespace

TEST_CASE("a count stands before what is counted") {
  check_all({{"2 eggs", 2, none, "eggs"},
             {"0.5 avocado", 0.5, none, "avocado"},
             {".5 avocado", 0.5, none, "avocado"},
             {"0,5 avocado", 0.5, none, "avocado"},
             {"½ avocado", 0.5, none, "avocado"},
             {"1/2 avocado", 0.5, none, "avocado"},
             {"1⁄2 avocado", 0.5, none, "avocado"},
             {"1 1/2 bananas", 1.5, none, "bananas"},
             {"1-1/2 bananas", 1.5, none, "bananas"},
             {"1½ bananas", 1.5, none, "bananas"},
             {"1 ½ bananas", 1.5, none, "bananas"},
             {"3/2 bananas", 1.5, none, "bananas"},
             {"  2   eggs  ", 2, none, "eggs"},
             {"2\u00A0eggs", 2, none, "eggs"},
             {"2", 2, none, ""},
             {"2eggs", 2, none, "eggs"},
             {"~3 dates", 3, none, "dates"},
             {"about 3 dates", 3, none, "dates"},
             {"2 slices of bread", 2, none, "slices of bread"},
             {"1 medium banana", 1, none, "medium banana"},
             {"1 tuna in oil", 1, none, "tuna in oil"},
             {"2 of the eggs", 2, none, "the eggs"}});
}

TEST_CASE("a count may be said in words") {
  check_all({{"a banana", 1, none, "banana"},
             {"an egg", 1, none, "egg"},
             {"A Banana", 1, none, "Banana"},
             {"one egg", 1, none, "egg"},
             {"twelve almonds", 12, none, "almonds"},
             {"another coffee", 1, none, "coffee"},
             {"half an avocado", 0.5, none, "avocado"},
             {"half a banana", 0.5, none, "banana"},
             {"half of a banana", 0.5, none, "banana"},
             {"half the pizza", 0.5, none, "pizza"},
             {"half my tablets", 0.5, none, "my tablets"},
             {"a half banana", 0.5, none, "banana"},
             {"1/2 a banana", 0.5, none, "banana"},
             {"½ of an avocado", 0.5, none, "avocado"},
             {"quarter of a melon", 0.25, none, "melon"},
             {"a quarter melon", 0.25, none, "melon"},
             {"three quarters of a melon", 0.75, none, "melon"},
             {"a third of a pizza", 1.0 / 3, none, "pizza"},
             {"two thirds of the pizza", 2.0 / 3, none, "pizza"},
             {"one and a half bananas", 1.5, none, "bananas"},
             {"2 and a half bananas", 2.5, none, "bananas"},
             {"2 & 1/2 bananas", 2.5, none, "bananas"},
             {"two and three quarters melons", 2.75, none, "melons"},
             {"a couple of eggs", 2, none, "eggs"},
             {"couple eggs", 2, none, "eggs"},
             {"a pair of eggs", 2, none, "eggs"},
             {"a dozen oysters", 12, none, "oysters"},
             {"half a dozen eggs", 6, none, "eggs"},
             {"half-dozen eggs", 6, none, "eggs"},
             {"a half dozen eggs", 6, none, "eggs"},
             {"3 quarters of a melon", 0.75, none, "melon"},
             {"1 half banana", 1, none, "half banana"},
             {"2 dozen oysters", 24, none, "oysters"},
             {"2x eggs", 2, none, "eggs"},
             {"2 x eggs", 2, none, "eggs"},
             {"2 xylitol gums", 2, none, "xylitol gums"},
             {"a glass of water", 1, none, "glass of water"}});
}

TEST_CASE("a unit may be apart, attached or hyphened, and its of is swallowed") {
  check_all({{"500ml water", 500, Measure::Millilitre, "water"},
             {"500 ML water", 500, Measure::Millilitre, "water"},
             {"1.5 L of water", 1.5, Measure::Litre, "water"},
             {"1,5 l Wasser", 1.5, Measure::Litre, "Wasser"},
             {"2 cups coffee", 2, Measure::Cup, "coffee"},
             {"12-oz can of cola", 12, Measure::Ounce, "can of cola"},
             {"2 tbsp. peanut butter", 2, Measure::Tablespoon, "peanut butter"},
             {"8 fl. oz. of milk", 8, Measure::FluidOunce, "milk"},
             {"½ cup rice", 0.5, Measure::Cup, "rice"},
             {"half a cup of rice", 0.5, Measure::Cup, "rice"},
             {"half cup rice", 0.5, Measure::Cup, "rice"},
             {"half-litre of beer", 0.5, Measure::Litre, "beer"},
             {"a cup of tea", 1, Measure::Cup, "tea"},
             {"a litre and a half of water", 1.5, Measure::Litre, "water"},
             {"2 x 250 ml water", 500, Measure::Millilitre, "water"},
             {"2x250ml water", 500, Measure::Millilitre, "water"},
             {"2 × 250 ml", 500, Measure::Millilitre, ""},
             {"3 x 1/2 cup milk", 1.5, Measure::Cup, "milk"},
             {"400mg magnesium citrate", 400, Measure::Milligram, "magnesium citrate"},
             {"400 µg folate", 400, Measure::Microgram, "folate"},
             {"1 l-carnitine tablet", 1, none, "l-carnitine tablet"},
             {"2 cups 2% milk", 2, Measure::Cup, "2% milk"},
             {"1 large egg", 1, none, "large egg"},
             {"3 grapes", 3, none, "grapes"}});
}

TEST_CASE("a count of things of one size is that many times the size") {
  check_all({{"a 12 oz can of cola", 12, Measure::Ounce, "can of cola"},
             {"2 12oz cans of cola", 24, Measure::Ounce, "cans of cola"},
             {"3 x 12-oz cans of cola", 36, Measure::Ounce, "cans of cola"},
             {"three 8 oz glasses of milk", 24, Measure::Ounce, "glasses of milk"},
             {"one 500ml bottle of water", 500, Measure::Millilitre, "bottle of water"},
             {"half a 500 ml bottle of water", 250, Measure::Millilitre, "bottle of water"},
             {"2 12-oz cans of cola", 24, Measure::Ounce, "cans of cola"},
             {"330ml x 2 cola", 660, Measure::Millilitre, "cola"},
             {"a 2% milk", 1, none, "2% milk"}});
  CHECK_THROWS_AS(parse_amount("2 250 ml water"), InputError);
}

TEST_CASE("an ounce of a drink is a fluid ounce") {
  check_all({{"12 oz cola", 12, Measure::FluidOunce, "cola"}, {"12 ounces cola", 12, Measure::FluidOunce, "cola"}},
            OunceOf::Drink);
  check_all({{"3 oz chicken", 3, Measure::Ounce, "chicken"}, {"8 fl oz milk", 8, Measure::FluidOunce, "milk"}});
}

TEST_CASE("a comma before three digits parts thousands only where people count by the thousand") {
  check_all({{"1,250 mg magnesium citrate", 1250, Measure::Milligram, "magnesium citrate"},
             {"1,500ml water", 1500, Measure::Millilitre, "water"},
             {"0,250 l water", 0.25, Measure::Litre, "water"},
             {"1,25 l water", 1.25, Measure::Litre, "water"},
             {"1,2500 l water", 1.25, Measure::Litre, "water"},
             {"1.250 l water", 1.25, Measure::Litre, "water"},
             {"1,250.5 mg salt", 1250.5, Measure::Milligram, "salt"}});
  for (const std::string text : {"1.250 mg salt", "1.000 ml water", "1.500 g salt"}) CHECK(error_of(text).place == 0);
  check_all({{"1.125 g salt", 1.125, Measure::Gram, "salt"}, {"0.250 g salt", 0.25, Measure::Gram, "salt"}});
  CHECK(parse_number("1.250") == 1.25);
  const InputError error = error_of("1,250 l water");
  CHECK(error.valid == "1250 or 1.25");
  CHECK(error.place == 0);
  CHECK_THROWS_AS(parse_amount("1,250 eggs"), InputError);
}

TEST_CASE("without a number there is one, and that is not said to be given") {
  for (const std::string text :
       {"water", "naan bread", "nan bread", "cup noodles", "pound cake", "2% milk", "100% orange juice", "7-up",
        "5-htp", "3-egg omelette", "one-a-day vitamins", "half and half", "apple", ""}) {
    INFO('"' << text << '"');
    const Amount amount = parse_amount(text);
    CHECK_FALSE(amount.number_given);
    CHECK(amount.number == 1);
    CHECK(amount.rest == text);
    CHECK_FALSE(amount.measure);
  }
  const Amount cup = parse_amount("cup of coffee");
  CHECK(cup.measure == Measure::Cup);
  CHECK(cup.rest == "coffee");
  CHECK_FALSE(cup.number_given);
}

TEST_CASE("an error in an amount names the place and what would be right") {
  struct Wrong {
    std::string text;
    std::size_t place;
  };
  const std::vector<Wrong> wrongs = {{"-2 eggs", 0},
                                     {"−2 eggs", 0},
                                     {" - 2 eggs", 1},
                                     {"0 eggs", 0},
                                     {"zero eggs", 0},
                                     {"0.00001 g salt", 0},
                                     {"2000000 eggs", 0},
                                     {"1e3 ml water", 1},
                                     {"0x1F ml water", 0},
                                     {"1.2.3 l water", 3},
                                     {"5. eggs", 1},
                                     {"1/0 egg", 2},
                                     {"3-2 eggs", 2},
                                     {"3 to 2 eggs", 5},
                                     {"2-3-4 eggs", 2},
                                     {"a lot of dates", 0},
                                     {"2 250 ml water", 2},
                                     {"1 lb 4 oz steak", 5},
                                     {"2 3 eggs", 2},
                                     {"infinity eggs", 0},
                                     {"2'000 ml water", 1},
                                     {"a -2 l bottle", 2},
                                     {"2 x 600000 g", 4},
                                     {"1/2/3 eggs", 0},
                                     {"99999999999999999999 g", 0}};
  for (const Wrong& wrong : wrongs) {
    INFO('"' << wrong.text << '"');
    const InputError error = error_of(wrong.text);
    CHECK(error.input == wrong.text);
    CHECK(error.place == wrong.place);
    CHECK_FALSE(error.valid.empty());
  }
  CHECK_THROWS_AS(parse_amount(std::string(400, '9')), InputError);
  CHECK_THROWS_AS(parse_amount("0." + std::string(400, '0') + "1"), InputError);
}

TEST_CASE("a range stands for its middle and a few for three, and what was said is kept") {
  struct Guess {
    std::string text;
    double number;
    std::optional<Measure> measure;
    std::string rest;
    std::string guessed;
  };
  const std::vector<Guess> guesses = {{"2-3 dates", 2.5, none, "dates", "2-3"},
                                      {"2\u20133 dates", 2.5, none, "dates", "2\u20133"},
                                      {"5 to 6 strawberries", 5.5, none, "strawberries", "5 to 6"},
                                      {"1 or 2 cups of coffee", 1.5, Measure::Cup, "coffee", "1 or 2"},
                                      {"one or two eggs", 1.5, none, "eggs", "one or two"},
                                      {"100-150 g rice", 125, Measure::Gram, "rice", "100-150"},
                                      {"a few dates", 3, none, "dates", "a few"},
                                      {"several slices of bread", 4, none, "slices of bread", "several"}};
  for (const Guess& guess : guesses) {
    INFO('"' << guess.text << '"');
    const Amount amount = parse_amount(guess.text);
    CHECK_THAT(amount.number, WithinRel(guess.number, 1e-12));
    CHECK(amount.measure == guess.measure);
    CHECK(amount.rest == guess.rest);
    CHECK(amount.guessed == guess.guessed);
  }
  CHECK(parse_amount("2 eggs").guessed.empty());
  CHECK(parse_amount("1 coffee to go").rest == "coffee to go");
  CHECK_FALSE(parse_amount("some water").number_given);
  CHECK(parse_amount("some water").rest == "water");
  CHECK_THROWS_AS(parse_measured("200-300 mg"), InputError);  // a label says one figure
}

TEST_CASE("a measured value is a number and a unit and nothing else") {
  CHECK(parse_measured("300ml") == Measured{300, Measure::Millilitre});
  CHECK(parse_measured(" 10 mg ") == Measured{10, Measure::Milligram});
  CHECK(parse_measured("1/2 cup") == Measured{0.5, Measure::Cup});
  CHECK(parse_measured("1,250mg") == Measured{1250, Measure::Milligram});
  CHECK(parse_measured("12oz", OunceOf::Drink) == Measured{12, Measure::FluidOunce});
  CHECK(parse_measured("0mg") == Measured{0, Measure::Milligram});
  for (const std::string text : {"", "300", "ml", "300 ml water", "-1 mg", "350 m", "nan mg", "cup of"}) {
    INFO('"' << text << '"');
    CHECK_THROWS_AS(parse_measured(text), InputError);
  }
}

TEST_CASE("a bare number may be zero") {
  CHECK(parse_number("7") == 7);
  CHECK(parse_number("0") == 0);
  CHECK(parse_number(" 6,5 ") == 6.5);
  CHECK(parse_number("½") == 0.5);
  for (const std::string text : {"", "x", "7 of", "-1", "1,250", "7h", "1e9"}) {
    INFO('"' << text << '"');
    CHECK_THROWS_AS(parse_number(text), InputError);
  }
}

#include "lytes/quantity/units.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "lytes/errors.hpp"

using namespace lytes::quantity;
using Catch::WithinRel;

TEST_CASE("a cup is as large as the system of measures says") {
  CHECK_THAT(base_units_in(Measure::Cup), WithinRel(236.5882365, 1e-12));
  CHECK_THAT(base_units_in(Measure::Cup, MeasureSystem::Imperial), WithinRel(284.130625, 1e-12));
  CHECK(base_units_in(Measure::Cup, MeasureSystem::Metric) == 250);
}

TEST_CASE("US measures divide as NIST Handbook 44 says") {
  CHECK_THAT(base_units_in(Measure::FluidOunce), WithinRel(29.5735295625, 1e-12));
  CHECK_THAT(base_units_in(Measure::Teaspoon), WithinRel(4.92892159375, 1e-12));
  CHECK_THAT(base_units_in(Measure::Tablespoon), WithinRel(14.78676478125, 1e-12));
  CHECK_THAT(base_units_in(Measure::Pint), WithinRel(473.176473, 1e-12));
  CHECK_THAT(base_units_in(Measure::Quart), WithinRel(946.352946, 1e-12));
  CHECK_THAT(base_units_in(Measure::Gallon), WithinRel(3785.411784, 1e-12));
}

TEST_CASE("imperial measures divide as the Weights and Measures Act 1985 says") {
  const auto ml = [](Measure measure) { return base_units_in(measure, MeasureSystem::Imperial); };
  CHECK_THAT(ml(Measure::FluidOunce), WithinRel(28.4130625, 1e-12));
  CHECK_THAT(ml(Measure::Pint), WithinRel(568.26125, 1e-12));
  CHECK_THAT(ml(Measure::Quart), WithinRel(1136.5225, 1e-12));
  CHECK_THAT(ml(Measure::Gallon), WithinRel(4546.09, 1e-12));
}

TEST_CASE("weights are the same in every system") {
  for (const auto system : {MeasureSystem::Us, MeasureSystem::Imperial, MeasureSystem::Metric}) {
    CHECK_THAT(base_units_in(Measure::Ounce, system), WithinRel(28.349523125, 1e-12));
    CHECK_THAT(base_units_in(Measure::Pound, system), WithinRel(453.59237, 1e-12));
    CHECK_THAT(base_units_in(Measure::Microgram, system), WithinRel(1e-6, 1e-12));
    CHECK(base_units_in(Measure::Litre, system) == 1000);
  }
}

TEST_CASE("every unit is recognised by the name it prints") {
  for (const Measure measure : all_measures) {
    for (const double number : {1.0, 2.0}) {
      const std::string name(unit_name(measure, number));
      INFO(name);
      CHECK(measure_named(name) == measure);
    }
  }
}

TEST_CASE("units are recognised as people spell them") {
  const auto spelled = [](Measure measure, std::initializer_list<const char*> words) {
    for (const char* word : words) {
      INFO('"' << word << '"');
      CHECK(measure_named(word) == measure);
    }
  };
  spelled(Measure::Gram, {"g", "G", "g.", "gr", "gm", "gms", "gram", "grams", "Gramme", "grammes"});
  spelled(Measure::Kilogram, {"kg", "KG", "kgs", "kilo", "kilos", "kilogram", "kilogrammes"});
  spelled(Measure::Milligram, {"mg", "MG", "mgs", "milligram", "milligrams", "milligrammes"});
  spelled(Measure::Microgram, {"mcg", "ug", "µg", "μg", "microgram", "micrograms"});
  spelled(Measure::Ounce, {"oz", "oz.", "OZ", "ozs", "ounce", "Ounces"});
  spelled(Measure::Pound, {"lb", "lbs", "lbs.", "pound", "pounds"});
  spelled(Measure::Millilitre, {"ml", "mL", "ML", "mls", "ml.", "millilitre", "milliliters", "cc"});
  spelled(Measure::Centilitre, {"cl", "centilitres", "centiliter"});
  spelled(Measure::Decilitre, {"dl", "decilitre", "deciliters"});
  spelled(Measure::Litre, {"l", "L", "lt", "ltr", "ltrs", "litre", "Litres", "liter", "liters"});
  spelled(Measure::FluidOunce,
          {"fl oz", "fl. oz.", "fl.oz.", "floz", "FL OZ", "fluid ounce", "fluid ounces", "fluid oz", "fl-oz"});
  spelled(Measure::Teaspoon, {"tsp", "tsps", "tsp.", "teaspoon", "teaspoons", "teaspoonfuls"});
  spelled(Measure::Tablespoon, {"tbsp", "tbsp.", "TBSP", "tbsps", "tbs", "tblsp", "tablespoon", "tablespoons"});
  spelled(Measure::Cup, {"cup", "cups", "Cup", "c", "c."});
  spelled(Measure::Pint, {"pint", "pints", "pt", "pts"});
  spelled(Measure::Quart, {"quart", "quarts", "qt", "qts"});
  spelled(Measure::Gallon, {"gallon", "gallons", "gal", "gals"});
}

TEST_CASE("what only begins like a unit is none") {
  for (const char* word :
       {"grapes", "glass", "can", "cupcake", "mango", "litchi", "lemon", "fluid", "ozone", "", "2", "µ"}) {
    INFO('"' << word << '"');
    CHECK_FALSE(leading_measure(word));
  }
  CHECK_FALSE(leading_measure("c-vitamin"));
  CHECK_FALSE(leading_measure("l-carnitine"));
  CHECK(leading_measure("cups of tea")->length == 4);
  CHECK(leading_measure("fl. oz. of tea")->length == 7);
}

TEST_CASE("a system of measures is named by one of three words") {
  CHECK(parse_system("US") == MeasureSystem::Us);
  CHECK(parse_system("imperial") == MeasureSystem::Imperial);
  CHECK(parse_system("metric") == MeasureSystem::Metric);
  CHECK_THROWS_AS(parse_system("cups"), lytes::InputError);
  for (const auto system : {MeasureSystem::Us, MeasureSystem::Imperial, MeasureSystem::Metric}) {
    CHECK(parse_system(system_name(system)) == system);
  }
}

TEST_CASE("milligrams that were said are those that are kept") {
  for (int mg = 1; mg <= 2000; ++mg) {
    CAPTURE(mg);
    CHECK(milligrams_in(mg, Measure::Milligram) == mg);
    CHECK(milligrams_in(mg / 1000.0, Measure::Gram) == mg);
    CHECK(milligrams_in(mg * 1000.0, Measure::Microgram) == mg);
  }
}

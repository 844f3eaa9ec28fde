#include "lytes/targets/target_bounds.hpp"

#include <catch2/catch.hpp>

using lytes::quantity::Nutrient;
using lytes::targets::target_bounds;

TEST_CASE("what is prescribed is within the bounds of a target") {
  for (const double ml : {500.0, 800.0, 2000.0, 15'000.0}) CHECK(target_bounds(Nutrient::Water).hold(ml));
  for (const double mg : {80.0, 350.0, 2000.0}) CHECK(target_bounds(Nutrient::Magnesium).hold(mg));
  for (const double mg : {800.0, 1500.0, 4700.0, 11'700.0}) CHECK(target_bounds(Nutrient::Potassium).hold(mg));
  for (const double mg : {150.0, 500.0, 2300.0, 10'000.0}) CHECK(target_bounds(Nutrient::Sodium).hold(mg));
}

TEST_CASE("what is prescribed in litres or grams is outside of them as so many millilitres or milligrams") {
  for (const double l : {0.5, 3.0, 15.0}) CHECK_FALSE(target_bounds(Nutrient::Water).hold(l));
  for (const double g : {0.08, 0.35, 2.0}) CHECK_FALSE(target_bounds(Nutrient::Magnesium).hold(g));
  for (const double g : {0.8, 3.5, 11.7}) CHECK_FALSE(target_bounds(Nutrient::Potassium).hold(g));
  for (const double g : {0.15, 2.3, 10.0}) CHECK_FALSE(target_bounds(Nutrient::Sodium).hold(g));
  CHECK_FALSE(target_bounds(Nutrient::Magnesium).hold(350'000));
}

#pragma once

#include <array>

#include "lytes/quantity/nutrients.hpp"

namespace lytes::exchange {

/// What a figure of a whole day may be, zero aside.
struct Bounds {
  double least;      ///< less is said in litres or grams where millilitres or milligrams are asked for
  double most;       ///< more has been outlived by nobody
  const char* unit;  ///< "ml"; empty where less than `least` cannot be
};

/// A column that becomes a part of the day's total.
struct NutrientColumn {
  const char* name;
  quantity::Nutrient nutrient;
  Bounds bounds;
};

/// Up to 20 l of fluid are drunk in a day with diabetes insipidus or polydipsia, so that 30 parts millilitres from
/// litres. Whole days hold 1 to 7 g of potassium, and less than 1 g of magnesium or caffeine.
inline constexpr std::array nutrient_columns = {
    NutrientColumn{"fluid_ml", quantity::Nutrient::Water, {30, 30'000, "ml"}},
    NutrientColumn{"mg_mg", quantity::Nutrient::Magnesium, {1, 20'000, "mg"}},
    NutrientColumn{"k_mg", quantity::Nutrient::Potassium, {10, 30'000, "mg"}},
    NutrientColumn{"caffeine_mg", quantity::Nutrient::Caffeine, {1, 20'000, "mg"}}};

/// A column that becomes a factor.
struct FactorColumn {
  const char* name;
  const char* factor;
  const char* unit;  ///< null for a rating
  double most;
};

inline constexpr std::array factor_columns = {
    FactorColumn{"sleep_h", "sleep", "h", 24}, FactorColumn{"sitting_h", "sitting", "h", 24},
    FactorColumn{"exertion", "exertion", nullptr, 10}, FactorColumn{"alcohol_units", "alcohol", "units", 100},
    FactorColumn{"heat", "heat", nullptr, 10}};

}  // namespace lytes::exchange

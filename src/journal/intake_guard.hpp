#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "lytes/quantity/nutrients.hpp"

namespace lytes::journal {

// migrations/0002_guards.sql says what the guard is for. Both forms below must say the same as its index: SQLite takes
// the index only for the very same expression.

/// The guard of the intake `i`.
inline constexpr const char* guard_in_sql =
    "CAST(round(coalesce(i.water_ml, -1) * 1000) AS INTEGER) * 3"
    " + CAST(round(coalesce(i.magnesium_mg, -1) * 1000) AS INTEGER) * 5"
    " + CAST(round(coalesce(i.potassium_mg, -1) * 1000) AS INTEGER) * 7"
    " + CAST(round(coalesce(i.sodium_mg, -1) * 1000) AS INTEGER) * 11"
    " + CAST(round(coalesce(i.calcium_mg, -1) * 1000) AS INTEGER) * 13"
    " + CAST(round(coalesce(i.caffeine_mg, -1) * 1000) AS INTEGER) * 17"
    " + CAST(round(coalesce(i.alcohol_g, -1) * 1000) AS INTEGER) * 19";

/// How many intakes there are and what their guards add up to. Sums are whole numbers, and exact below 2^53: that is
/// a thousand tonnes of water.
struct GuardSum {
  std::int64_t intakes = 0;
  double sum = 0;

  /// @param nutrients that passed `amount_in`
  void add(const quantity::Nutrients& nutrients) {
    constexpr auto weights = std::to_array<double>({3, 5, 7, 11, 13, 17, 19});
    static_assert(weights.size() == quantity::nutrient_count, "a weight for each nutrient, as in the migration");
    for (const quantity::Nutrient nutrient : quantity::all_nutrients) {
      sum += weights[static_cast<std::size_t>(nutrient)] * thousandths(nutrients[nutrient].value_or(-1));
    }
    ++intakes;
  }

  bool agrees_with(const GuardSum& other) const {
    constexpr double exact = 0x1p53;
    const bool same = std::abs(sum) < exact ? sum == other.sum : std::abs(sum - other.sum) <= 1e-9 * std::abs(sum);
    return intakes == other.intakes && same;
  }

 private:
  /// As round() and CAST do it in SQLite. `amount_in` lets nothing pass whose thousandths are no 64-bit number.
  static double thousandths(double amount) {
    const double scaled = amount * 1000;
    return static_cast<double>(static_cast<std::int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5)));
  }
};

}  // namespace lytes::journal

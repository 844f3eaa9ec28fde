#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lytes::quantity {

/// What lytes counts. The order is the order of columns in every table.
enum class Nutrient { Water, Magnesium, Potassium, Sodium, Calcium, Caffeine, Alcohol };

inline constexpr std::size_t nutrient_count = static_cast<std::size_t>(Nutrient::Alcohol) + 1;

/// What is known of a nutrient wherever it is read, stored or shown.
struct NutrientFacts {
  Nutrient nutrient;
  std::string_view name;    ///< in sentences and as an option: "magnesium"
  std::string_view symbol;  ///< where room is short: "Mg"
  std::string_view unit;    ///< "ml", "mg" or "g"; one gram of water counts as one millilitre
  std::string_view field;   ///< with its unit, as in JSON and in column names: "magnesium_mg"
  std::string_view table;   ///< its column in nutrient_data/foods.csv
};

/// One row for each nutrient, in their order. A new one is a row here and a column in a migration.
inline constexpr auto nutrient_table = std::to_array<NutrientFacts>({
    {Nutrient::Water, "water", "water", "ml", "water_ml", "water_g"},
    {Nutrient::Magnesium, "magnesium", "Mg", "mg", "magnesium_mg", "magnesium_mg"},
    {Nutrient::Potassium, "potassium", "K", "mg", "potassium_mg", "potassium_mg"},
    {Nutrient::Sodium, "sodium", "Na", "mg", "sodium_mg", "sodium_mg"},
    {Nutrient::Calcium, "calcium", "Ca", "mg", "calcium_mg", "calcium_mg"},
    {Nutrient::Caffeine, "caffeine", "caffeine", "mg", "caffeine_mg", "caffeine_mg"},
    {Nutrient::Alcohol, "alcohol", "alcohol", "g", "alcohol_g", "alcohol_g"},
});

namespace detail {

/// Whether a table has a row for each value of an enumeration, in the order of the values.
template <typename Table, typename Value>
constexpr bool is_whole(const Table& table, std::size_t count, Value value) {
  if (table.size() != count) return false;
  for (std::size_t i = 0; i < count; ++i) {
    if (static_cast<std::size_t>(value(table[i])) != i) return false;
  }
  return true;
}

}  // namespace detail

static_assert(detail::is_whole(nutrient_table, nutrient_count, [](const auto& row) { return row.nutrient; }),
              "a row for each nutrient, in their order");

inline constexpr std::array<Nutrient, nutrient_count> all_nutrients = [] {
  std::array<Nutrient, nutrient_count> all{};
  for (std::size_t i = 0; i < nutrient_count; ++i) all[i] = nutrient_table[i].nutrient;
  return all;
}();

constexpr const NutrientFacts& facts_of(Nutrient nutrient) {
  return nutrient_table[static_cast<std::size_t>(nutrient)];
}

constexpr std::string_view field_name(Nutrient nutrient) { return facts_of(nutrient).field; }

/// The columns of all nutrients, with commas between: "i.water_ml, i.magnesium_mg, ...".
/// @param table before each column, with its point: "i."; may be empty
std::string nutrient_columns(std::string_view table = {});

/// As many parameters of a statement: "?, ?, ...".
std::string nutrient_parameters();

/// Amounts of each nutrient. An empty value is unknown, which is not zero.
class Nutrients {
 public:
  std::optional<double>& operator[](Nutrient nutrient) { return amounts_[static_cast<std::size_t>(nutrient)]; }
  const std::optional<double>& operator[](Nutrient nutrient) const {
    return amounts_[static_cast<std::size_t>(nutrient)];
  }

  /// Every known amount times `factor`; unknown stays unknown.
  Nutrients times(double factor) const {
    Nutrients scaled = *this;
    for (auto& amount : scaled.amounts_) {
      if (amount) *amount *= factor;
    }
    return scaled;
  }

  bool operator==(const Nutrients&) const = default;

 private:
  std::array<std::optional<double>, nutrient_count> amounts_;
};

}  // namespace lytes::quantity

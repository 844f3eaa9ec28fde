#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace lytes::quantity {

/// What lytes counts. The order is the order of columns in every table.
enum class Nutrient { Water, Magnesium, Potassium, Sodium, Calcium, Caffeine, Alcohol };

inline constexpr std::size_t nutrient_count = 7;

inline constexpr std::array<Nutrient, nutrient_count> all_nutrients = {
    Nutrient::Water,   Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Sodium,
    Nutrient::Calcium, Nutrient::Caffeine,  Nutrient::Alcohol};

/// Name with its unit, as in JSON and in column names: "water_ml", "magnesium_mg", ..., "alcohol_g".
/// One gram of water counts as one millilitre.
constexpr std::string_view field_name(Nutrient nutrient) {
  constexpr std::array<std::string_view, nutrient_count> names = {
      "water_ml", "magnesium_mg", "potassium_mg", "sodium_mg", "calcium_mg", "caffeine_mg", "alcohol_g"};
  return names[static_cast<std::size_t>(nutrient)];
}

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

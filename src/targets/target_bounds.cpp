#include "lytes/targets/target_bounds.hpp"

namespace lytes::targets {

TargetBounds target_bounds(quantity::Nutrient nutrient) {
  switch (nutrient) {
    case quantity::Nutrient::Water:
      return {250, 20'000};
    case quantity::Nutrient::Magnesium:
      return {20, 5000};
    case quantity::Nutrient::Potassium:
      return {200, 20'000};
    case quantity::Nutrient::Sodium:
      return {100, 20'000};
    default:
      return {0, 0};
  }
}

}  // namespace lytes::targets

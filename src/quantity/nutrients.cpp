#include "lytes/quantity/nutrients.hpp"

namespace lytes::quantity {

std::string nutrient_columns(std::string_view table) {
  std::string columns;
  for (const NutrientFacts& facts : nutrient_table) {
    columns += columns.empty() ? "" : ", ";
    columns += table;
    columns += facts.field;
  }
  return columns;
}

std::string nutrient_parameters() {
  std::string parameters;
  for (std::size_t i = 0; i < nutrient_count; ++i) parameters += i == 0 ? "?" : ", ?";
  return parameters;
}

}  // namespace lytes::quantity

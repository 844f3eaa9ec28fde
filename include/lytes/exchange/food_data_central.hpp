#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "lytes/foods/food.hpp"

namespace lytes::exchange {

struct ChosenFoods {
  std::vector<foods::Food> foods;   ///< without a ref, by name; figures per 100 g, or per 100 ml of a branded drink
  std::size_t without_figures = 0;  ///< that fit but have none of the seven figures, and are left out
};

/// Reads foods out of FoodData Central's CSV download (fdc.nal.usda.gov/download-datasets): food.csv and
/// food_nutrient.csv, and where they lie beside them nutrient.csv, food_portion.csv, measure_unit.csv,
/// branded_food.csv.
///
/// Foundation, SR Legacy, FNDDS and branded foods are taken; samples and acquisitions, of which the others are made,
/// are not. A nutrient without a row is unknown. Of two foods of one name, capitals aside, the later gets its number
/// behind it.
/// @param given the unpacked download, or a food.csv in it
/// @param only words that the description must hold; empty takes all
/// @throws InputError naming file, line and column of what cannot be read, and when more than `limit` foods fit
/// @throws StorageError when a file cannot be read
ChosenFoods read_food_data_central(const std::filesystem::path& given, const std::string& only, std::size_t limit);

}  // namespace lytes::exchange

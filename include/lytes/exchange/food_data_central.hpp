#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace lytes::foods {
class FoodImport;
}

namespace lytes::exchange {

/// Told how much of the download has been read, and of how much.
using DownloadProgress = std::function<void(std::string_view table, std::uint64_t done, std::uint64_t all)>;

/// Reads foods out of FoodData Central's CSV download (fdc.nal.usda.gov/download-datasets): food.csv and
/// food_nutrient.csv, and where they lie beside them nutrient.csv, food_portion.csv, measure_unit.csv,
/// branded_food.csv. Tables are read row by row, in any order of their rows.
///
/// Foundation, SR Legacy, FNDDS and branded foods are taken; samples and acquisitions, of which the others are made,
/// are not. A nutrient without a row is unknown; figures are per 100 g, or per 100 ml where a label's serving is a
/// volume. A barcode whose check digit is wrong is none.
/// @param given the download as a zip, unpacked, or a food.csv in it
/// @param only words that the description must hold; empty takes all
/// @param into gets the foods; not finished
/// @throws InputError naming file, line and column of what cannot be read
/// @throws StorageError when a file cannot be read
void read_food_data_central(const std::filesystem::path& given, const std::string& only, foods::FoodImport& into,
                            const DownloadProgress& progress = {});

}  // namespace lytes::exchange

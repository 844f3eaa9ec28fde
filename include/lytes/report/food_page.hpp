#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/foods/food.hpp"
#include "lytes/foods/food_import.hpp"
#include "lytes/report/style.hpp"

namespace lytes::report {

/// Foods, one a line, with what 100 g (or their basis) hold; those that were imported under a line of their own.
std::string food_list(std::span<const foods::Food> foods, const Style& style);

/// One food: figures and the portions it comes in.
std::string food_page(const foods::Food& food, const Style& style);

/// {"foods":[...]}
std::string foods_json(std::span<const foods::Food> foods);

/// What came of an import of foods.
std::string imported_foods_page(const foods::ImportCounts& counts, const std::filesystem::path& file, bool dry_run,
                                const Style& style);
/// {"imported_foods":{...}}
std::string imported_foods_json(const foods::ImportCounts& counts, const std::filesystem::path& file, bool dry_run);

/// Asks what was meant by a phrase.
struct FoodQuestion {
  std::string question;
  std::string answers;  ///< what can be said: "1 to 3, k, x or q"
};

/// @param names of the foods that it may be; none where no food is known
FoodQuestion food_question(std::string_view phrase, const std::vector<std::string>& names, const Style& style);

}  // namespace lytes::report

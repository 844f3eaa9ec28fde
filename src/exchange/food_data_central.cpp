#include "lytes/exchange/food_data_central.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "lytes/csv/csv.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/finder.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::exchange {

namespace {

namespace fs = std::filesystem;
using foods::Food;
using quantity::Nutrient;

using FoodsById = std::map<std::string, Food>;

/// FoodData Central's nutrient numbers.
constexpr auto nutrient_ids = std::to_array<std::pair<std::string_view, Nutrient>>({{"1051", Nutrient::Water},
                                                                                    {"1090", Nutrient::Magnesium},
                                                                                    {"1092", Nutrient::Potassium},
                                                                                    {"1093", Nutrient::Sodium},
                                                                                    {"1087", Nutrient::Calcium},
                                                                                    {"1057", Nutrient::Caffeine},
                                                                                    {"1018", Nutrient::Alcohol}});
static_assert(nutrient_ids.size() == quantity::nutrient_count, "a number for each nutrient");

std::optional<Nutrient> nutrient_of(std::string_view id) {
  const auto found = std::ranges::find(nutrient_ids, id, [](const auto& known) { return known.first; });
  return found == nutrient_ids.end() ? std::nullopt : std::optional(found->second);
}

fs::path folder_of(const fs::path& given) {
  std::error_code ignored;
  fs::path folder = given.filename() == "food.csv" ? given.parent_path() : given;
  if (given.extension() == ".zip") {
    throw InputError("a packed download", given.string(), 0, "the folder it unpacks to: unzip it first");
  }
  if (!fs::exists(folder / "food.csv", ignored) || !fs::exists(folder / "food_nutrient.csv", ignored)) {
    throw InputError("no food.csv and food_nutrient.csv there", given.string(), 0,
                     "the folder of an unpacked CSV download of FoodData Central");
  }
  return folder;
}

void read_if_there(const fs::path& file, const std::function<void(const csv::Row&)>& each_row) {
  std::error_code ignored;
  if (fs::exists(file, ignored)) csv::read_file(file, each_row);
}

double not_negative(const csv::Row& row, std::string_view column) {
  const double number = row.number(column).value_or(0);
  if (number < 0)
    throw InputError("a negative amount in " + row.place(column), std::string(row[column]), 0, "0 or more");
  return number;
}

FoodsById read_foods(const fs::path& folder, const std::string& only, std::size_t limit) {
  static const std::unordered_set<std::string_view> kinds = {"foundation_food", "sr_legacy_food", "survey_fndds_food",
                                                             "branded_food"};
  FoodsById chosen;
  std::size_t fitting = 0;
  csv::read_file(folder / "food.csv", [&](const csv::Row& row) {
    if (row.blank()) return;
    const std::string id(row.required("fdc_id"));
    if (!kinds.contains(row.required("data_type"))) return;
    const std::string name(row.required("description"));
    if (!only.empty() && !foods::Finder::fits(name, only)) return;
    if (++fitting > limit) return;
    Food food{};
    food.name = name;
    food.kind = foods::FoodKind::Food;
    food.basis = {100, "g"};
    chosen.emplace(id, std::move(food));
  });
  if (fitting > limit) {
    throw InputError(fmt::format("{} foods fit, and at most {} are taken at once", fitting, limit), only, only.size(),
                     fmt::format("more words after --only, or --limit {}", fitting));
  }
  return chosen;
}

/// How many of our unit one of theirs is. Water counts 1 g as 1 ml; alcohol is in grams, all else in milligrams.
std::map<std::string, double, std::less<>> read_units(const fs::path& folder) {
  std::map<std::string, double, std::less<>> factors;
  for (const auto& [id, nutrient] : nutrient_ids) factors.emplace(id, 1.0);
  read_if_there(folder / "nutrient.csv", [&](const csv::Row& row) {
    const auto nutrient = nutrient_of(row["id"]);
    if (!nutrient) return;
    const std::string unit(row.required("unit_name"));
    const double milligrams = unit == "G" ? 1000 : unit == "MG" ? 1 : unit == "UG" ? 0.001 : 0;
    if (milligrams == 0) throw InputError("no weight in " + row.place("unit_name"), unit, 0, "G, MG or UG");
    const bool in_grams = *nutrient == Nutrient::Water || *nutrient == Nutrient::Alcohol;
    factors[std::string(row["id"])] = in_grams ? milligrams / 1000 : milligrams;
  });
  return factors;
}

void read_figures(const fs::path& folder, FoodsById& chosen) {
  const auto factors = read_units(folder);
  csv::read_file(folder / "food_nutrient.csv", [&](const csv::Row& row) {
    const auto nutrient = nutrient_of(row["nutrient_id"]);
    if (!nutrient) return;
    const auto food = chosen.find(std::string(row.required("fdc_id")));
    if (food == chosen.end() || !row.number("amount")) return;
    food->second.per_basis[*nutrient] = not_negative(row, "amount") * factors.find(row["nutrient_id"])->second;
  });
}

/// "cup, sliced" of a unit with a modifier, or of "1 cup, sliced".
std::string portion_name(const csv::Row& row, const std::unordered_map<std::string, std::string>& units) {
  const auto unit = units.find(std::string(row["measure_unit_id"]));
  const bool known = unit != units.end() && unit->second != "undetermined";
  std::string name = known ? unit->second : "";
  // FNDDS has a number of its own in this column.
  const std::string modifier(row["modifier"]);
  if (modifier.find_first_not_of("0123456789") != std::string::npos) name += (name.empty() ? "" : ", ") + modifier;
  if (name.empty()) {
    name = std::string(row["portion_description"]);
    if (name.starts_with("1 ")) name.erase(0, 2);
    if (name == "Quantity not specified") name.clear();
  }
  return name;
}

void add_portion(Food& food, std::string name, double grams) {
  const bool there = std::ranges::any_of(
      food.portions, [&](const auto& portion) { return text::lowered(portion.name) == text::lowered(name); });
  if (!name.empty() && grams > 0 && !there) food.portions.push_back({std::move(name), grams});
}

void read_portions(const fs::path& folder, FoodsById& chosen) {
  std::unordered_map<std::string, std::string> units;
  read_if_there(folder / "measure_unit.csv",
                [&](const csv::Row& row) { units.emplace(row.required("id"), row.required("name")); });
  read_if_there(folder / "food_portion.csv", [&](const csv::Row& row) {
    const auto food = chosen.find(std::string(row.required("fdc_id")));
    if (food == chosen.end()) return;
    const double amount = row.number("amount").value_or(1);
    if (amount > 0) add_portion(food->second, portion_name(row, units), not_negative(row, "gram_weight") / amount);
  });
  read_if_there(folder / "branded_food.csv", [&](const csv::Row& row) {
    const auto food = chosen.find(std::string(row.required("fdc_id")));
    if (food == chosen.end()) return;
    const std::string_view unit = row["serving_size_unit"];
    if (unit == "ml" || unit == "MLT") {
      food->second.basis = {100, "ml"};
      food->second.kind = foods::FoodKind::Drink;
    } else if (unit == "g" || unit == "GRM") {
      add_portion(food->second, "serving", not_negative(row, "serving_size"));
    }
  });
}

bool is_known(const Food& food) { return food.per_basis != quantity::Nutrients{}; }

}  // namespace

ChosenFoods read_food_data_central(const fs::path& given, const std::string& only, std::size_t limit) {
  const fs::path folder = folder_of(given);
  FoodsById by_id = read_foods(folder, only, limit);
  if (!by_id.empty()) {
    read_figures(folder, by_id);
    read_portions(folder, by_id);
  }
  ChosenFoods chosen;
  std::unordered_set<std::string> names;
  for (auto& [id, food] : by_id) {
    if (!is_known(food)) {
      ++chosen.without_figures;
      continue;
    }
    if (!names.insert(text::lowered(food.name)).second) food.name += " (" + id + ")";
    chosen.foods.push_back(std::move(food));
  }
  std::ranges::sort(chosen.foods, {}, &Food::name);
  return chosen;
}

}  // namespace lytes::exchange

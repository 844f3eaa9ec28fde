#include "lytes/exchange/food_data_central.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <unordered_map>

#include "lytes/csv/csv.hpp"
#include "lytes/errors.hpp"
#include "lytes/exchange/input_file.hpp"
#include "lytes/foods/barcode.hpp"
#include "lytes/foods/finder.hpp"
#include "lytes/foods/food_import.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::exchange {

namespace {

namespace fs = std::filesystem;
using foods::FoodImport;
using foods::FoodSource;
using quantity::Nutrient;

/// FoodData Central's nutrient numbers.
constexpr auto nutrient_ids = std::to_array<std::pair<std::string_view, Nutrient>>({{"1051", Nutrient::Water},
                                                                                    {"1090", Nutrient::Magnesium},
                                                                                    {"1092", Nutrient::Potassium},
                                                                                    {"1093", Nutrient::Sodium},
                                                                                    {"1087", Nutrient::Calcium},
                                                                                    {"1057", Nutrient::Caffeine},
                                                                                    {"1018", Nutrient::Alcohol}});
static_assert(nutrient_ids.size() == quantity::nutrient_count, "a number for each nutrient");

constexpr auto sources =
    std::to_array<std::pair<std::string_view, FoodSource>>({{"foundation_food", FoodSource::Foundation},
                                                            {"sr_legacy_food", FoodSource::StandardReference},
                                                            {"survey_fndds_food", FoodSource::Survey},
                                                            {"branded_food", FoodSource::Branded}});

template <class Table>
auto found_in(const Table& table, std::string_view name) -> std::optional<typename Table::value_type::second_type> {
  const auto found = std::ranges::find(table, name, [](const auto& known) { return known.first; });
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

/// The tables of a download, packed or not. Nothing is unpacked to where a zip says.
class Download {
 public:
  Download(const fs::path& given, const DownloadProgress& progress) : progress_(progress) {
    std::error_code ignored;
    if (fs::is_directory(given, ignored)) {
      folder_ = given;
    } else if (given.filename() == "food.csv") {
      folder_ = given.parent_path();
    } else {
      zip_.emplace(given);
      if (!zip_->is_zip()) refuse(given);
    }
    if (!has("food.csv") || !has("food_nutrient.csv")) refuse(given);
  }

  bool has(const std::string& table) const {
    std::error_code ignored;
    return zip_ ? zip_->member(table) != nullptr : fs::is_regular_file(folder_ / table, ignored);
  }

  /// Nothing is read of a table that is not there.
  void read(const std::string& table, const std::function<void(const csv::Row&)>& each_row) const {
    if (!has(table)) return;
    std::optional<InputFile> unpacked;
    if (!zip_) unpacked.emplace(folder_ / table);
    InputFile file = zip_ ? *zip_ : *unpacked;
    if (progress_) file.progress = [&](std::uint64_t done, std::uint64_t all) { progress_(table, done, all); };
    const auto blocks = [&](const csv::Sink& sink) {
      zip_ ? file.each_block(*file.member(table), sink) : file.each_block(sink);
    };
    csv::read_blocks(blocks, table, {}, [&](const csv::Row& row) {
      if (!row.blank()) each_row(row);
    });
  }

 private:
  [[noreturn]] static void refuse(const fs::path& given) {
    throw InputError("no food.csv and food_nutrient.csv there", given.string(), 0,
                     "a CSV download of FoodData Central, as the zip it is or as the folder it unpacks to");
  }

  fs::path folder_;
  std::optional<InputFile> zip_;
  const DownloadProgress& progress_;
};

double not_negative(const csv::Row& row, std::string_view column) {
  const double number = row.number(column).value_or(0);
  if (number < 0)
    throw InputError("a negative amount in " + row.place(column), std::string(row[column]), 0, "0 or more");
  return number;
}

/// A food's number in the table.
std::int64_t number_of(const csv::Row& row) {
  const std::string_view text = row.required("fdc_id");
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size() && number > 0) return number;
  throw InputError("no number of a food in " + row.place("fdc_id"), std::string(text), 0, "a whole number above 0");
}

/// Names are kept with what is logged.
std::string_view short_text(const csv::Row& row, std::string_view column) {
  constexpr std::size_t longest = 1000;
  const std::string_view text = row[column];
  if (text.size() <= longest) return text;
  throw InputError(fmt::format("a name of {} bytes in {}", text.size(), row.place(column)), {}, 0,
                   fmt::format("at most {}", longest));
}

void read_foods(const Download& download, const std::string& only, FoodImport& into) {
  download.read("food.csv", [&](const csv::Row& row) {
    const std::int64_t number = number_of(row);
    const auto source = found_in(sources, row.required("data_type"));
    if (!source) return;
    row.required("description");
    const std::string_view name = short_text(row, "description");
    if (only.empty() || foods::Finder::fits(name, only)) into.add(number, *source, name);
  });
}

using Factors = std::array<double, quantity::nutrient_count>;

/// How many of our unit one of theirs is. Water counts 1 g as 1 ml; alcohol is in grams, all else in milligrams.
Factors read_units(const Download& download) {
  Factors factors;
  factors.fill(1);
  download.read("nutrient.csv", [&](const csv::Row& row) {
    const auto nutrient = found_in(nutrient_ids, row["id"]);
    if (!nutrient) return;
    const std::string unit(row.required("unit_name"));
    const double milligrams = unit == "G" ? 1000 : unit == "MG" ? 1 : unit == "UG" ? 0.001 : 0;
    if (milligrams == 0) throw InputError("no weight in " + row.place("unit_name"), unit, 0, "G, MG or UG");
    const bool in_grams = *nutrient == Nutrient::Water || *nutrient == Nutrient::Alcohol;
    factors[static_cast<std::size_t>(*nutrient)] = in_grams ? milligrams / 1000 : milligrams;
  });
  return factors;
}

void read_figures(const Download& download, FoodImport& into) {
  const Factors factors = read_units(download);
  download.read("food_nutrient.csv", [&](const csv::Row& row) {
    const auto nutrient = found_in(nutrient_ids, row["nutrient_id"]);
    if (!nutrient) return;
    const std::int64_t number = number_of(row);
    if (!row.number("amount")) return;
    into.figure(number, *nutrient, not_negative(row, "amount") * factors[static_cast<std::size_t>(*nutrient)]);
  });
}

using Units = std::unordered_map<std::string, std::string>;

/// "cup, sliced" of a unit with a modifier, or of "1 cup, sliced".
std::string portion_name(const csv::Row& row, const Units& units) {
  const auto unit = units.find(std::string(row["measure_unit_id"]));
  const bool known = unit != units.end() && unit->second != "undetermined";
  std::string name = known ? unit->second : "";
  // FNDDS has a number of its own in this column.
  const std::string modifier(short_text(row, "modifier"));
  if (modifier.find_first_not_of("0123456789") != std::string::npos) name += (name.empty() ? "" : ", ") + modifier;
  if (name.empty()) {
    name = std::string(short_text(row, "portion_description"));
    if (name.starts_with("1 ")) name.erase(0, 2);
    if (name == "Quantity not specified") name.clear();
  }
  return name;
}

void read_portions(const Download& download, FoodImport& into) {
  constexpr std::size_t most_units = 10'000;
  Units units;
  download.read("measure_unit.csv", [&](const csv::Row& row) {
    row.required("name");
    if (units.size() < most_units) units.emplace(row.required("id"), short_text(row, "name"));
  });
  download.read("food_portion.csv", [&](const csv::Row& row) {
    const std::int64_t number = number_of(row);
    const double amount = row.number("amount").value_or(1);
    const double grams = not_negative(row, "gram_weight");
    const std::string name = portion_name(row, units);
    if (amount > 0 && grams > 0 && !name.empty()) into.portion(number, name, grams / amount);
  });
}

/// The brand that people read on the pack; whose firm that is says less.
std::string_view brand_of(const csv::Row& row) {
  for (const std::string_view column : {"brand_name", "subbrand_name", "brand_owner"}) {
    const std::string_view brand = text::trimmed(short_text(row, column));
    if (!brand.empty() && text::lowered(brand) != "not a branded item") return brand;
  }
  return {};
}

void read_labels(const Download& download, FoodImport& into) {
  constexpr double largest_serving = 10'000;
  download.read("branded_food.csv", [&](const csv::Row& row) {
    const std::int64_t number = number_of(row);
    const std::string unit = text::lowered(row["serving_size_unit"]);
    const double serving = not_negative(row, "serving_size");
    foods::Label label;
    label.brand = brand_of(row);
    label.barcode = foods::barcode_number(row["gtin_upc"]);
    label.by_volume = unit == "ml" || unit == "mlt";
    const bool weighed = unit == "g" || unit == "grm";
    if ((label.by_volume || weighed) && serving > 0 && serving <= largest_serving) {
      label.serving = serving;
      label.household = short_text(row, "household_serving_fulltext");
    }
    into.label(number, label);
  });
}

}  // namespace

void read_food_data_central(const fs::path& given, const std::string& only, FoodImport& into,
                            const DownloadProgress& progress) {
  const Download download(given, progress);
  read_foods(download, only, into);
  read_figures(download, into);
  read_portions(download, into);
  read_labels(download, into);
}

}  // namespace lytes::exchange

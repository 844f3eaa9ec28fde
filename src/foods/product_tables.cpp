#include "product_tables.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "figures.hpp"
#include "lytes/csv/csv.hpp"
#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"
#include "name_writing.hpp"
#include "table_writing.hpp"

namespace lytes::foods {

namespace {

using csv::Row;
using quantity::Nutrient;

constexpr std::int64_t first_product = 200'001;
constexpr std::int64_t first_water = 300'001;

class ProductWriter {
 public:
  ProductWriter(SQLite::Database& db, NameWriter& names)
      : names_(names),
        add_food_(db, "INSERT INTO food VALUES (?, ?, ?, ?, ?, " + quantity::nutrient_parameters() + ")"),
        add_portion_(db, "INSERT INTO portion VALUES (?, ?, ?, ?)") {}

  /// What a label says of so many tablets, grams or millilitres.
  void product(const Row& row) {
    const std::string unit(row.required("unit"));
    const bool drink = row.required("kind") == "drink";
    quantity::Nutrients figures;
    for (const auto nutrient : {Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Sodium, Nutrient::Calcium})
      figures[nutrient] = row.number(quantity::nutrient_table[static_cast<std::size_t>(nutrient)].table);
    // A tablet or a powder is no water; what the label of a liquid does not say is unknown.
    figures[Nutrient::Water] = unit == "ml" ? row.number("water_ml") : std::optional(0.0);
    const double amount = required_number(row, "amount");
    const std::int64_t id = next_product_++;
    food(id, "product:" + text::lowered(row.required("name")), row["name"], {amount, unit}, figures);
    portions(row, id);
    const bool counted = unit != "g" && unit != "ml";
    names_.everyday(row, id, {row["kind"], drink ? "bottle" : counted ? unit : "serving", counted ? 1 : amount, {}});
  }

  /// What is in a litre of a mineral water.
  void water(const Row& row) {
    quantity::Nutrients figures;
    figures[Nutrient::Water] = 1000;
    figures[Nutrient::Caffeine] = 0;
    figures[Nutrient::Alcohol] = 0;
    figures[Nutrient::Magnesium] = row.number("magnesium_mg_per_l");
    figures[Nutrient::Potassium] = row.number("potassium_mg_per_l");
    figures[Nutrient::Sodium] = row.number("sodium_mg_per_l");
    figures[Nutrient::Calcium] = row.number("calcium_mg_per_l");
    const std::int64_t id = next_water_++;
    const std::string_view name = row.required("name");
    const bool says_water = name.find("water") != std::string_view::npos;
    food(id, "water:" + text::lowered(name), std::string(name) + (says_water ? "" : ", mineral water"), {1000, "ml"},
         figures);
    names_.everyday(row, id, {"drink", "glass", 240, {}}, " water");
  }

 private:
  struct Amount {
    double number;
    std::string unit;
  };

  void food(std::int64_t id, const std::string& ref, std::string_view name, const Amount& basis,
            const quantity::Nutrients& figures) {
    add_food_.bind(1, id);
    set(add_food_, 2, ref);
    set(add_food_, 3, name);
    add_food_.bind(4, basis.number);
    set(add_food_, 5, basis.unit);
    bind_figures(add_food_, 6, figures);
    run(add_food_);
  }

  /// "scoop=1;bottle=591": in the unit of the product.
  void portions(const Row& row, std::int64_t id) {
    int position = 0;
    for_each_part(row["portions"], [&](std::string_view part) {
      const std::size_t sign = part.find('=');
      if (sign == std::string_view::npos) throw InputError(row.place("portions") + ": `scoop=1`", std::string(part));
      add_portion_.bind(1, id);
      add_portion_.bind(2, ++position);
      set(add_portion_, 3, part.substr(0, sign));
      add_portion_.bind(4, std::stod(std::string(part.substr(sign + 1))));
      run(add_portion_);
    });
  }

  NameWriter& names_;
  SQLite::Statement add_food_;
  SQLite::Statement add_portion_;
  std::int64_t next_product_ = first_product;
  std::int64_t next_water_ = first_water;
};

}  // namespace

void write_products(SQLite::Database& db, const std::filesystem::path& nutrient_data, NameWriter& names) {
  ProductWriter writer(db, names);
  csv::read_file(nutrient_data / "products.csv", [&](const Row& row) { writer.product(row); });
  csv::read_file(nutrient_data / "waters.csv", [&](const Row& row) { writer.water(row); });
}

}  // namespace lytes::foods

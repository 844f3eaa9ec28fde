#include "lytes/foods/catalogue_builder.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <array>
#include <charconv>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catalogue_schema.hpp"
#include "figures.hpp"
#include "lytes/csv/csv.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/catalogue.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/storage/read_only_file.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "name_writing.hpp"
#include "product_tables.hpp"
#include "table_writing.hpp"
#include "vocabulary_tables.hpp"

namespace lytes::foods {

namespace {

namespace fs = std::filesystem;
using csv::Row;

// NDB numbers have five digits; these lie above them all.
constexpr std::int64_t oral_rehydration_id = 100'000;
constexpr std::int64_t first_dish = 100'001;
constexpr std::int64_t first_indian_food = 400'000;
constexpr std::int64_t codes_of_a_letter = 1000;

/// A food of a measured table.
struct Measured {
  std::int64_t id;
  std::string ref;
};

/// "09040" is an NDB number of the USDA's, "A010" a code of the Indian Food Composition Tables.
std::optional<Measured> measured(std::string_view code) {
  const bool indian = !code.empty() && text::is_capital(code.front());
  const std::string_view digits = code.substr(indian ? 1 : 0);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  if (indian) number += first_indian_food + (code.front() - 'A') * codes_of_a_letter;
  return Measured{number, (indian ? "ifct:" : "usda:") + std::string(code)};
}

class Builder {
 public:
  Builder(SQLite::Database& db, fs::path folder) : db_(db), folder_(std::move(folder)), names_(db) {}

  void build() {
    foods("foods.csv");
    foods("indian_foods.csv");
    portions();
    everyday_names();
    dishes();
    exchanges();
    containers();
    supplements();
    write_products(db_, folder_, names_);
    oral_rehydration();
    reference_intakes();
  }

 private:
  void each(const char* file, const std::function<void(const Row&)>& row) { csv::read_file(folder_ / file, row); }

  void foods(const char* file) {
    SQLite::Statement add(db_, "INSERT INTO food VALUES (?, ?, ?, 100, 'g', " + quantity::nutrient_parameters() + ")");
    each(file, [&](const Row& row) {
      const auto [id, ref] = measured_food(row, "food");
      add.bind(1, id);
      set(add, 2, ref);
      set(add, 3, row.required("name"));
      for (const auto& facts : quantity::nutrient_table)
        set(add, 4 + static_cast<int>(facts.nutrient), row.number(facts.table));
      run(add);
      foods_.insert(id);
      names_.title(id, std::nullopt, row["name"]);
    });
  }

  void portions() {
    SQLite::Statement add(db_, "INSERT INTO portion VALUES (?, ?, ?, ?)");
    each("portions.csv", [&](const Row& row) {
      add.bind(1, known_food(row, "food"));
      add.bind(2, required_number(row, "position"));
      set(add, 3, row.required("unit"));
      add.bind(4, required_number(row, "grams") / required_number(row, "amount"));
      run(add);
    });
  }

  void everyday_names() {
    each("everyday_names.csv", [&](const Row& row) { everyday_name(row, known_food(row, "food")); });
  }

  /// One row that gives a food its everyday name, aliases and usual portion.
  void everyday_name(const Row& row, std::int64_t food) {
    names_.everyday(
        row, food,
        {row.required("kind"), row.required("portion"), required_number(row, "grams"), row.number("each_grams")});
  }

  /// Dishes are worked out from what they are made of. A nutrient is unknown when more than a twentieth of the weight
  /// has no figure for it, or where the table says so; a yield below the ingredients' weight is water boiled off.
  void dishes() {
    std::int64_t id = first_dish;
    SQLite::Statement add(
        db_, "INSERT INTO food VALUES (?, 'dish:' || ?, ?, 100, 'g', " + quantity::nutrient_parameters() + ")");
    each("dishes.csv", [&](const Row& row) {
      const Dish dish = mix(row);
      add.bind(1, ++id);
      set(add, 2, row.required("name"));
      set(add, 3, dish.name);
      bind_figures(add, 4, dish.per_100g);
      run(add);
      foods_.insert(id);
      everyday_name(row, id);
      parts_of_dish(row, dish.grams);
    });
  }

  /// What can be exchanged in a dish or left out of it.
  void parts_of_dish(const Row& row, double grams) {
    SQLite::Statement add(db_, "INSERT INTO dish_part VALUES ('dish:' || ?, ?, ?)");
    for_each_part(row.required("ingredients"), [&](std::string_view part) {
      const std::size_t blank = part.find(' ');
      set(add, 1, row.required("name"));
      set(add, 2, measured(part.substr(0, blank))->ref);  // as mix() has seen
      add.bind(3, std::min(1.0, std::stod(std::string(part.substr(blank + 1))) / grams));
      run(add);
    });
  }

  void exchanges() {
    SQLite::Statement add(db_, "INSERT INTO exchange VALUES (?, ?)");
    each("exchanges.csv", [&](const Row& row) {
      for_each_part(row.required("foods"), [&](std::string_view food) {
        const auto in_table = measured(food);
        set(add, 1, in_table ? in_table->ref : std::string(food));
        set(add, 2, row.required("class"));
        run(add);
      });
    });
  }

  struct Dish {
    std::string name;
    quantity::Nutrients per_100g;
    double grams;  ///< as served
  };

  Dish mix(const Row& row) {
    SQLite::Statement ingredient(db_, "SELECT " + quantity::nutrient_columns() + " FROM food WHERE id = ?");
    std::array<double, quantity::nutrient_count> sums{};
    std::array<double, quantity::nutrient_count> without_figure{};
    double weight = 0;
    for_each_part(row.required("ingredients"), [&](std::string_view part) {
      const std::size_t blank = part.find(' ');
      double grams = 0;
      const char* end = part.data() + part.size();
      const auto food = measured(part.substr(0, std::min(blank, part.size())));
      const bool read = blank != std::string_view::npos && food && foods_.contains(food->id) &&
                        std::from_chars(part.data() + blank + 1, end, grams).ptr == end && grams > 0;
      if (!read) {
        throw InputError(row.place("ingredients") + ": not a food of the tables and its grams", std::string(part), 0,
                         "`14210 60`");
      }
      ingredient.reset();
      ingredient.bind(1, food->id);
      ingredient.executeStep();
      const auto figures = figures_at(ingredient, 0);
      for (const auto nutrient : quantity::all_nutrients) {
        const auto i = static_cast<std::size_t>(nutrient);
        figures[nutrient] ? sums[i] += *figures[nutrient] * grams / 100 : without_figure[i] += grams;
      }
      weight += grams;
    });
    const double yield = row.number("yield_grams").value_or(weight);
    sums[0] += yield - weight;
    if (yield <= 0 || sums[0] < 0) throw InputError(row.place("yield_grams") + ": more is lost than there is water");
    Dish dish{std::string(row["name"]) + " (typical recipe)", {}, yield};
    dish.name = text::capitalised(dish.name);
    for (const auto nutrient : quantity::all_nutrients) {
      const auto i = static_cast<std::size_t>(nutrient);
      if (without_figure[i] <= 0.05 * weight) dish.per_100g[nutrient] = sums[i] / yield * 100;
    }
    for_each_part(row["unknown"], [&](std::string_view name) {
      for (const auto nutrient : quantity::all_nutrients) {
        if (quantity::field_name(nutrient).starts_with(name)) dish.per_100g[nutrient].reset();
      }
    });
    return dish;
  }

  void containers() {
    SQLite::Statement add(db_, "INSERT INTO container VALUES (?, ?, ?, ?)");
    each("containers.csv", [&](const Row& row) {
      set(add, 1, text::key_of(text::words_of(row.required("container"))));
      set(add, 2, text::key_of(text::words_of(row["of"])));
      set(add, 3, row.number("ml"));
      set(add, 4, row.number("grams"));
      run(add);
    });
  }

  void supplements() {
    SQLite::Statement add(db_, "INSERT INTO supplement VALUES (?, ?, ?, ?)");
    SQLite::Statement add_strength(db_, "INSERT INTO salt_strength VALUES (?, ?)");
    SQLite::Statement add_alias(db_, "INSERT OR IGNORE INTO supplement_alias VALUES (?, ?)");
    each("supplements.csv", [&](const Row& row) {
      set(add, 1, row.required("name"));
      set(add, 2, row.required("element"));
      set(add, 3, row.required("formula"));
      add.bind(4, required_number(row, "share"));
      run(add);
      const auto alias = [&](std::string_view text) {
        set(add_alias, 1, text::key_of(text::words_of(text)));
        set(add_alias, 2, row["name"]);
        run(add_alias);
      };
      alias(row["name"]);
      for_each_part(row["aliases"], alias);
      for_each_part(row["salt_strengths_mg"], [&](std::string_view strength) {
        set(add_strength, 1, row["name"]);
        add_strength.bind(2, quantity::parse_number(strength));
        run(add_strength);
      });
    });
  }

  /// The solution as it is drunk: what is in a litre comes from the ingredients' table.
  void oral_rehydration() {
    double potassium = 0;
    double sodium = 0;
    each("oral_rehydration.csv", [&](const Row& row) {
      const double mg = row.number("mg_per_l").value_or(0);
      if (row["element"] == "potassium") potassium += mg;
      if (row["element"] == "sodium") sodium += mg;
    });
    constexpr std::int64_t id = oral_rehydration_id;
    SQLite::Statement add(
        db_, "INSERT INTO food VALUES (?, 'who:ors', 'Oral rehydration solution, WHO formula', 1000, 'ml', " +
                 quantity::nutrient_parameters() + ")");
    quantity::Nutrients figures;
    for (const auto nutrient : quantity::all_nutrients) figures[nutrient] = 0;
    figures[quantity::Nutrient::Water] = 1000;
    figures[quantity::Nutrient::Potassium] = potassium;
    figures[quantity::Nutrient::Sodium] = sodium;
    add.bind(1, id);
    bind_figures(add, 2, figures);
    run(add);
    SQLite::Statement everyday(db_,
                               "INSERT INTO everyday SELECT max(id) + 1, 'oral rehydration solution', ?, 'drink', "
                               "'glass', 240, NULL FROM everyday");
    everyday.bind(1, id);
    run(everyday);
    const std::int64_t everyday_id = db_.getLastInsertRowid();
    for (const char* name : {"oral rehydration solution", "oral rehydration", "rehydration solution", "ors",
                             "oral rehydration salts", "rehydration salts"}) {
      names_.title(id, everyday_id, name);
    }
  }

  void reference_intakes() {
    SQLite::Statement add(db_, "INSERT INTO reference_intake VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    each("reference_intakes.csv", [&](const Row& row) {
      set(add, 1, row.required("guideline"));
      set(add, 2, row.required("sex"));
      set(add, 3, row.required("stage"));
      add.bind(4, required_number(row, "from_years"));
      set(add, 5, row.number("below_years"));
      set(add, 6, row.required("nutrient"));
      set(add, 7, row.required("meaning"));
      add.bind(8, required_number(row, "amount"));
      set(add, 9, row.required("unit"));
      set(add, 10, row.required("basis"));
      set(add, 11, row.required("source"));
      run(add);
    });
  }

  static Measured measured_food(const Row& row, std::string_view column) {
    const std::string_view code = row.required(column);
    if (auto food = measured(code)) return *food;
    throw InputError(row.place(column) + ": not a food number", std::string(code), 0,
                     "five digits such as 09040, or a code such as A010");
  }

  std::int64_t known_food(const Row& row, std::string_view column) const {
    const std::int64_t id = measured_food(row, column).id;
    if (!foods_.contains(id))
      throw InputError(row.place(column) + ": no such food in the tables", std::string(row[column]));
    return id;
  }

  SQLite::Database& db_;
  fs::path folder_;
  NameWriter names_;
  std::set<std::int64_t> foods_;
};

/// To be followed by VACUUM, which makes the file by its own statements.
void take_out_conditions(SQLite::Database& db) {
  std::vector<std::pair<std::string, std::string>> tables;
  SQLite::Statement read(db, "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'");
  while (read.executeStep()) tables.emplace_back(read.getColumn(0).getString(), read.getColumn(1).getString());
  db.exec("PRAGMA writable_schema = ON");
  SQLite::Statement write(db, "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?");
  for (const auto& [name, sql] : tables) {
    set(write, 1, without_conditions(sql));
    set(write, 2, name);
    run(write);
  }
  db.exec("PRAGMA writable_schema = RESET");
}

}  // namespace

void build_catalogue(const fs::path& nutrient_data, const fs::path& vocabulary, const fs::path& catalogue) {
  if (catalogue.has_parent_path()) fs::create_directories(catalogue.parent_path());
  const fs::path unfinished = catalogue.string() + ".new";
  fs::remove(unfinished);
  try {
    SQLite::Database db(unfinished.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    // A line of words looks up a few rows far from each other: of pages half the usual size it reads a little more, and
    // needs a third less memory for them.
    db.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 2048");
    db.exec("PRAGMA application_id = " + std::to_string(storage::catalogue_application_id));
    db.exec("PRAGMA user_version = " + std::to_string(Catalogue::version));
    SQLite::Transaction transaction(db);
    db.exec(catalogue_schema());
    Builder(db, nutrient_data).build();
    write_vocabulary(db, vocabulary);
    db.exec(catalogue_indexes);
    take_out_conditions(db);
    transaction.commit();
    db.exec("VACUUM");
  } catch (const SQLite::Exception& error) {
    throw StorageError(StorageError::Kind::Failed, "the catalogue could not be built: " + std::string(error.what()));
  }
  fs::rename(unfinished, catalogue);
}

}  // namespace lytes::foods

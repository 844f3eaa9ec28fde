#include "lytes/foods/food_import.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include "figures.hpp"
#include "imported_schema.hpp"
#include "lytes/foods/imported_foods.hpp"
#include "lytes/storage/new_database.hpp"
#include "lytes/storage/read_only_file.hpp"
#include "lytes/text/words.hpp"
#include "table_writing.hpp"

namespace lytes::foods {

namespace {

using quantity::Nutrient;
using quantity::Nutrients;

std::string figure_columns(std::string_view type) {
  std::string columns;
  for (const auto& facts : quantity::nutrient_table)
    columns += fmt::format(", {}{}", facts.field, type.empty() ? "" : " " + std::string(type));
  return columns;
}

std::string stage_tables() {
  return R"sql(
CREATE TABLE stage.named (fdc_id INTEGER PRIMARY KEY, source INTEGER, name TEXT);
CREATE TABLE stage.label (fdc_id INTEGER PRIMARY KEY, brand TEXT, barcode INTEGER, by_volume INTEGER, serving REAL, household TEXT);
CREATE TABLE stage.portion (position INTEGER PRIMARY KEY, fdc_id INTEGER, name TEXT, grams REAL);
CREATE TABLE stage.figures (fdc_id INTEGER PRIMARY KEY)sql" +
         figure_columns("REAL") + ");";
}

/// Rows of one food may stand apart: what is known already stays beside what comes.
std::string merge_figures() {
  std::string merged;
  for (const auto& facts : quantity::nutrient_table)
    merged += fmt::format("{0}{1} = coalesce(excluded.{1}, {1})", merged.empty() ? "" : ", ", facts.field);
  return "INSERT INTO stage.figures VALUES (?, " + quantity::nutrient_parameters() +
         ") ON CONFLICT (fdc_id) DO UPDATE SET " + merged;
}

/// 100 g hold no more than they weigh; a millilitre of syrup weighs up to 1.45 g, and labels round.
bool is_possible(Nutrient nutrient, double per_100) {
  constexpr double most_grams = 150;
  const bool in_grams = nutrient == Nutrient::Water || nutrient == Nutrient::Alcohol;
  return per_100 <= (in_grams ? most_grams : most_grams * 1000);
}

std::string any_figure() {
  std::string any;
  for (const auto& facts : quantity::nutrient_table)
    any += fmt::format("{}{} IS NOT NULL", any.empty() ? "" : " OR ", facts.field);
  return any;
}

constexpr const char* columns = "fdc_id, source, name, brand, barcode, by_volume, serving, household";

/// Everything there is to choose from, each food once.
std::string all_foods(bool has_old) {
  std::string sql =
      "SELECT fdc_id, source, name, coalesce(brand, '') AS brand, barcode, coalesce(by_volume, 0) AS by_volume, "
      "serving, "
      "coalesce(household, '') AS household" +
      figure_columns("") +
      " FROM stage.named LEFT JOIN stage.label USING (fdc_id) LEFT JOIN stage.figures USING (fdc_id)";
  if (has_old) {
    sql += fmt::format(" UNION ALL SELECT {}{} FROM old.food WHERE fdc_id NOT IN (SELECT fdc_id FROM stage.named)",
                       columns, figure_columns(""));
  }
  return sql;
}

/// The newest of each barcode, or of each name, gets its id in the order in which it is offered.
std::string choose_foods(bool has_old) {
  return fmt::format(
      "INSERT INTO main.food SELECT NULL, {0}{1} FROM (SELECT *, row_number() OVER (PARTITION BY barcode, CASE WHEN "
      "barcode IS NULL THEN source || ' ' || lower(name) || ' ' || brand END ORDER BY fdc_id DESC) AS place FROM ({2}) "
      "WHERE {3}) WHERE place = 1 ORDER BY source, length(name), name, fdc_id",
      columns, figure_columns(""), all_foods(has_old), any_figure());
}

}  // namespace

/// The new file and what is read beside it.
struct FoodImport::Tables {
  explicit Tables(const std::filesystem::path& name)
      : file(name, storage::imported_foods_application_id, ImportedFoods::version) {
    file.guarded([&] {
      file.database().exec("BEGIN;" + imported_schema() + stage_tables());
      add = prepared("INSERT OR REPLACE INTO stage.named VALUES (?, ?, ?)");
      holds = prepared("SELECT 1 FROM stage.named WHERE fdc_id = ?");
      merge = prepared(merge_figures());
      portion = prepared("INSERT INTO stage.portion (fdc_id, name, grams) VALUES (?, ?, ?)");
      label = prepared("INSERT OR REPLACE INTO stage.label VALUES (?, ?, ?, ?, ?, ?)");
    });
  }

  std::unique_ptr<SQLite::Statement> prepared(const std::string& sql) {
    return std::make_unique<SQLite::Statement>(file.database(), sql);
  }

  bool is_added(std::int64_t number) {
    if (number == asked) return asked_is_added;
    holds->bind(1, number);
    asked_is_added = holds->executeStep();
    holds->reset();
    asked = number;
    return asked_is_added;
  }

  /// The figures of one food most often stand together, and are written at once.
  void write_run() {
    if (figures == Nutrients{}) return;
    merge->bind(1, run_number);
    bind_figures(*merge, 2, figures);
    run(*merge);
    figures = {};
  }

  void release_statements() {
    for (auto* statement : {&add, &holds, &merge, &portion, &label}) statement->reset();
  }

  std::int64_t number_from(const std::string& sql) { return file.database().execAndGet(sql).getInt64(); }

  void write_portions();
  void write_words(const FinishProgress& progress);
  ImportCounts counts();

  storage::NewDatabase file;
  std::unique_ptr<SQLite::Statement> add, holds, merge, portion, label;
  std::int64_t asked = -1;  ///< whether it was added is known
  bool asked_is_added = false;
  std::int64_t run_number = -1;
  Nutrients figures;
  std::int64_t impossible = 0;
};

void FoodImport::Tables::write_portions() {
  file.database().exec(
      "INSERT INTO main.portion SELECT fdc_id, position, name, grams FROM stage.portion WHERE fdc_id IN (SELECT fdc_id "
      "FROM main.food)");
  if (!file.has_old()) return;
  file.database().exec(
      "INSERT INTO main.portion SELECT fdc_id, position, name, grams FROM old.portion WHERE fdc_id IN (SELECT fdc_id "
      "FROM "
      "main.food) AND fdc_id NOT IN (SELECT fdc_id FROM stage.named)");
}

/// Words as names and phrases are compared, so that "cookie" finds COOKIES.
void FoodImport::Tables::write_words(const FinishProgress& progress) {
  constexpr std::int64_t told_after = 10'000;
  const std::int64_t all = number_from("SELECT count(*) FROM main.food");
  SQLite::Statement food(file.database(), "SELECT id, name || ' ' || brand FROM main.food ORDER BY id");
  SQLite::Statement search(file.database(), "INSERT INTO main.food_search (rowid, words) VALUES (?, ?)");
  while (food.executeStep()) {
    const std::int64_t id = food.getColumn(0).getInt64();
    search.bind(1, id);
    search.bind(2, text::key_of(text::words_of(food.getColumn(1).getString())));
    run(search);
    if (progress && id % told_after == 0) progress(id, all);
  }
}

ImportCounts FoodImport::Tables::counts() {
  const std::string taken = "SELECT count(*) FROM main.food WHERE fdc_id IN (SELECT fdc_id FROM stage.named)";
  ImportCounts counts;
  counts.read = number_from("SELECT count(*) FROM stage.named");
  counts.without_figures =
      number_from("SELECT count(*) FROM stage.named WHERE fdc_id NOT IN (SELECT fdc_id FROM stage.figures)");
  if (file.has_old()) counts.updated = number_from(taken + " AND fdc_id IN (SELECT fdc_id FROM old.food)");
  counts.added = number_from(taken) - counts.updated;
  counts.older = counts.read - counts.without_figures - counts.added - counts.updated;
  counts.impossible = impossible;
  counts.foods = number_from("SELECT count(*) FROM main.food");
  counts.with_barcode = number_from("SELECT count(*) FROM main.food WHERE barcode IS NOT NULL");
  return counts;
}

FoodImport::FoodImport(const std::filesystem::path& file) : tables_(std::make_unique<Tables>(file)) {}

FoodImport::~FoodImport() = default;

void FoodImport::add(std::int64_t number, FoodSource source, std::string_view name) {
  tables_->file.guarded([&] {
    SQLite::Statement& add = *tables_->add;
    add.bind(1, number);
    add.bind(2, static_cast<int>(source));
    set(add, 3, name);
    run(add);
  });
}

void FoodImport::figure(std::int64_t number, Nutrient nutrient, double per_100) {
  tables_->file.guarded([&] {
    if (!tables_->is_added(number)) return;
    if (number != tables_->run_number) tables_->write_run();
    tables_->run_number = number;
    if (is_possible(nutrient, per_100)) {
      tables_->figures[nutrient] = per_100;
    } else {
      ++tables_->impossible;
    }
  });
}

void FoodImport::portion(std::int64_t number, std::string_view name, double grams) {
  tables_->file.guarded([&] {
    if (!tables_->is_added(number)) return;
    SQLite::Statement& portion = *tables_->portion;
    portion.bind(1, number);
    set(portion, 2, name);
    portion.bind(3, grams);
    run(portion);
  });
}

void FoodImport::label(std::int64_t number, const Label& said) {
  tables_->file.guarded([&] {
    if (!tables_->is_added(number)) return;
    SQLite::Statement& label = *tables_->label;
    label.bind(1, number);
    set(label, 2, said.brand);
    said.barcode ? label.bind(3, *said.barcode) : label.bind(3);
    label.bind(4, said.by_volume ? 1 : 0);
    set(label, 5, said.serving);
    set(label, 6, said.household);
    run(label);
  });
}

ImportCounts FoodImport::finish(const FinishProgress& progress) {
  return tables_->file.guarded([&] {
    tables_->write_run();
    SQLite::Database& db = tables_->file.database();
    db.exec(choose_foods(tables_->file.has_old()));
    db.exec(imported_indexes);
    tables_->write_portions();
    tables_->write_words(progress);
    const ImportCounts counts = tables_->counts();
    db.exec("COMMIT");
    return counts;
  });
}

void FoodImport::publish() {
  tables_->release_statements();
  tables_->file.publish();
}

}  // namespace lytes::foods

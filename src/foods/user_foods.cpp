#include "lytes/foods/user_foods.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "figures.hpp"
#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/storage/row_cursor.hpp"
#include "lytes/text/words.hpp"
#include "own_ref.hpp"

namespace lytes::foods {

namespace {

FoodKind kind_from(const std::string& word) {
  if (word == "drink") return FoodKind::Drink;
  return word == "supplement" ? FoodKind::Supplement : FoodKind::Food;
}

const std::string& select_foods() {
  static const std::string sql =
      "SELECT id, name, kind, basis_amount, basis_unit, " + quantity::nutrient_columns() + ", barcode FROM own_food";
  return sql;
}

constexpr int barcode_column = 5 + static_cast<int>(quantity::nutrient_count);

Food food_at(SQLite::Database& db, SQLite::Statement& row) {
  const std::int64_t id = row.getColumn(0).getInt64();
  Food food{own_ref(id),
            row.getColumn(1).getString(),
            kind_from(row.getColumn(2).getString()),
            {row.getColumn(3).getDouble(), row.getColumn(4).getString()},
            figures_at(row, 5),
            {},
            std::nullopt,
            std::nullopt,
            {},
            row.getColumn(barcode_column).getString()};
  SQLite::Statement portion(db, "SELECT name, grams FROM own_portion WHERE own_food_id = ? ORDER BY name");
  portion.bind(1, id);
  while (portion.executeStep())
    food.portions.push_back({portion.getColumn(0).getString(), portion.getColumn(1).getDouble()});
  if (!food.portions.empty()) food.usual = food.portions.front();
  return food;
}

/// @return the number of the parameter behind the last
int bind_food(SQLite::Statement& statement, const Food& food) {
  statement.bind(1, food.name);
  statement.bind(2, std::string(word_for(food.kind)));
  statement.bind(3, food.basis.amount);
  statement.bind(4, food.basis.unit);
  bind_figures(statement, 5, food.per_basis);
  const int barcode = 5 + static_cast<int>(quantity::nutrient_count);
  food.barcode.empty() ? statement.bind(barcode) : statement.bind(barcode, food.barcode);
  return barcode + 1;
}

void write_portions(SQLite::Database& db, std::int64_t id, const std::vector<Portion>& portions) {
  SQLite::Statement clear(db, "DELETE FROM own_portion WHERE own_food_id = ?");
  clear.bind(1, id);
  clear.exec();
  SQLite::Statement add(db, "INSERT INTO own_portion VALUES (?, ?, ?)");
  for (const auto& portion : portions) {
    add.bind(1, id);
    add.bind(2, portion.name);
    add.bind(3, portion.grams);
    add.exec();
    add.reset();
  }
}

/// Names from one up to another, as the index orders them: without regard to the case of ASCII letters.
struct NameRange {
  std::string from;
  std::string to;
};

/// Where all names lie that may be compared by this key: they begin as its first word does, up to a letter with an
/// accent or an apostrophe, or with no letter or figure of ASCII at all.
std::vector<NameRange> ranges_of_names(const std::string& key) {
  const std::string last = "\xFF";
  std::vector<NameRange> ranges = {{"", "0"}, {":", "a"}, {"{", last}};
  std::string beginning = key.substr(0, key.find(' '));
  if (beginning.size() > 3) beginning.pop_back();     // what a plural changes
  if (beginning.starts_with("wit")) beginning = "w";  // "w/ milk" is "with milk"
  ranges.push_back({beginning, beginning + last});
  for (std::size_t length = 1; length < beginning.size(); ++length) {
    const std::string part = beginning.substr(0, length);
    ranges.push_back({part + "'", part + "("});
    ranges.push_back({part + "\x7F", part + last});
  }
  return ranges;
}

std::string word_for(Question question) { return question == Question::Food ? "food" : "salt"; }

void require_texts_that_fit(const Food& food) {
  require_text_that_fits("The name of a food", food.name);
  require_text_that_fits("A unit", food.basis.unit);
  for (const Portion& portion : food.portions) require_text_that_fits("The name of a portion", portion.name);
}

[[noreturn]] void no_such_food(std::string_view ref) {
  throw NotFoundError("no_such_food", "there is no food of yours under " + std::string(ref));
}

/// Asked for each name of a line, by most people with none of their own: a statement for all of them is dear to
/// prepare.
bool are_there_any(storage::JournalFile& journal) {
  return storage::RowCursor(journal, "SELECT 1 FROM own_food LIMIT 1").step();
}

}  // namespace

void UserFoods::require_name_is_free(const Food& food, std::int64_t besides) const {
  SQLite::Statement taken(journal_.database(), "SELECT 1 FROM own_food WHERE name = ? COLLATE NOCASE AND id <> ?");
  taken.bind(1, food.name);
  taken.bind(2, besides);
  if (!taken.executeStep()) return;
  throw InputError("you already have a food called \"" + food.name + "\"", food.name, 0,
                   "another name, `lytes foods edit " + text::in_quotes(food.name) +
                       "` to change it, or `lytes foods delete " + text::in_quotes(food.name) + "` first");
}

void UserFoods::require_barcode_is_free(const Food& food) const {
  const auto other = food.barcode.empty() ? std::nullopt : with_barcode(food.barcode);
  if (!other || other->ref == food.ref) return;
  throw InputError("this barcode is that of your \"" + other->name + "\"", food.barcode, 0,
                   "`lytes foods edit " + text::in_quotes(other->name) + " --barcode unknown` first");
}

Food UserFoods::add(const Food& food) {
  require_texts_that_fit(food);
  return journal_.guarded([&] {
    SQLite::Database& db = journal_.database();
    require_name_is_free(food, 0);
    require_barcode_is_free(food);
    SQLite::Statement insert(db, "INSERT INTO own_food (name, kind, basis_amount, basis_unit, " +
                                     quantity::nutrient_columns() + ", barcode) VALUES (?, ?, ?, ?, " +
                                     quantity::nutrient_parameters() + ", ?)");
    bind_food(insert, food);
    insert.exec();
    const std::int64_t id = db.getLastInsertRowid();
    write_portions(db, id, food.portions);
    return *find(own_ref(id));
  });
}

void UserFoods::update(const Food& food) {
  require_texts_that_fit(food);
  journal_.guarded([&] {
    const auto id = own_id(food.ref);
    if (!id || !find(food.ref)) no_such_food(food.ref);
    require_name_is_free(food, *id);
    require_barcode_is_free(food);
    std::string columns = "name = ?, kind = ?, basis_amount = ?, basis_unit = ?";
    for (const auto& facts : quantity::nutrient_table) columns += ", " + std::string(facts.field) + " = ?";
    SQLite::Statement update(journal_.database(), "UPDATE own_food SET " + columns + ", barcode = ? WHERE id = ?");
    update.bind(bind_food(update, food), *id);
    update.exec();
    write_portions(journal_.database(), *id, food.portions);
  });
}

void UserFoods::remove(std::string_view ref) {
  journal_.guarded([&] {
    const auto id = own_id(ref);
    if (!id || !find(ref)) no_such_food(ref);
    write_portions(journal_.database(), *id, {});
    for (const char* sql :
         {"DELETE FROM recipe_item WHERE own_food_id = ?", "DELETE FROM recipe WHERE own_food_id = ?"}) {
      SQLite::Statement unmake(journal_.database(), sql);
      unmake.bind(1, *id);
      unmake.exec();
    }
    SQLite::Statement forget(journal_.database(),
                             "DELETE FROM remembered_answer WHERE question = 'food' AND answer = ?");
    forget.bind(1, std::string(ref));
    forget.exec();
    SQLite::Statement drop(journal_.database(), "DELETE FROM own_food WHERE id = ?");
    drop.bind(1, *id);
    drop.exec();
  });
}

std::optional<Food> UserFoods::find(std::string_view ref) const {
  return journal_.guarded([&]() -> std::optional<Food> {
    const auto id = own_id(ref);
    if (!id) return std::nullopt;
    SQLite::Statement query(journal_.database(), select_foods() + " WHERE id = ?");
    query.bind(1, *id);
    if (!query.executeStep()) return std::nullopt;
    return food_at(journal_.database(), query);
  });
}

std::vector<Food> UserFoods::all() const {
  return journal_.guarded([&] {
    std::vector<Food> foods;
    if (!are_there_any(journal_)) return foods;
    SQLite::Statement query(journal_.database(), select_foods() + " ORDER BY name COLLATE NOCASE");
    while (query.executeStep()) foods.push_back(food_at(journal_.database(), query));
    return foods;
  });
}

std::optional<Food> UserFoods::called(const std::string& key) const {
  return journal_.guarded([&]() -> std::optional<Food> {
    SQLite::Database& db = journal_.database();
    if (key.empty() || !are_there_any(journal_)) return std::nullopt;
    SQLite::Statement query(db, "SELECT name, id FROM own_food WHERE name >= ?1 AND name < ?2 ORDER BY name");
    std::optional<std::pair<std::string, std::int64_t>> first;
    for (const NameRange& range : ranges_of_names(key)) {
      query.bind(1, range.from);
      query.bind(2, range.to);
      while (query.executeStep()) {
        std::pair<std::string, std::int64_t> one{query.getColumn(0).getString(), query.getColumn(1).getInt64()};
        if (text::key_of(text::words_of(one.first)) == key && (!first || one < *first)) first = std::move(one);
      }
      query.reset();
    }
    return first ? find(own_ref(first->second)) : std::nullopt;
  });
}

std::optional<Food> UserFoods::with_barcode(std::string_view barcode) const {
  return journal_.guarded([&]() -> std::optional<Food> {
    SQLite::Statement query(journal_.database(), select_foods() + " WHERE barcode = ? ORDER BY id LIMIT 1");
    query.bind(1, std::string(barcode));
    if (!query.executeStep()) return std::nullopt;
    return food_at(journal_.database(), query);
  });
}

void UserFoods::each_name(const std::function<void(std::string_view ref, std::string_view name)>& visit) const {
  journal_.guarded([&] {
    storage::RowCursor rows(journal_, "SELECT id, name FROM own_food ORDER BY name");
    while (rows.step()) visit(own_ref(rows.integer(0)), rows.text(1));
  });
}

std::optional<std::string> Answers::given(Question question, const std::string& words) const {
  return journal_.guarded([&]() -> std::optional<std::string> {
    storage::RowCursor answer(journal_, "SELECT answer FROM remembered_answer WHERE question = ? AND words = ?");
    answer.bind(1, word_for(question));
    answer.bind(2, words);
    if (!answer.step()) return std::nullopt;
    return std::string(answer.text(0));
  });
}

void Answers::remember(const Answer& answer) {
  require_text_that_fits("The name of a food", answer.words);
  journal_.guarded([&] {
    SQLite::Statement upsert(journal_.database(),
                             "INSERT INTO remembered_answer VALUES (?, ?, ?)"
                             " ON CONFLICT (question, words) DO UPDATE SET answer = excluded.answer");
    upsert.bind(1, word_for(answer.question));
    upsert.bind(2, answer.words);
    upsert.bind(3, answer.answer);
    upsert.exec();
  });
}

}  // namespace lytes::foods

#include "lytes/foods/catalogue.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>

#include "figures.hpp"
#include "lytes/errors.hpp"
#include "lytes/storage/read_only_file.hpp"
#include "usual_portion.hpp"

namespace lytes::foods {

namespace {

Title title_at(SQLite::Statement& row) {
  Title title{row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString(), std::nullopt};
  if (!row.isColumnNull(3)) title.everyday = row.getColumn(3).getInt64();
  return title;
}

/// A prepared statement for one use, with nothing bound or read from the last one.
class Use {
 public:
  explicit Use(SQLite::Statement& statement) : statement_(statement) { statement_.clearBindings(); }
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;
  ~Use() { statement_.tryReset(); }

  SQLite::Statement* operator->() { return &statement_; }
  SQLite::Statement& operator*() { return statement_; }

 private:
  SQLite::Statement& statement_;
};

/// @param query prepared when it is first asked, and kept: one line asks for many names
std::vector<Title> titles(storage::ReadOnlyFile& file, std::unique_ptr<SQLite::Statement>& query, const char* sql,
                          const std::string& key) {
  return file.guarded([&] {
    std::vector<Title> found;
    if (!query) query = std::make_unique<SQLite::Statement>(file.database(), sql);
    Use row(*query);
    row->bind(1, key);
    while (row->executeStep()) found.push_back(title_at(*row));
    return found;
  });
}

FoodKind kind_called(const std::string& word) {
  if (word == "drink") return FoodKind::Drink;
  return word == "supplement" ? FoodKind::Supplement : FoodKind::Food;
}

}  // namespace

std::optional<Portion> usual_of(const std::vector<Portion>& portions) {
  constexpr std::array<std::string_view, 12> preferred = {"medium", "fruit", "large",   "each", "piece",  "slice",
                                                          "item",   "bar",   "serving", "cup",  "fillet", "tbsp"};
  for (const auto word : preferred) {
    for (const auto& portion : portions) {
      if (portion.name.starts_with(word)) return portion;
    }
  }
  if (portions.empty()) return std::nullopt;
  return portions.front();
}

std::string_view word_for(FoodKind kind) {
  switch (kind) {
    case FoodKind::Drink:
      return "drink";
    case FoodKind::Food:
      return "food";
    case FoodKind::Supplement:
      return "supplement";
  }
  return "food";
}

/// What reads a food, prepared once.
struct Catalogue::FoodQueries {
  explicit FoodQueries(SQLite::Database& db)
      : food(db, "SELECT id, ref, name, basis_amount, basis_unit, " + quantity::nutrient_columns() +
                     " FROM food WHERE ref = ?"),
        portions(db, "SELECT name, grams FROM portion WHERE food_id = ? ORDER BY position"),
        usual(db,
              "SELECT kind, portion, grams, each_grams FROM everyday"
              " WHERE id = coalesce(?1, (SELECT min(id) FROM everyday WHERE food_id = ?2))"),
        names(db,  // answered by title_by_food alone: the titles of a food stand far apart
              "SELECT words FROM title WHERE food_id = ?2 AND everyday_id IS NOT NULL AND (?1 IS NULL OR "
              "everyday_id = ?1) ORDER BY id") {}

  SQLite::Statement food;
  SQLite::Statement portions;
  SQLite::Statement usual;
  SQLite::Statement names;
};

Catalogue::Catalogue(storage::ReadOnlyFile& file) : file_(file) {}

Catalogue::~Catalogue() = default;

Catalogue::FoodQueries& Catalogue::food_queries() const {
  if (!food_queries_) food_queries_ = std::make_unique<FoodQueries>(file_.database());
  return *food_queries_;
}

std::optional<Food> Catalogue::find(std::string_view ref, std::optional<std::int64_t> everyday) const {
  return file_.guarded([&]() -> std::optional<Food> {
    Use query(food_queries().food);
    query->bind(1, std::string(ref));
    if (!query->executeStep()) return std::nullopt;
    Food food{query->getColumn(1).getString(),
              query->getColumn(2).getString(),
              FoodKind::Food,
              {query->getColumn(3).getDouble(), query->getColumn(4).getString()},
              figures_at(*query, 5),
              {},
              std::nullopt,
              std::nullopt,
              {}};
    const std::int64_t id = query->getColumn(0).getInt64();

    Use portion(food_queries().portions);
    portion->bind(1, id);
    while (portion->executeStep())
      food.portions.push_back({portion->getColumn(0).getString(), portion->getColumn(1).getDouble()});

    Use usual(food_queries().usual);
    if (everyday) usual->bind(1, *everyday);
    usual->bind(2, id);
    Use names(food_queries().names);
    if (everyday) names->bind(1, *everyday);
    names->bind(2, id);
    while (names->executeStep()) {
      std::string words = names->getColumn(0).getString();
      if (std::ranges::find(food.everyday_words, words) == food.everyday_words.end())
        food.everyday_words.push_back(std::move(words));
    }
    if (usual->executeStep()) {
      food.kind = kind_called(usual->getColumn(0).getString());
      food.usual = Portion{usual->getColumn(1).getString(), usual->getColumn(2).getDouble()};
      if (!usual->isColumnNull(3)) food.each_grams = usual->getColumn(3).getDouble();
    } else {
      food.usual = usual_of(food.portions);
    }
    return food;
  });
}

std::vector<Title> Catalogue::titled(const std::string& words) const {
  return titles(file_, titled_,
                "SELECT ref, text, name, everyday_id FROM title JOIN food ON food.id = food_id WHERE words = ?"
                " ORDER BY everyday_id IS NULL, title.id",
                words);
}

std::vector<Title> Catalogue::titled_in_any_order(const std::string& sorted_words) const {
  return titles(file_, titled_in_any_order_,
                "SELECT ref, text, name, everyday_id FROM title JOIN food ON food.id = food_id WHERE sorted_words = ?"
                " ORDER BY everyday_id IS NULL, title.id",
                sorted_words);
}

void Catalogue::search(const std::vector<std::string>& words, bool last_is_prefix,
                       const std::function<void(const TitleHit&)>& each) const {
  std::string match;
  for (const auto& word : words) {
    if (!match.empty()) match += ' ';
    match += '"' + word + '"';  // words hold letters, digits and '%' only, so a quoted word is one FTS5 string
  }
  if (match.empty()) return;
  if (last_is_prefix) match += '*';
  file_.guarded([&] {
    SQLite::Statement query(file_.database(),
                            "SELECT title.id, food_id, everyday_id, title.words, head_words, cost, state, brands"
                            " FROM title_search JOIN title ON title.id = title_search.rowid"
                            " WHERE title_search MATCH ?");
    query.bind(1, match);
    TitleHit hit;
    while (query.executeStep()) {
      hit.title = query.getColumn(0).getInt64();
      hit.food = query.getColumn(1).getInt64();
      hit.everyday.reset();
      if (!query.isColumnNull(2)) hit.everyday = query.getColumn(2).getInt64();
      const SQLite::Column held = query.getColumn(3);
      hit.words = {held.getText(), static_cast<std::size_t>(held.getBytes())};
      hit.rank.head_words = query.getColumn(4).getInt();
      hit.rank.cost = query.getColumn(5).getInt();
      hit.rank.state = query.getColumn(6).getInt();
      hit.rank.brands = query.getColumn(7).getText();
      each(hit);
    }
  });
}

Title Catalogue::title(std::int64_t id) const {
  return file_.guarded([&] {
    if (!title_) {
      title_ = std::make_unique<SQLite::Statement>(
          file_.database(),
          "SELECT ref, text, name, everyday_id FROM title JOIN food ON food.id = food_id WHERE title.id = ?");
    }
    Use row(*title_);
    row->bind(1, id);
    if (!row->executeStep()) throw NotFoundError("no_such_food", "there is no title " + std::to_string(id));
    return title_at(*row);
  });
}

void Catalogue::each_word(const std::function<void(std::string_view, int)>& each) const {
  file_.guarded([&] {
    SQLite::Statement query(file_.database(), "SELECT term, doc FROM title_word");
    while (query.executeStep()) {
      const SQLite::Column term = query.getColumn(0);
      each(std::string_view(term.getText(), static_cast<std::size_t>(term.getBytes())), query.getColumn(1).getInt());
    }
  });
}

bool Catalogue::knows_word(const std::string& word) const {
  return file_.guarded([&] {
    SQLite::Statement query(file_.database(), "SELECT 1 FROM title_search WHERE title_search MATCH ? LIMIT 1");
    query.bind(1, '"' + word + '"');
    return query.executeStep();
  });
}

std::optional<Container> Catalogue::container(const std::string& word, const std::vector<std::string>& of_words) const {
  return file_.guarded([&]() -> std::optional<Container> {
    SQLite::Statement query(file_.database(), "SELECT ml, grams FROM container WHERE word = ? AND of_words = ?");
    for (std::size_t i = 0; i <= of_words.size(); ++i) {
      query.bind(1, word);
      query.bind(2, i < of_words.size() ? of_words[i] : std::string());
      if (query.executeStep()) {
        Container found;
        if (!query.isColumnNull(0)) found.ml = query.getColumn(0).getDouble();
        if (!query.isColumnNull(1)) found.grams = query.getColumn(1).getDouble();
        return found;
      }
      query.reset();
    }
    return std::nullopt;
  });
}

std::vector<DishPart> Catalogue::parts_of(const std::string& ref) const {
  return file_.guarded([&] {
    SQLite::Statement query(file_.database(), "SELECT part, share FROM dish_part WHERE dish = ?");
    query.bind(1, ref);
    std::vector<DishPart> parts;
    while (query.executeStep()) parts.push_back({query.getColumn(0).getString(), query.getColumn(1).getDouble()});
    return parts;
  });
}

bool Catalogue::are_exchanged(const std::string& left, const std::string& right) const {
  return file_.guarded([&] {
    SQLite::Statement query(
        file_.database(),
        "SELECT 1 FROM exchange one JOIN exchange other USING (class) WHERE one.ref = ? AND other.ref = ?");
    query.bind(1, left);
    query.bind(2, right);
    return query.executeStep();
  });
}

std::optional<Supplement> Catalogue::supplement(const std::string& words) const {
  return file_.guarded([&]() -> std::optional<Supplement> {
    SQLite::Statement query(
        file_.database(),
        "SELECT name, element, formula, share FROM supplement_alias JOIN supplement USING (name) WHERE words = ?");
    query.bind(1, words);
    if (!query.executeStep()) return std::nullopt;
    return Supplement{query.getColumn(0).getString(), query.getColumn(1).getString(), query.getColumn(2).getString(),
                      query.getColumn(3).getDouble()};
  });
}

bool Catalogue::weighs_the_salt(const Supplement& salt, double mg) const {
  constexpr double most_element_mg = 500;
  if (mg > most_element_mg) return true;
  return file_.guarded([&] {
    SQLite::Statement query(file_.database(), "SELECT 1 FROM salt_strength WHERE name = ? AND mg = ?");
    query.bind(1, salt.name);
    query.bind(2, mg);
    return query.executeStep();
  });
}

}  // namespace lytes::foods

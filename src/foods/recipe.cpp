#include "lytes/foods/recipe.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>

#include "figures.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/user_foods.hpp"
#include "lytes/storage/journal_file.hpp"
#include "own_ref.hpp"

namespace lytes::foods {

namespace {

using quantity::Nutrient;

quantity::Nutrients sum_of(const std::vector<Serving>& items) {
  quantity::Nutrients sum;
  for (const auto nutrient : quantity::all_nutrients) {
    std::optional<double> total = 0;
    for (const auto& item : items) {
      const auto& amount = item.nutrients[nutrient];
      if (total && amount) {
        *total += *amount;
      } else {
        total.reset();
      }
    }
    sum[nutrient] = total;
  }
  return sum;
}

void bind_optional(SQLite::Statement& statement, int place, const std::optional<double>& number) {
  if (number) {
    statement.bind(place, *number);
  } else {
    statement.bind(place);
  }
}

std::optional<double> number_at(SQLite::Statement& row, int column) {
  if (row.isColumnNull(column)) return std::nullopt;
  return row.getColumn(column).getDouble();
}

void write_items(SQLite::Database& db, std::int64_t id, const std::vector<Serving>& items) {
  SQLite::Statement add(db,
                        "INSERT INTO recipe_item VALUES (?, ?, ?, ?, ?, ?, " + quantity::nutrient_parameters() + ")");
  int position = 0;
  for (const auto& item : items) {
    add.bind(1, id);
    add.bind(2, ++position);
    if (item.ref.empty()) {
      add.bind(3);
    } else {
      add.bind(3, item.ref);
    }
    add.bind(4, item.description);
    add.bind(5, item.amount);
    bind_optional(add, 6, item.grams);
    bind_figures(add, 7, item.nutrients);
    add.exec();
    add.reset();
  }
}

void write_recipe(SQLite::Database& db, std::int64_t id, const Recipe& recipe) {
  SQLite::Statement insert(db, "INSERT INTO recipe VALUES (?, ?, ?)");
  insert.bind(1, id);
  insert.bind(2, recipe.servings);
  bind_optional(insert, 3, recipe.yield_grams);
  insert.exec();
  write_items(db, id, recipe.items);
}

}  // namespace

std::optional<double> Recipe::grams_in() const {
  double sum = 0;
  for (const auto& item : items) {
    if (!item.grams) return std::nullopt;
    sum += *item.grams;
  }
  return sum;
}

Food food_from(const Recipe& recipe) {
  Food food{};
  food.name = recipe.name;
  food.kind = FoodKind::Food;
  food.per_basis = sum_of(recipe.items);
  const auto grams_in = recipe.grams_in();
  const auto grams = recipe.yield_grams ? recipe.yield_grams : grams_in;
  if (!grams || *grams <= 0) {
    food.basis = {recipe.servings, "serving"};
    return food;
  }
  food.basis = {*grams, "g"};
  food.usual = Portion{"serving", *grams / recipe.servings};
  food.portions = {*food.usual};
  auto& water = food.per_basis[Nutrient::Water];
  // Without the weight that went in nobody can say how much water boiled off.
  if (!grams_in) {
    water.reset();
  } else if (water) {
    *water = std::max(0.0, *water + *grams - *grams_in);
  }
  return food;
}

Food RecipeBook::add(const Recipe& recipe) {
  return journal_.guarded([&] {
    SQLite::Database& db = journal_.database();
    Food food = UserFoods(journal_).add(food_from(recipe));
    write_recipe(db, *own_id(food.ref), recipe);
    return food;
  });
}

Food RecipeBook::replace(std::string_view ref, const Recipe& recipe) {
  return journal_.guarded([&] {
    SQLite::Database& db = journal_.database();
    UserFoods foods(journal_);
    Food food = food_from(recipe);
    food.ref = ref;
    foods.update(food);
    const std::int64_t id = own_id(ref).value();
    for (const char* sql :
         {"DELETE FROM recipe_item WHERE own_food_id = ?", "DELETE FROM recipe WHERE own_food_id = ?"}) {
      SQLite::Statement clear(db, sql);
      clear.bind(1, id);
      clear.exec();
    }
    write_recipe(db, id, recipe);
    return *foods.find(ref);
  });
}

std::optional<Recipe> RecipeBook::find(std::string_view ref) const {
  return journal_.guarded([&]() -> std::optional<Recipe> {
    const auto id = own_id(ref);
    if (!id) return std::nullopt;
    SQLite::Database& db = journal_.database();
    SQLite::Statement query(db,
                            "SELECT f.name, r.servings, r.yield_g FROM recipe r JOIN own_food f ON f.id = r.own_food_id"
                            " WHERE r.own_food_id = ?");
    query.bind(1, *id);
    if (!query.executeStep()) return std::nullopt;
    Recipe recipe{query.getColumn(0).getString(), query.getColumn(1).getDouble(), number_at(query, 2), {}};
    SQLite::Statement item(db, "SELECT coalesce(food, ''), description, amount, grams, " +
                                   quantity::nutrient_columns() +
                                   " FROM recipe_item WHERE own_food_id = ? ORDER BY position");
    item.bind(1, *id);
    while (item.executeStep()) {
      recipe.items.push_back({item.getColumn(0).getString(),
                              item.getColumn(1).getString(),
                              FoodKind::Food,
                              item.getColumn(2).getString(),
                              number_at(item, 3),
                              figures_at(item, 4),
                              {}});
    }
    return recipe;
  });
}

std::vector<Food> RecipeBook::all() const {
  return journal_.guarded([&] {
    std::vector<Food> recipes;
    for (auto& food : UserFoods(journal_).all()) {
      if (find(food.ref)) recipes.push_back(std::move(food));
    }
    return recipes;
  });
}

}  // namespace lytes::foods

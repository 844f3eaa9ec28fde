#include "json/entry.hpp"
#include "lytes/report/recipe_page.hpp"

namespace lytes::report {

std::string recipe_json(const foods::Recipe& recipe, const foods::Food& food) {
  Json items = Json::array();
  for (const auto& item : recipe.items) {
    items.push_back({{"food", item.ref.empty() ? Json(nullptr) : Json(item.ref)},
                     {"description", item.description},
                     {"amount", item.amount},
                     {"grams", figure(item.grams)},
                     {"nutrients", nutrients_json(item.nutrients)}});
  }
  return text_of(Json{{"recipe",
                       {{"food", food.ref},
                        {"name", recipe.name},
                        {"servings", figure(recipe.servings, 3)},
                        {"yield_grams", figure(recipe.yield_grams)},
                        {"grams_in", figure(recipe.grams_in())},
                        {"items", std::move(items)},
                        {"per_serving", nutrients_json(food.per_basis.times(1 / recipe.servings))}}}});
}

}  // namespace lytes::report

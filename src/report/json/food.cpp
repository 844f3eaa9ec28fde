#include "json/entry.hpp"
#include "lytes/report/food_page.hpp"

namespace lytes::report {

std::string foods_json(std::span<const foods::Food> foods) {
  Json list = Json::array();
  for (const auto& food : foods) {
    Json portions = Json::array();
    for (const auto& portion : food.portions)
      portions.push_back({{"name", portion.name}, {"grams", figure(portion.grams)}});
    list.push_back(
        {{"food", food.ref},
         {"name", food.name},
         {"kind", word_for(food.kind)},
         {"per", {{"amount", food.basis.amount}, {"unit", food.basis.unit}}},
         {"nutrients", nutrients_json(food.per_basis)},
         {"usual", food.usual ? Json{{"name", food.usual->name}, {"grams", figure(food.usual->grams)}} : Json(nullptr)},
         {"portions", std::move(portions)}});
  }
  return text_of(Json{{"foods", std::move(list)}});
}

}  // namespace lytes::report

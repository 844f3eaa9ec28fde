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
         {"portions", std::move(portions)},
         {"barcode", food.barcode.empty() ? Json(nullptr) : Json(food.barcode)}});
  }
  return text_of(Json{{"foods", std::move(list)}});
}

std::string imported_foods_json(const foods::ImportCounts& counts, const std::filesystem::path& file, bool dry_run) {
  return text_of(Json{{"imported_foods",
                       {{"file", file.string()},
                        {"saved", !dry_run},
                        {"read", counts.read},
                        {"added", counts.added},
                        {"updated", counts.updated},
                        {"without_figures", counts.without_figures},
                        {"older", counts.older},
                        {"impossible_figures", counts.impossible},
                        {"foods", counts.foods},
                        {"with_barcode", counts.with_barcode}}}});
}

}  // namespace lytes::report

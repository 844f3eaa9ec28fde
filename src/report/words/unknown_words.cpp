#include "words/unknown_words.hpp"

#include <fmt/format.h>

#include <vector>

#include "lytes/foods/unknown_figures.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"

namespace lytes::report {

namespace {

foods::FoodKind food_kind(journal::EntryKind kind) {
  if (kind == journal::EntryKind::Drink) return foods::FoodKind::Drink;
  return kind == journal::EntryKind::Supplement ? foods::FoodKind::Supplement : foods::FoodKind::Food;
}

}  // namespace

std::string command_for(const timeline::UnknownProduct& product) {
  return foods::command_that_tells(product.name, product.food.value_or(""), food_kind(product.kind), product.amount,
                                   product.nutrients);
}

std::string unknown_product_sentence(const timeline::UnknownProduct& product) {
  std::vector<std::string> names;
  for (const auto nutrient : product.nutrients) names.emplace_back(quantity::facts_of(nutrient).name);
  return fmt::format(
      "What \"{}\" holds of {} is not known, so nobody can say of {} whether {} short. To say it, for {} too: {}, "
      "{}.",
      text::printable(product.name), text::listed(names),
      product.days == 1 ? "one closed day" : fmt::format("{} closed days", product.days),
      product.days == 1 ? "it was" : "they were", product.days == 1 ? "that day" : "those days",
      text::printable(command_for(product)), foods::figures_of_the_label);
}

}  // namespace lytes::report

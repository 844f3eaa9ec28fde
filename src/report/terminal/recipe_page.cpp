#include "lytes/report/recipe_page.hpp"

#include <fmt/format.h>

#include <cmath>

#include "lytes/quantity/amount.hpp"
#include "lytes/report/entry_text.hpp"
#include "lytes/text/width.hpp"

namespace lytes::report {

namespace {

using quantity::Nutrient;

std::string known_or_not(const std::optional<double>& amount, const char* unit) {
  return amount ? amount_text(*amount, unit) : "unknown";
}

std::string figures(const quantity::Nutrients& nutrients) {
  return fmt::format("water {}  Mg {}  K {}", known_or_not(nutrients[Nutrient::Water], "ml"),
                     known_or_not(nutrients[Nutrient::Magnesium], "mg"),
                     known_or_not(nutrients[Nutrient::Potassium], "mg"));
}

/// What becomes of the water when a dish weighs another amount than went into it.
std::string moisture(const foods::Recipe& recipe) {
  const auto grams_in = recipe.grams_in();
  if (!recipe.yield_grams) return {};
  if (!grams_in) return "  The weight of all that went in is not known, and so the water in it is not either.\n";
  const double gained = *recipe.yield_grams - *grams_in;
  if (gained == 0) return {};
  return fmt::format("  {} of water {}.\n", amount_text(std::abs(gained), "g"),
                     gained < 0 ? "boiled off" : "were taken up");
}

}  // namespace

std::string recipe_page(const foods::Recipe& recipe, const foods::Food& food, const Style& style) {
  std::string text = bold(text::printable(recipe.name), style) +
                     fmt::format("  ({}), serves {}\n", food.ref, quantity::format_number(recipe.servings));
  for (const auto& item : recipe.items) {
    std::string line = "  " + text::printable(item.description) + "  " + text::printable(item.amount);
    if (item.grams) line += " (" + amount_text(*item.grams, "g") + ")";
    text += text::wrapped(line, style.width, 4) + "\n";
  }
  const auto grams_in = recipe.grams_in();
  if (recipe.yield_grams) {
    text += "  weighs " + amount_text(*recipe.yield_grams, "g") + " when it is done\n" + moisture(recipe);
  } else if (grams_in) {
    text += "  weighs " + amount_text(*grams_in, "g") + ", as much as went in\n";
  }
  std::string serving = "1 serving";
  if (food.usual) serving += " (" + amount_text(food.usual->grams, "g") + ")";
  text += "  " + serving + "   " + figures(food.per_basis.times(1 / recipe.servings)) + "\n";
  text += text::wrapped("  To log it: lytes eat 1 serving of " + text::printable(recipe.name), style.width, 4) + "\n";
  return in_style(text, style);
}

}  // namespace lytes::report

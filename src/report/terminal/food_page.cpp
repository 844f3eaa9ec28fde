#include "lytes/report/food_page.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "lytes/foods/imported_foods.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/report/entry_text.hpp"
#include "lytes/text/width.hpp"

namespace lytes::report {

namespace {

using quantity::Nutrient;

/// "100 g", "12.5 ml", "257 g": no more digits than the figures bear.
std::string per(const foods::Basis& basis) {
  const double steps = basis.amount >= 100 ? 1 : basis.amount >= 10 ? 10 : 1000;
  return quantity::format_number(std::round(basis.amount * steps) / steps) + " " + text::printable(basis.unit);
}

std::string short_figure(const std::optional<double>& amount) { return amount ? fmt::format("{:.0f}", *amount) : "?"; }

}  // namespace

std::string food_list(std::span<const foods::Food> foods, const Style& style) {
  constexpr std::size_t figures = 4 + 12 + 8 + 6 + 6;
  const std::size_t name_width = style.width - std::min(style.width, figures);
  std::string text =
      "  " + text::padded("", name_width) + fmt::format("{:>12} {:>7} {:>5} {:>5}\n", "per", "water", "Mg", "K");
  bool imported = false;
  for (const auto& food : foods) {
    if (!imported && foods::is_imported(food.ref)) text += "imported from FoodData Central\n";
    imported = imported || foods::is_imported(food.ref);
    text += "  " + text::padded(text::shortened(text::printable(food.name), name_width), name_width) +
            fmt::format(" {:>11} {:>7} {:>5} {:>5}\n", per(food.basis), short_figure(food.per_basis[Nutrient::Water]),
                        short_figure(food.per_basis[Nutrient::Magnesium]),
                        short_figure(food.per_basis[Nutrient::Potassium]));
  }
  return in_style(text, style);
}

std::string food_page(const foods::Food& food, const Style& style) {
  std::string text =
      bold(text::printable(food.name), style) + fmt::format("  ({}, {})\n", word_for(food.kind), food.ref);
  if (!food.barcode.empty()) text += "  barcode    " + food.barcode + "\n";
  text += "  per " + per(food.basis) + "\n";
  for (const auto& facts : quantity::nutrient_table) {
    const auto& amount = food.per_basis[facts.nutrient];
    text += fmt::format("  {:<10} {}\n", facts.name, amount ? amount_text(*amount, facts.unit) : "unknown");
  }
  if (food.usual) {
    text +=
        fmt::format("  usual      1 {} = {}\n", text::printable(food.usual->name), amount_text(food.usual->grams, "g"));
  }
  for (const auto& portion : food.portions) {
    if (food.usual && portion.name == food.usual->name && portion.grams == food.usual->grams) continue;
    text += fmt::format("             1 {} = {}\n", text::printable(portion.name), amount_text(portion.grams, "g"));
  }
  return in_style(text, style);
}

std::string imported_foods_page(const foods::ImportCounts& counts, const std::filesystem::path& file, bool dry_run,
                                const Style& style) {
  const auto foods_said = [](std::int64_t count) { return fmt::format("{} food{}", count, count == 1 ? "" : "s"); };
  std::string text =
      fmt::format("{} read: {} new, {} brought up to date", foods_said(counts.read), counts.added, counts.updated);
  if (counts.older > 0) text += fmt::format(", {} left out for a newer label or row", counts.older);
  if (counts.without_figures > 0) text += fmt::format(", {} left out for want of any figure", counts.without_figures);
  text += ".\n";
  if (counts.impossible > 0) {
    text += fmt::format("{} that no food can hold {} taken as unknown.\n",
                        counts.impossible == 1 ? "1 figure" : fmt::format("{} figures", counts.impossible),
                        counts.impossible == 1 ? "is" : "are");
  }
  if (dry_run) return text + "Nothing was saved.\n";
  text += fmt::format("{} {} there now, {} with a barcode: {}\n", foods_said(counts.foods),
                      counts.foods == 1 ? "is" : "are", counts.with_barcode, text::printable(file.string()));
  if (counts.foods > 0) {
    text +=
        "Where your own foods and those of lytes do not answer to a name you are asked\n"
        "about these; a barcode finds one: lytes eat --barcode DIGITS 30g\n";
  }
  return in_style(text, style);
}

}  // namespace lytes::report

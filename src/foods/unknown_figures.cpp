#include "lytes/foods/unknown_figures.hpp"

#include <fmt/format.h>

#include "lytes/errors.hpp"
#include "lytes/text/words.hpp"

namespace lytes::foods {

namespace {

using quantity::Amount;
using quantity::Dimension;

std::optional<Amount> amount_logged(const std::string& text, FoodKind kind) {
  try {
    return quantity::parse_amount(text, kind == FoodKind::Drink ? quantity::OunceOf::Drink : quantity::OunceOf::Food);
  } catch (const InputError&) {
    return std::nullopt;
  }
}

std::vector<std::string> unit_of(const Amount& amount) {
  std::vector<std::string> unit;
  for (auto& word : text::words_of(amount.rest)) unit.push_back(std::move(word.text));
  return unit;
}

/// "100g", "'1 scoop' --kind food"
std::string basis_of(FoodKind kind, const std::string& amount) {
  const auto logged = amount_logged(amount, kind);
  if (logged && logged->measure) {
    if (kind == FoodKind::Supplement) return text::in_quotes(amount) + " --kind supplement";
    const bool volume = quantity::dimension_of(*logged->measure) == Dimension::Volume;
    const FoodKind usual = volume ? FoodKind::Drink : FoodKind::Food;
    return std::string(volume ? "100ml" : "100g") + (kind == usual ? "" : fmt::format(" --kind {}", word_for(kind)));
  }
  const bool supplement = kind == FoodKind::Supplement;
  std::string unit = logged ? text::joined(unit_of(*logged)) : std::string();
  if (unit.empty()) unit = supplement ? "tablet" : "serving";
  return text::in_quotes("1 " + unit) + (supplement ? "" : fmt::format(" --kind {}", word_for(kind)));
}

}  // namespace

std::string command_that_tells(const std::string& name, const std::string& ref, FoodKind kind,
                               const std::string& amount, std::span<const quantity::Nutrient> unknown) {
  std::string command = ref.empty()
                            ? fmt::format("lytes foods add {} --per {}", text::in_quotes(name), basis_of(kind, amount))
                            : fmt::format("lytes foods edit {}", text::in_quotes(name));
  for (const auto nutrient : unknown) {
    const auto& facts = quantity::facts_of(nutrient);
    command += fmt::format(" --{} 0{}", facts.name, facts.unit);
  }
  return command;
}

std::optional<Serving> filled_in(const Serving& logged, const Food& food, const Catalogue& catalogue,
                                 quantity::MeasureSystem system) {
  const auto amount = amount_logged(logged.amount, logged.kind);
  if (!amount) return std::nullopt;
  Serving measured;
  try {
    const auto unit = unit_of(*amount);
    measured = measure_out(food, {*amount, unit, text::joined(unit)}, catalogue, system);
  } catch (const InputError&) {
    return std::nullopt;
  }
  Serving filled = logged;
  bool gained = false;
  for (const auto nutrient : quantity::all_nutrients) {
    if (filled.nutrients[nutrient] || !measured.nutrients[nutrient]) continue;
    filled.nutrients[nutrient] = measured.nutrients[nutrient];
    gained = true;
  }
  if (!gained) return std::nullopt;
  if (!filled.grams) filled.grams = measured.grams;
  filled.ref = food.ref;
  filled.remarks.clear();
  return filled;
}

}  // namespace lytes::foods

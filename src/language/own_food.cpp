#include "lytes/language/own_food.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "bare_number.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/barcode.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

using quantity::Nutrient;

constexpr double most_grams_of_a_portion = 20'000;
constexpr double most_of_a_basis = 20'000;  ///< grams or millilitres

/// "100ml", "1 tablet", "3 tablets".
foods::Basis read_basis(const std::string& text, quantity::OunceOf ounce, quantity::MeasureSystem measures) {
  const auto amount = quantity::parse_amount(text, ounce);
  if (amount.measure) {
    const bool volume = quantity::dimension_of(*amount.measure) == quantity::Dimension::Volume;
    const double base = amount.number * quantity::base_units_in(*amount.measure, measures);
    if (base > most_of_a_basis) {
      throw InputError("no label is for so much", text, 0,
                       volume ? "`--per 100ml`, up to 20 l" : "`--per 100g`, up to 20 kg");
    }
    return {base, volume ? "ml" : "g"};
  }
  if (amount.rest.empty())
    throw InputError("per how much of what?", text, text.size(), "`--per 100ml`, `--per 100g` or `--per \"1 tablet\"`");
  std::string unit = amount.rest;
  if (amount.number > 1 && unit.size() > 3 && unit.ends_with('s')) unit.pop_back();
  return {amount.number, unit};
}

double read_figure(Nutrient nutrient, const std::string& text, quantity::MeasureSystem measures) {
  const bool water = nutrient == Nutrient::Water;
  const char* unit = water ? "ml" : nutrient == Nutrient::Alcohol ? "g" : "mg";
  if (const auto number = bare_number(text, unit, unit)) return *number;
  const auto measured = quantity::parse_measured(text, water ? quantity::OunceOf::Drink : quantity::OunceOf::Food);
  const double base = measured.number * quantity::base_units_in(measured.measure, measures);
  const bool volume = quantity::dimension_of(measured.measure) == quantity::Dimension::Volume;
  if (volume && !water) throw InputError("not a weight", text, 0, "a weight such as `10mg`");
  return water || nutrient == Nutrient::Alcohol ? base : quantity::milligrams_in(measured.number, measured.measure);
}

/// What a tablet, a sachet or a bottle weighs is not known; but none holds as much as this.
void require_fits_in_a_piece(const foods::Food& food, const OwnFood& typed) {
  for (const auto& [nutrient, text] : typed.amounts) {
    const bool in_grams = nutrient == Nutrient::Water || nutrient == Nutrient::Alcohol;
    const double most = in_grams ? 10'000 : 20'000;
    if (food.per_basis[nutrient].value_or(0) <= most * std::max(1.0, food.basis.amount)) continue;
    throw InputError(fmt::format("no {} holds so much", food.basis.unit), text, 0,
                     fmt::format("up to {}, such as `10mg`", nutrient == Nutrient::Water ? "10 l"
                                                             : in_grams                  ? "10 kg"
                                                                                         : "20 g"));
  }
}

/// Catches a slip of the unit, such as grams for milligrams.
void require_weighs_no_more(const foods::Food& food, const OwnFood& typed) {
  if (food.basis.unit != "g" && food.basis.unit != "ml") return require_fits_in_a_piece(food, typed);
  double grams = 0;
  double most = 0;
  std::string heaviest;
  for (const auto& [nutrient, text] : typed.amounts) {
    const bool in_grams = nutrient == Nutrient::Water || nutrient == Nutrient::Alcohol;
    const double weight = food.per_basis[nutrient].value_or(0) / (in_grams ? 1 : 1000);
    grams += weight;
    if (weight > most) heaviest = text;
    most = std::max(most, weight);
  }
  // Labels round; and a millilitre of syrup weighs up to 1.45 g.
  const double at_most = food.basis.amount * (food.basis.unit == "g" ? 1.01 : 1.5);
  if (grams <= at_most) return;
  throw InputError(fmt::format("what is in {} of it would weigh {}",
                               quantity::format_amount(food.basis.amount, quantity::measure_named(food.basis.unit)),
                               quantity::format_amount(grams, quantity::Measure::Gram)),
                   heaviest, 0, "figures that together weigh no more than the food");
}

/// "slice=30g"
foods::Portion read_portion(const std::string& text) {
  const std::size_t sign = text.find('=');
  if (sign == std::string::npos || sign == 0) throw InputError("not a portion", text, 0, "`--portion slice=30g`");
  const auto weight = quantity::parse_measured(text.substr(sign + 1));
  if (quantity::dimension_of(weight.measure) != quantity::Dimension::Mass || weight.number <= 0) {
    throw InputError("a portion needs a weight", text, sign + 1, "`--portion slice=30g`");
  }
  const double grams = weight.number * quantity::base_units_in(weight.measure);
  if (grams > most_grams_of_a_portion) {
    throw InputError("a portion that nobody could lift", text, sign + 1, "up to 20 kg: `--portion slice=30g`");
  }
  return {text.substr(0, sign), grams};
}

foods::FoodKind read_kind(const OwnFood& typed, const foods::Basis& basis) {
  if (typed.kind == "drink") return foods::FoodKind::Drink;
  if (typed.kind == "food") return foods::FoodKind::Food;
  if (typed.kind == "supplement") return foods::FoodKind::Supplement;
  if (!typed.kind.empty()) throw InputError("no kind of food", typed.kind, 0, "drink, food or supplement");
  if (basis.unit == "ml") return foods::FoodKind::Drink;
  return basis.unit == "g" ? foods::FoodKind::Food : foods::FoodKind::Supplement;
}

}  // namespace

foods::Food read_own_food(const OwnFood& typed, quantity::MeasureSystem measures) {
  foods::Food food{};
  food.name = text::joined(typed.name);
  const bool drink = typed.kind == "drink";
  food.basis = read_basis(typed.per, drink ? quantity::OunceOf::Drink : quantity::OunceOf::Food, measures);
  food.kind = read_kind(typed, food.basis);
  for (const auto& [nutrient, text] : typed.amounts) {
    if (!text.empty()) food.per_basis[nutrient] = read_figure(nutrient, text, measures);
  }
  require_weighs_no_more(food, typed);
  // A drink is water unless it was said otherwise.
  if (!food.per_basis[Nutrient::Water] && food.basis.unit == "ml") food.per_basis[Nutrient::Water] = food.basis.amount;
  // A supplement's label names what is in it; what it does not name is not there in amounts that count.
  if (food.kind == foods::FoodKind::Supplement) {
    for (const auto nutrient : quantity::all_nutrients) food.per_basis[nutrient] = food.per_basis[nutrient].value_or(0);
  }
  for (const auto& portion : typed.portions) food.portions.push_back(read_portion(portion));
  if (!typed.barcode.empty()) food.barcode = foods::read_barcode(typed.barcode);
  return food;
}

foods::Food edited_own_food(foods::Food food, const OwnFood& typed, quantity::MeasureSystem measures) {
  const bool drink = typed.kind.empty() ? food.kind == foods::FoodKind::Drink : typed.kind == "drink";
  if (!typed.per.empty())
    food.basis = read_basis(typed.per, drink ? quantity::OunceOf::Drink : quantity::OunceOf::Food, measures);
  if (!typed.kind.empty()) food.kind = read_kind(typed, food.basis);
  for (const auto& [nutrient, text] : typed.amounts) {
    if (text.empty()) continue;
    food.per_basis[nutrient] = text == "unknown" ? std::nullopt : std::optional(read_figure(nutrient, text, measures));
  }
  require_weighs_no_more(food, typed);
  if (typed.barcode == "unknown") {
    food.barcode.clear();
  } else if (!typed.barcode.empty()) {
    food.barcode = foods::read_barcode(typed.barcode);
  }
  for (const auto& text : typed.portions) {
    foods::Portion portion = read_portion(text);
    std::erase_if(food.portions, [&](const foods::Portion& other) {
      return text::plain_words(other.name) == text::plain_words(portion.name);
    });
    food.portions.push_back(std::move(portion));
  }
  return food;
}

/// A dish for a feast; more is a weight or a year.
constexpr double most_servings = 1000;

double read_servings(const std::string& text) {
  const double servings = quantity::parse_number(text);
  if (servings <= 0) throw InputError("a recipe serves somebody", text, 0, "`--servings 4`");
  if (servings > most_servings) throw InputError("nobody cooks for so many", text, 0, "up to 1000: `--servings 4`");
  return servings;
}

double read_yield(const std::string& text) {
  const auto weight = quantity::parse_measured(text);
  if (quantity::dimension_of(weight.measure) != quantity::Dimension::Mass || weight.number <= 0)
    throw InputError("not a weight", text, 0, "what it weighs when it is done: `--yield 900g`");
  return weight.number * quantity::base_units_in(weight.measure);
}

/// Stock boils down to a thirtieth, and a spoon of powder makes a hundred times its weight of broth; a yield a thousand
/// times too large or too small is one in the wrong unit.
void require_yield_of(const foods::Recipe& recipe, const std::string& text) {
  constexpr double least_share = 1.0 / 50;
  constexpr double most_share = 200;
  const auto in = recipe.grams_in();
  if (!recipe.yield_grams || !in || *in <= 0) return;
  const double share = *recipe.yield_grams / *in;
  if (share >= least_share && share <= most_share) return;
  throw InputError(fmt::format("that cannot come of the {} that go in",
                               quantity::format_amount(std::round(*in), quantity::Measure::Gram)),
                   text, 0, "what it weighs when it is done: `--yield 900g`");
}

}  // namespace lytes::language

#include "lytes/language/target_amount.hpp"

#include <fmt/format.h>

#include <vector>

#include "bare_number.hpp"
#include "lytes/errors.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/targets/target_bounds.hpp"

namespace lytes::language {

namespace {

using quantity::Measure;
using quantity::Nutrient;

constexpr std::string_view name_of(Nutrient nutrient) { return quantity::facts_of(nutrient).name; }

/// "2000 ml" as "2 l", "5000 mg" as "5 g".
std::string in_words(double amount, bool volume) {
  const bool large = amount >= 1000;
  const Measure measure =
      volume ? (large ? Measure::Litre : Measure::Millilitre) : (large ? Measure::Gram : Measure::Milligram);
  return quantity::format_amount(large ? amount / 1000 : amount, measure);
}

/// In which units a number that is too small in ml or mg would be what most people are told to take.
std::vector<std::string> readings(double number, Nutrient nutrient, quantity::MeasureSystem measures) {
  constexpr double least_ml = 500;
  constexpr double most_ml = 5000;
  std::vector<std::string> found;
  if (nutrient != Nutrient::Water) {
    if (targets::target_bounds(nutrient).hold(number * 1000))
      found.push_back(quantity::format_amount(number, Measure::Gram));
    return found;
  }
  for (const Measure measure : {Measure::Litre, Measure::Cup, Measure::FluidOunce}) {
    const double ml = number * quantity::base_units_in(measure, measures);
    if (ml >= least_ml && ml <= most_ml) found.push_back(quantity::format_amount(number, measure));
  }
  return found;
}

void require_bounds(double amount, bool bare, Nutrient nutrient, const std::string& text,
                    quantity::MeasureSystem measures) {
  const auto bounds = targets::target_bounds(nutrient);
  if (bounds.hold(amount)) return;
  const bool water = nutrient == Nutrient::Water;
  std::string valid;
  if (bare && amount > 0 && amount < bounds.least)
    valid = fmt::format("{}", fmt::join(readings(amount, nutrient, measures), " or "));
  if (!valid.empty()) valid += fmt::format(" (a number alone is {}); ", water ? "ml" : "mg");
  throw InputError(
      fmt::format("{} of {} a day cannot be meant",
                  quantity::format_amount(amount, water ? Measure::Millilitre : Measure::Milligram), name_of(nutrient)),
      text, 0, valid + fmt::format("from {} to {}", in_words(bounds.least, water), in_words(bounds.most, water)));
}

}  // namespace

double read_target_amount(Nutrient nutrient, const std::string& text, quantity::MeasureSystem measures) {
  const bool water = nutrient == Nutrient::Water;
  if (const auto number = bare_number(text, water ? "ml" : "mg", water ? "l" : "g")) {
    require_bounds(*number, true, nutrient, text, measures);
    return *number;
  }
  const auto measured = quantity::parse_measured(text, water ? quantity::OunceOf::Drink : quantity::OunceOf::Food);
  const bool volume = quantity::dimension_of(measured.measure) == quantity::Dimension::Volume;
  if (volume != water) {
    throw InputError(
        fmt::format("a target of {} is a {}", name_of(nutrient), water ? "volume" : "weight"), text, 0,
        water ? "`lytes targets set water 2l`" : fmt::format("`lytes targets set {} 350mg`", name_of(nutrient)));
  }
  const double amount = water ? measured.number * quantity::base_units_in(measured.measure, measures)
                              : quantity::milligrams_in(measured.number, measured.measure);
  require_bounds(amount, false, nutrient, text, measures);
  return amount;
}

quantity::Nutrient read_target_nutrient(const std::string& word) {
  if (word == "water" || word == "fluid") return quantity::Nutrient::Water;
  if (word == "magnesium" || word == "mg") return quantity::Nutrient::Magnesium;
  if (word == "potassium" || word == "k") return quantity::Nutrient::Potassium;
  if (word == "sodium" || word == "na") return quantity::Nutrient::Sodium;
  throw InputError("no target can be set for \"" + word + "\"", word, 0, "water, magnesium, potassium or sodium");
}

}  // namespace lytes::language

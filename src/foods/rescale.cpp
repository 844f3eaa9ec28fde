#include "lytes/foods/rescale.hpp"

#include "counting.hpp"
#include "lytes/errors.hpp"
#include "lytes/text/words.hpp"

namespace lytes::foods {

namespace {

using quantity::Amount;
using quantity::OunceOf;

OunceOf ounce_for(FoodKind kind) { return kind == FoodKind::Drink ? OunceOf::Drink : OunceOf::Food; }

std::vector<std::string> unit_of(const Amount& amount) {
  std::vector<std::string> unit;
  for (auto& word : text::words_of(amount.rest)) unit.push_back(std::move(word.text));
  return unit;
}

std::string text_of(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// What was echoed when it was logged; an amount taken over from another app may be written in ways unknown here.
std::optional<Amount> amount_logged(const Serving& logged) {
  try {
    return quantity::parse_amount(logged.amount, ounce_for(logged.kind));
  } catch (const InputError&) {
    return std::nullopt;
  }
}

double size_of(const Amount& amount, quantity::MeasureSystem system) {
  return amount.number * quantity::base_units_in(*amount.measure, system);
}

/// How many times the old amount the new one is, as far as the words alone can tell.
std::optional<double> ratio_of(const Amount& now, const Amount& before, quantity::MeasureSystem system) {
  if (now.measure && before.measure) {
    if (quantity::dimension_of(*now.measure) != quantity::dimension_of(*before.measure)) return std::nullopt;
    return size_of(now, system) / size_of(before, system);
  }
  if (now.measure || before.measure || unit_of(now) != unit_of(before)) return std::nullopt;
  return now.number / before.number;
}

std::string written(const Amount& amount) {
  if (amount.measure) return quantity::format_amount(amount.number, amount.measure);
  return amount.rest.empty() ? quantity::format_number(amount.number)
                             : counted(amount.number, text_of(unit_of(amount)));
}

Serving scaled(const Serving& logged, double ratio, std::string amount) {
  Serving serving = logged;
  serving.amount = std::move(amount);
  if (serving.grams) *serving.grams *= ratio;
  serving.nutrients = logged.nutrients.times(ratio);
  serving.remarks.clear();
  return serving;
}

}  // namespace

Serving part_of(const Serving& whole, double share) {
  auto amount = amount_logged(whole);
  if (amount) amount->number *= share;
  Serving part = scaled(whole, share, amount ? written(*amount) : whole.amount);
  part.remarks = whole.remarks;
  return part;
}

Serving rescale(const Serving& logged, const std::string& text, const Food* food, const Catalogue& catalogue,
                quantity::MeasureSystem system) {
  Amount amount = quantity::parse_amount(text, ounce_for(logged.kind));
  const auto before = amount_logged(logged);
  if (before && amount.number_given && !amount.measure && amount.rest.empty()) {
    amount.measure = before->measure;
    amount.rest = before->rest;
  }
  if (!amount.number_given && !amount.measure && amount.rest.empty()) {
    throw InputError("how much was it", text, text.size(), "an amount such as `300 ml` or `2 slices`");
  }
  if (const auto ratio = before ? ratio_of(amount, *before, system) : std::nullopt)
    return scaled(logged, *ratio, written(amount));
  const bool weighed = amount.measure && quantity::dimension_of(*amount.measure) == quantity::Dimension::Mass;
  if (weighed && logged.grams.value_or(0) > 0)
    return scaled(logged, size_of(amount, system) / *logged.grams, written(amount));
  if (!food) {
    throw InputError("what it was logged from is no longer known, and \"" + text + "\" cannot be compared with \"" +
                         logged.amount + "\"",
                     text, 0, logged.grams ? "a weight such as `100 g`" : "an amount like \"" + logged.amount + "\"");
  }
  Serving anew;
  try {
    const auto unit = unit_of(amount);
    anew = measure_out(*food, {amount, unit, text_of(unit)}, catalogue, system);
  } catch (const InputError& error) {
    throw InputError(error.what(), text, 0, error.valid);
  }
  anew.kind = logged.kind;
  if (anew.grams && logged.grams.value_or(0) > 0) {
    Serving serving = scaled(logged, *anew.grams / *logged.grams, anew.amount);
    serving.remarks = std::move(anew.remarks);
    return serving;
  }
  anew.remarks.push_back(note("figures_anew", "the figures are those that " + food->name + " has now"));
  return anew;
}

}  // namespace lytes::foods

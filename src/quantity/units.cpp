#include "lytes/quantity/units.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::quantity {

namespace {

struct MeasureFacts {
  double us;
  double imperial;
  double metric;
  std::string_view name;
  std::string_view plural;
};

constexpr double us_pint = 473.176473;
constexpr double imperial_pint = 568.26125;

// In the order of Measure.
constexpr std::array<MeasureFacts, all_measures.size()> facts = {{
    {1e-6, 1e-6, 1e-6, "mcg", "mcg"},
    {1e-3, 1e-3, 1e-3, "mg", "mg"},
    {1, 1, 1, "g", "g"},
    {1000, 1000, 1000, "kg", "kg"},
    {28.349523125, 28.349523125, 28.349523125, "oz", "oz"},
    {453.59237, 453.59237, 453.59237, "lb", "lb"},
    {1, 1, 1, "ml", "ml"},
    {10, 10, 10, "cl", "cl"},
    {100, 100, 100, "dl", "dl"},
    {1000, 1000, 1000, "l", "l"},
    {us_pint / 16, imperial_pint / 20, imperial_pint / 20, "fl oz", "fl oz"},
    {us_pint / 96, 5, 5, "tsp", "tsp"},
    {us_pint / 32, 15, 15, "tbsp", "tbsp"},
    {us_pint / 2, imperial_pint / 2, 250, "cup", "cups"},
    {us_pint, imperial_pint, imperial_pint, "pint", "pints"},
    {us_pint * 2, imperial_pint * 2, imperial_pint * 2, "quart", "quarts"},
    {us_pint * 8, imperial_pint * 8, imperial_pint * 8, "gallon", "gallons"},
}};

struct Spelling {
  std::string_view word;
  Measure measure;
};

// Lower case, without a plural "s" and without dots; both are taken care of by the reader.
constexpr std::array<Spelling, 67> spellings = {{
    {"microgram", Measure::Microgram},
    {"microgramme", Measure::Microgram},
    {"mcg", Measure::Microgram},
    {"ug", Measure::Microgram},
    {"\u00B5g", Measure::Microgram},
    {"\u03BCg", Measure::Microgram},
    {"milligram", Measure::Milligram},
    {"milligramme", Measure::Milligram},
    {"mg", Measure::Milligram},
    {"mgm", Measure::Milligram},
    {"gram", Measure::Gram},
    {"gramme", Measure::Gram},
    {"g", Measure::Gram},
    {"gr", Measure::Gram},
    {"gm", Measure::Gram},
    {"grm", Measure::Gram},
    {"kilogram", Measure::Kilogram},
    {"kilogramme", Measure::Kilogram},
    {"kilo", Measure::Kilogram},
    {"kg", Measure::Kilogram},
    {"kgm", Measure::Kilogram},
    {"ounce", Measure::Ounce},
    {"oz", Measure::Ounce},
    {"pound", Measure::Pound},
    {"lb", Measure::Pound},
    {"millilitre", Measure::Millilitre},
    {"milliliter", Measure::Millilitre},
    {"ml", Measure::Millilitre},
    {"mil", Measure::Millilitre},
    {"cc", Measure::Millilitre},
    {"centilitre", Measure::Centilitre},
    {"centiliter", Measure::Centilitre},
    {"cl", Measure::Centilitre},
    {"decilitre", Measure::Decilitre},
    {"deciliter", Measure::Decilitre},
    {"dl", Measure::Decilitre},
    {"litre", Measure::Litre},
    {"liter", Measure::Litre},
    {"l", Measure::Litre},
    {"lt", Measure::Litre},
    {"ltr", Measure::Litre},
    {"\u2113", Measure::Litre},
    {"floz", Measure::FluidOunce},
    {"teaspoon", Measure::Teaspoon},
    {"teaspoonful", Measure::Teaspoon},
    {"teaspoonsful", Measure::Teaspoon},
    {"tsp", Measure::Teaspoon},
    {"teasp", Measure::Teaspoon},
    {"tablespoon", Measure::Tablespoon},
    {"tablespoonful", Measure::Tablespoon},
    {"tablespoonsful", Measure::Tablespoon},
    {"tbsp", Measure::Tablespoon},
    {"tb", Measure::Tablespoon},
    {"tbl", Measure::Tablespoon},
    {"tblsp", Measure::Tablespoon},
    {"tbspn", Measure::Tablespoon},
    {"cup", Measure::Cup},
    {"cupful", Measure::Cup},
    {"c", Measure::Cup},
    {"pint", Measure::Pint},
    {"pt", Measure::Pint},
    {"quart", Measure::Quart},
    {"qt", Measure::Quart},
    {"qrt", Measure::Quart},
    {"gallon", Measure::Gallon},
    {"gal", Measure::Gallon},
    {"gall", Measure::Gallon},
}};

const MeasureFacts& facts_of(Measure measure) { return facts[static_cast<std::size_t>(measure)]; }

std::optional<Measure> spelled(std::string_view lower_word) {
  const auto named = [](std::string_view word) -> std::optional<Measure> {
    const auto found =
        std::find_if(spellings.begin(), spellings.end(), [&](const Spelling& s) { return s.word == word; });
    if (found == spellings.end()) return std::nullopt;
    return found->measure;
  };
  if (const auto measure = named(lower_word)) return measure;
  // "gs" and "cs" are no plurals that anyone writes, and "ls" could be anything.
  if (lower_word.size() > 2 && lower_word.ends_with('s')) return named(lower_word.substr(0, lower_word.size() - 1));
  return std::nullopt;
}

std::size_t skip_dot(std::string_view text, std::size_t at) {
  const bool ends_word =
      at + 1 >= text.size() || (!text::is_digit(text[at + 1]) && text::letter_length(text, at + 1) == 0);
  return at < text.size() && text[at] == '.' && ends_word ? at + 1 : at;
}

// "fl oz", "fl. oz.", "fl.oz.", "fluid ounces", "fluid-ounce": two words with at most a dot, spaces or a hyphen
// between.
std::optional<LeadingMeasure> leading_fluid_ounce(std::string_view text) {
  const std::string_view first = text::letters_at(text, 0);
  if (const std::string word = text::lowered(first); word != "fl" && word != "fluid") return std::nullopt;
  std::size_t at = first.size();
  if (at < text.size() && text[at] == '.') ++at;
  at = text::skip_spaces(text, at);
  if (at < text.size() && text[at] == '-') ++at;
  const std::string_view second = text::letters_at(text, at);
  if (spelled(text::lowered(second)) != Measure::Ounce) return std::nullopt;
  return LeadingMeasure{Measure::FluidOunce, skip_dot(text, at + second.size())};
}

}  // namespace

double base_units_in(Measure measure, MeasureSystem system) {
  const MeasureFacts& of = facts_of(measure);
  switch (system) {
    case MeasureSystem::Imperial:
      return of.imperial;
    case MeasureSystem::Metric:
      return of.metric;
    case MeasureSystem::Us:
      break;
  }
  return of.us;
}

double milligrams_in(double number, Measure mass) {
  constexpr double steps = 1e6;
  return std::round(number * base_units_in(mass) * 1000 * steps) / steps;
}

std::string_view system_name(MeasureSystem system) {
  constexpr std::array<std::string_view, 3> names = {"us", "imperial", "metric"};
  return names[static_cast<std::size_t>(system)];
}

MeasureSystem parse_system(std::string_view text) {
  const std::string word = text::lowered(text);
  for (const MeasureSystem system : {MeasureSystem::Us, MeasureSystem::Imperial, MeasureSystem::Metric}) {
    if (word == system_name(system)) return system;
  }
  throw InputError("\"" + std::string(text) + "\" is not a system of measures", std::string(text), 0,
                   "us, imperial or metric");
}

std::string_view unit_name(Measure measure, double number) {
  return number > 1 ? facts_of(measure).plural : facts_of(measure).name;
}

std::optional<LeadingMeasure> leading_measure(std::string_view text, OunceOf ounce) {
  const std::string_view word = text::letters_at(text, 0);
  if (word.empty() || word.size() > 20) return std::nullopt;
  std::optional<LeadingMeasure> found = leading_fluid_ounce(text);
  if (!found) {
    const auto measure = spelled(text::lowered(word));
    if (!measure) return std::nullopt;
    const bool ounce_of_drink = *measure == Measure::Ounce && ounce == OunceOf::Drink;
    found = LeadingMeasure{ounce_of_drink ? Measure::FluidOunce : *measure, skip_dot(text, word.size())};
  }
  if (found->length < text.size()) {
    const char next = text[found->length];
    if (text::is_digit(next) || next == '\'' || next == '%' || (next == '-' && word.size() == 1)) return std::nullopt;
  }
  return found;
}

std::optional<Measure> measure_named(std::string_view text, OunceOf ounce) {
  const auto found = leading_measure(text, ounce);
  if (!found || found->length != text.size()) return std::nullopt;
  return found->measure;
}

}  // namespace lytes::quantity

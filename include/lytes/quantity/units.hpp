#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace lytes::quantity {

/// Units of weight and volume that mean the same for every food.
/// Portions such as slice, glass or medium belong to a food and are not here.
enum class Measure {
  Microgram,
  Milligram,
  Gram,
  Kilogram,
  Ounce,
  Pound,
  Millilitre,
  Centilitre,
  Decilitre,
  Litre,
  FluidOunce,
  Teaspoon,
  Tablespoon,
  Cup,
  Pint,
  Quart,
  Gallon
};

inline constexpr std::array<Measure, 17> all_measures = {
    Measure::Microgram,  Measure::Milligram,  Measure::Gram,       Measure::Kilogram,  Measure::Ounce,
    Measure::Pound,      Measure::Millilitre, Measure::Centilitre, Measure::Decilitre, Measure::Litre,
    Measure::FluidOunce, Measure::Teaspoon,   Measure::Tablespoon, Measure::Cup,       Measure::Pint,
    Measure::Quart,      Measure::Gallon};

enum class Dimension { Mass, Volume };

constexpr Dimension dimension_of(Measure measure) {
  return measure < Measure::Millilitre ? Dimension::Mass : Dimension::Volume;
}

/// Whose cups and pints are meant.
///
/// - Us: US customary measures (NIST Handbook 44, appendix C): cup 236.588 ml. Nutrition labels in the US round
///   the cup to 240 ml (21 CFR 101.9(b)(5)(viii)).
/// - Imperial: fluid ounce 28.413 ml, pint 568.261 ml (UK Weights and Measures Act 1985, schedule 1), cup half a
///   pint, and the spoons of today's British sets, 15 and 5 ml.
/// - Metric: cup 250 ml, spoons 15 and 5 ml. The Australian tablespoon of 20 ml is not used. Fluid ounce, pint, quart
///   and gallon have no metric form and are imperial, as where metric cups are at home.
enum class MeasureSystem { Us, Imperial, Metric };

/// Grams in one of a mass, millilitres in one of a volume.
double base_units_in(Measure measure, MeasureSystem system = MeasureSystem::Us);

/// Milligrams in so much of a mass, rounded to a millionth: 350 mg are 0.35 g, which in binary is a little more, and
/// must not pass a limit of 350 nor fall short of a target of as much.
double milligrams_in(double number, Measure mass);

/// "us", "imperial" or "metric", as the setting spells it.
std::string_view system_name(MeasureSystem system);

/// @throws InputError for anything but the three names, in any case
MeasureSystem parse_system(std::string_view text);

/// The unit as lytes prints it: "g", "ml", "fl oz", "cup". It reads back as the same measure.
/// @param number decides between "cup" and "cups"; symbols have no plural
std::string_view unit_name(Measure measure, double number = 1);

/// What "oz" means: of a drink it is a fluid ounce.
enum class OunceOf { Food, Drink };

/// A unit found at the start of a text.
struct LeadingMeasure {
  Measure measure;
  std::size_t length;  ///< bytes taken, a trailing dot included
};

/// The unit that `text` starts with: "ml", "Litres", "tbsp.", "fl. oz.", "fluid ounces", "µg", in any case.
///
/// The whole first word must be the unit: "grapes" does not start with a gram.
/// A single letter before a hyphen is a name ("c-vitamin", "l-carnitine"), not a unit.
std::optional<LeadingMeasure> leading_measure(std::string_view text, OunceOf ounce = OunceOf::Food);

/// The unit that the whole of `text` names; empty when it names none.
std::optional<Measure> measure_named(std::string_view text, OunceOf ounce = OunceOf::Food);

}  // namespace lytes::quantity

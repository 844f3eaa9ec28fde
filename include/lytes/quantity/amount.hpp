#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "lytes/quantity/units.hpp"

namespace lytes::quantity {

/// How much of something was said, and what was left to say what.
struct Amount {
  double number = 1;
  bool number_given = false;       ///< false for "water" and "cup of coffee", where `number` is one
  std::optional<Measure> measure;  ///< empty for "2 eggs" and "2 slices of bread"
  std::size_t measure_offset = 0;  ///< where the unit stands in the text, for a caret; 0 without one
  std::string rest;                ///< what follows, trimmed: "eggs", "slices of bread"; may be empty
  std::size_t rest_offset = 0;     ///< where `rest` starts in the text
  std::string guessed;             ///< the words that `number` is a guess for: "2-3", "a few"; else empty

  bool operator==(const Amount&) const = default;
};

/// A number with its unit.
struct Measured {
  double number;
  Measure measure;

  bool operator==(const Measured&) const = default;
};

/// The amount that a phrase starts with.
///
/// Numbers: `2`, `0.5`, `.5`, `0,5`, `½`, `1/2`, `1 1/2`, `1½`, `1 and a half`, `a`, `an`, `one` to `twenty`,
/// `half a`, `a quarter of`, `two thirds`, `a couple of`, `a dozen`, `2 x`, `2 x 250 ml`, `330 ml x 2`. A unit may be
/// attached (`500ml`, `12-oz`), and an `of` after it is swallowed. A measuring word that is no Measure (slice, glass,
/// medium) stays in `rest`.
///
/// `1,250 mg`: a comma before exactly three digits parts thousands where the unit is one that people count by the
/// thousand (µg, mg, g, ml); elsewhere (`1,250 l`) it could as well be 1.25 and is refused rather than guessed wrong
/// by a factor of a thousand. `0,250 l` and `1,25 l` are decimal commas. A dot is a decimal point, but `1.250 mg`, with
/// three decimals and a zero at the end, looks so much like thousands that it is refused too.
///
/// `a 12 oz can`, `2 500ml bottles`: so many of that size. `2 250 ml` could be 2250 and is refused.
///
/// A range stands for its middle ("2-3", "1 or 2") and "a few" for three; the words are kept in `guessed`, so that it
/// can be said. "some" says nothing.
///
/// A number that is part of a name is left in `rest`: `2% milk`, `7-up`, `one-a-day`. A number glued to a word that
/// is no unit is still a number (`2eggs`), so whoever knows names tries the whole phrase first (`7up`).
///
/// @throws InputError, with the place, for a number that is negative, zero, below 0.0001, above a million, hexadecimal
///         or with an exponent; for a range that goes down; for a vague one ("a lot of"); for two amounts in a row ("2
///         250 ml")
Amount parse_amount(std::string_view text, OunceOf ounce = OunceOf::Food);

/// The whole of `text` as a number with a unit: `350mg`, `1.5 l`, `1/2 cup`. Zero is allowed: a label that says
/// 0 mg says something.
/// @throws InputError as parse_amount, for a range or "a few", and when a unit is missing or anything else follows
Measured parse_measured(std::string_view text, OunceOf ounce = OunceOf::Food);

/// The whole of `text` as a bare number: `7`, `6.5`, `6,5`, `1/2`, `½`. Zero is allowed.
/// @throws InputError as parse_amount, and when anything follows
double parse_number(std::string_view text);

/// Plain digits as a person would write them: at most three decimals, below one at most three significant digits,
/// no zeros at the end. Meant for 0 to a million; smaller than half a millionth prints as 0.
std::string format_number(double number);

/// "2 cups", "0.5 cup", "1 1/3 cups", "500 ml", "3". Reads back as what was printed; exact for numbers of up to three
/// decimals, and for thirds and sixths of kitchen measures and counts.
std::string format_amount(double number, std::optional<Measure> measure);

}  // namespace lytes::quantity

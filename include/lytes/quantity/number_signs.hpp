#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lytes::quantity {

/// A number in which a mark may part thousands as well as decimals.
struct TwoReadings {
  double as_thousands;
  double as_decimals;

  /// "1500 or 1.5"
  std::string in_words() const;
};

/// Both readings of `text` when it is one to three digits, a point or a comma, and just three digits: "1.500",
/// "12,250". Empty for all else, and with a zero in front, which can only be decimals.
std::optional<TwoReadings> two_readings(std::string_view text);

/// Bytes of the minus sign at `at`, be it a hyphen, a dash or U+2212; 0 for none.
std::size_t minus_length(std::string_view text, std::size_t at);

/// A sign before a number, which no figure of a diary has.
struct Sign {
  std::size_t place;
  bool minus;  ///< else a plus

  /// "an amount cannot be negative" or "an amount has no sign", for `what` it is a number of.
  std::string complaint(std::string_view what) const;
};

/// The sign at `at`, where a number stands close behind it: "-5", "–.5", "−½", "+5".
std::optional<Sign> sign_of_number(std::string_view text, std::size_t at);

/// The first sign before a number in a line of words: it is at the beginning of the line or behind a blank, a comma, a
/// bracket or an equals sign, and the number close behind it; or it is the word "minus". Behind a minus that begins the
/// line, and behind U+2212, blanks may stand; elsewhere a dash between two blanks parts words ("magnesium - 200 mg"),
/// as a plus between blanks joins them, and neither is a sign.
std::optional<Sign> signed_number_in(std::string_view text);

}  // namespace lytes::quantity

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

/// Whether at `at` a minus sign stands with a number close behind it: "-5", "–.5", "−½".
bool is_negative_number(std::string_view text, std::size_t at);

/// Where a negative number stands in a line of words: the minus is at the beginning of the line or behind a blank, a
/// comma, a bracket or an equals sign, and the number close behind it. Behind a minus that begins the line, and behind
/// U+2212, blanks may stand; elsewhere a dash between two blanks parts words ("magnesium - 200 mg") and is no sign.
std::optional<std::size_t> negative_number_in(std::string_view text);

}  // namespace lytes::quantity

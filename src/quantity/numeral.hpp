#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace lytes::quantity {

/// A mark before three digits that may part thousands or decimals; only the unit can tell.
enum class Doubt {
  None,
  Comma,  ///< "1,250", read as 1250
  Dot     ///< "1.250", read as 1.25
};

/// A number written in digits and fraction signs.
struct Numeral {
  double value;
  std::size_t place;  ///< where it starts
  std::size_t end;    ///< first byte after it
  Doubt doubt = Doubt::None;
};

/// Largest and smallest number that an amount may have. More is a slip of the keyboard, less is nothing.
inline constexpr double largest_number = 1e6;
inline constexpr double smallest_number = 1e-4;

/// The numeral at `at`: `2`, `.5`, `0,5`, `1,250`, `½`, `1/2`, `1 1/2`, `1-1/2`, `1½`, `1 ½`; empty when none starts
/// there.
/// @throws InputError pointing into `text` for a malformed one: `1.2.3`, `5.`, `1/0`, `1e3`, `0x1F`, `-2`
std::optional<Numeral> numeral_at(std::string_view text, std::size_t at);

/// @throws InputError when `value`, read at `place`, is no amount
void require_plausible(double value, std::string_view text, std::size_t place, bool zero_allowed);

}  // namespace lytes::quantity

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lytes::language {

/// An amount of an element that only its atomic weight turns into milligrams.
struct Charge {
  enum class Unit { Millimole, Milliequivalent };

  double number;
  Unit unit;
};

/// What a line says of a supplement, in whatever order: "magnesium citrate 400", "2 caps magnesium 200mg",
/// "magnesium glycinate 2 caps of 200mg", "200 mg magnesium 3 times", "magnesium oxide 500 mg before bed".
struct SupplementDose {
  std::string name;  ///< the words that are neither a number nor a measure, a packing or a time of day
  double count = 1;  ///< of tablets, or times
  std::optional<double> each_mg;
  std::optional<Charge> each_charge;  ///< said in mmol or mEq, as prescriptions do; never beside `each_mg`
  bool elemental = false;     ///< `each_mg` is said to weigh the element: "144 mg elemental", "99 mg of potassium"
  bool unit_assumed = false;  ///< a bare number too large for a count is taken as milligrams
};

/// Empty where the line says more than one weight, or "as" or "from", which name an element beside its salt.
/// @throws InputError with the place in `phrase` for a number that its unit leaves in doubt: "1.500 mg"
std::optional<SupplementDose> dose_in(std::string_view phrase);

}  // namespace lytes::language

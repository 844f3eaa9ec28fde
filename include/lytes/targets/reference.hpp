#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lytes/quantity/nutrients.hpp"
#include "lytes/targets/profile.hpp"

namespace lytes::storage {
class ReadOnlyFile;
}

namespace lytes::targets {

/// What a reference figure is for.
enum class Meaning {
  Target,          ///< to be reached by all that is eaten and drunk
  Limit,           ///< not to be passed by all that is eaten and drunk
  SupplementLimit  ///< not to be passed by supplements alone; food does not count
};

/// One published figure for one group of people.
struct ReferenceIntake {
  Guideline guideline;
  std::optional<Sex> sex;  ///< empty: for a person whose sex is not known; the lower of the two sexes' figures
  Stage stage;
  double from_years;
  std::optional<double> below_years;  ///< empty: no upper end
  quantity::Nutrient nutrient;
  Meaning meaning;
  double amount;      ///< ml or mg a day
  std::string basis;  ///< "RDA", "AI", "UL", "CDRR", "safe"
  std::string source;
};

/// @param only those of this guideline: every logged line holds a day against them, and nobody needs both
/// @throws StorageError (Damaged) if a row of the catalogue cannot be understood
std::vector<ReferenceIntake> load_reference_intakes(storage::ReadOnlyFile& catalogue,
                                                    std::optional<Guideline> only = std::nullopt);

/// One figure to hold a day against.
struct Target {
  quantity::Nutrient nutrient;
  double amount;       ///< ml or mg a day
  std::string basis;   ///< "RDA", "AI", "UL", "CDRR", or "yours" for a clinician's own number
  std::string source;  ///< empty for an own number

  bool operator==(const Target&) const = default;
};

/// What a day is held against. Empty: there is no such figure for this person.
struct DayTargets {
  std::optional<Target> water;  ///< total water or drinks, as `fluid_basis` says
  std::optional<Target> magnesium;
  std::optional<Target> potassium;
  std::optional<Target> sodium;
  std::optional<Target> sodium_limit;
  std::optional<Target> magnesium_supplement_limit;
  FluidBasis fluid_basis = FluidBasis::Total;

  /// Sex or year of birth was never said and not all figures to reach are the person's own: they are values for
  /// adults in general. To be said wherever the targets are shown.
  bool general_adult = false;

  /// What is to be reached, or empty when there is no such figure.
  const Target* to_reach(quantity::Nutrient nutrient) const;
  /// What is not to be passed by food, drink and supplements together, or empty.
  const Target* not_to_pass(quantity::Nutrient nutrient) const;

  bool operator==(const DayTargets&) const = default;
};

/// The share of a day's total water that comes from drinks.
///
/// US: by age and stage, 0.81 of adults without either (Dietary Reference Intakes for Water, Potassium, Sodium,
/// Chloride, and Sulfate, 2004, table S-1; of girls from 9 to 13 it is 0.76, of boys 0.75, which is taken). EFSA gives
/// 70-80 % (EFSA Journal 2010;8(3):1459); 0.80 is taken, which yields the 2.0 and 1.6 litres to drink that are widely
/// quoted from it.
double drinks_share_of_water(Guideline guideline, Stage stage, std::optional<int> age);

/// The reference figures for a person of this profile and age, without any own numbers.
///
/// What is not known is filled in so that nobody is called short of what they may not need: without a sex the lower
/// of the two sexes' figures; without an age that of adults from 31. Pregnancy and lactation take the figures for
/// women, outside their ages those of the nearest age group. Under the first year of life there are none.
DayTargets reference_targets(const std::vector<ReferenceIntake>& references, const Profile& profile,
                             std::optional<int> age);

/// What this guideline says for a person as of that day, whichever one is theirs: to show both side by side.
DayTargets by_guideline(const std::vector<ReferenceIntake>& references, Guideline guideline, Profile profile,
                        calendar::Day day);

}  // namespace lytes::targets

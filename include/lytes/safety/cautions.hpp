#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lytes/journal/entry.hpp"
#include "lytes/quantity/nutrients.hpp"
#include "lytes/remark.hpp"
#include "lytes/targets/advice.hpp"
#include "lytes/targets/reference.hpp"
#include "lytes/timeline/day_row.hpp"

namespace lytes::safety {

/// The sums of one day that may call for a caution. Empty: nothing known.
struct CautionSums {
  std::optional<double> fluid_ml;  ///< as the fluid basis says: all water, or drinks
  std::optional<double> magnesium_mg;
  std::optional<double> potassium_mg;
  std::optional<double> supplement_magnesium_mg;
  std::optional<double> supplement_potassium_mg;
};

/// What a day's sums call for, the most serious first.
///
/// - Supplement magnesium above the supplement limit of that day (US 350 mg, EFSA 250 mg for adults; food does not
///   count), or any of it where the profile advises against it.
/// - Supplement potassium where the profile advises against more.
/// - A sum that doses.hpp would have asked about, so that no page speaks more lightly of it than the line did.
/// - Fluid, magnesium or potassium, from food too, above the person's own number where the profile advises against
/// more.
/// - Fluid above twice the day's target.
///   No guideline sets an upper level for water; what is dangerous is drinking faster than the kidneys can pass, 0.7 to
///   1.0 litre an hour (Dietary Reference Intakes for Water, Potassium, Sodium, Chloride, and Sulfate, 2004, ch. 4).
///   Twice the target is this program's own choice: beyond what thirst usually asks for, well below a danger when
///   spread over a day.
std::vector<Remark> day_cautions(const CautionSums& sums, const targets::DayTargets& targets,
                                 const targets::PersonalAdvice& personal);

/// The sums that a day's row knows.
CautionSums sums_of(const timeline::DayRow& row);

/// What the day as it now stands calls for, if this line had a part in it: a caution that was due before is not
/// repeated with every glass, but one about supplements is with every further dose.
/// @param line entries that the row counts already
std::vector<Remark> cautions_after(std::span<const journal::Entry> line, const timeline::DayRow& row,
                                   const targets::DayTargets& targets, const targets::PersonalAdvice& personal);

/// What to say in place of suggesting more: ask a doctor first, and why. Empty where more may be suggested.
std::optional<Remark> instead_of_more(quantity::Nutrient nutrient, const targets::PersonalAdvice& personal);

/// One note for each condition and medicine in the profile: what it changes.
std::vector<Remark> profile_notes(const targets::PersonalAdvice& personal);

}  // namespace lytes::safety

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/quantity/nutrients.hpp"
#include "lytes/targets/advice.hpp"
#include "lytes/targets/reference.hpp"

namespace lytes::targets {

enum class Level { Note, SeeDoctor, Urgent };

/// "note", "see_doctor", "urgent": as in JSON.
std::string_view word_for(Level level);

/// Something to say calmly beside what was logged. It informs, it never stops anyone, and it is no diagnosis.
struct Caution {
  std::string code;  ///< stable word for scripts, such as "magnesium_supplement_limit"
  Level level;
  std::string message;  ///< whole sentences

  bool operator==(const Caution&) const = default;
};

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
/// - Fluid, magnesium or potassium, from food too, above the person's own number where the profile advises against
/// more.
/// - Fluid above twice the day's target.
///   No guideline sets an upper level for water; what is dangerous is drinking faster than the kidneys can pass, 0.7 to
///   1.0 litre an hour (Dietary Reference Intakes for Water, Potassium, Sodium, Chloride, and Sulfate, 2004, ch. 4).
///   Twice the target is this program's own choice: beyond what thirst usually asks for, well below a danger when
///   spread over a day.
std::vector<Caution> day_cautions(const CautionSums& sums, const DayTargets& targets, const PersonalAdvice& personal);

/// Whether a suggestion to take more of it may be made to this person at all.
bool may_suggest_more(quantity::Nutrient nutrient, const PersonalAdvice& personal);

/// What to say in place of suggesting more: ask a doctor first, and why. Empty where more may be suggested.
std::optional<Caution> instead_of_more(quantity::Nutrient nutrient, const PersonalAdvice& personal);

/// One note for each condition and medicine in the profile: what it changes.
std::vector<Caution> profile_notes(const PersonalAdvice& personal);

}  // namespace lytes::targets

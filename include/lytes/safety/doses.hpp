#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <vector>

#include "lytes/journal/entry.hpp"
#include "lytes/journal/store.hpp"
#include "lytes/remark.hpp"
#include "lytes/targets/advice.hpp"

namespace lytes::safety {

/// What may be too much for one person.
struct DoseProfile {
  bool no_more_fluid = false;      ///< fluid has no goal, or a limit
  bool no_more_potassium = false;  ///< potassium has no goal, or a limit
  bool no_more_magnesium = false;  ///< magnesium from tablets may build up
  bool under_18 = false;
};

DoseProfile dose_profile(const targets::PersonalAdvice& personal, std::optional<int> age);

/// Whether a line can be part of a dose that is too much, so that what was had before it is worth looking at.
bool may_be_too_much(std::span<const journal::Entry> line, const DoseProfile& person);

/// How far back and forth what was had belongs to a dose.
inline constexpr std::chrono::hours dose_window{24};

/// What a line calls for beside what was had around it: too much magnesium or potassium from supplements, too much
/// fluid, salt or caffeine, too fast. At most one remark for each, with the figures, the most urgent first.
///
/// Magnesium from supplements in a day: from 2,500 mg soon, from 5,000 mg an emergency (with kidney disease above 350
/// and from 2,500 mg). Potassium from supplements: above 975 mg in a day care (21 CFR 201.72), from 2,000 mg within 6
/// hours or 3,000 mg in a day soon, from 5,000 mg within 6 hours an emergency (where it must not rise: any soon, from
/// 1,500 mg an emergency). Fluid: from 1 l in an hour or 3 l in 4 hours care, from 4 l in 4 hours or 8 l in a day soon,
/// from 6 l in 4 hours an emergency (where it is restricted: care from 1 l at once). Salt from 25 g at once an
/// emergency; caffeine from 1,200 mg in a day soon (FDA, "Spilling the Beans": 1,200 mg taken fast may bring seizures).
/// Under 18 every dose to be seen soon is an emergency.
/// @param line the entries that are being logged
/// @param around stored intakes of the day before to the day after, without the line; sums of days are passed over,
///        for they do not say how fast
std::vector<Remark> doses_of(std::span<const journal::Entry> line, std::span<const journal::IntakeRow> around,
                             const DoseProfile& person);

}  // namespace lytes::safety

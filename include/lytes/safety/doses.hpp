#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/journal/entry.hpp"
#include "lytes/journal/store.hpp"
#include "lytes/remark.hpp"
#include "lytes/safety/signs.hpp"
#include "lytes/targets/advice.hpp"

namespace lytes::storage {
class ReadOnlyFile;
}

namespace lytes::safety {

/// What may be too much for one person.
struct DoseProfile {
  bool no_more_fluid = false;      ///< fluid has no goal, or a limit
  bool no_more_potassium = false;  ///< potassium has no goal, or a limit
  bool no_more_magnesium = false;  ///< magnesium from tablets may build up
  bool under_18 = false;
  bool unwell = false;                               ///< with headache, vomiting or confusion
  std::string poison_centre = "your poison centre";  ///< with its number where that is known
};

/// The poison centre for a time zone, "Giftnotruf (030 19240)"; "your poison centre" where none is known.
/// @throws StorageError when the catalogue cannot be read
std::string poison_centre(storage::ReadOnlyFile& catalogue, std::string_view zone);

DoseProfile dose_profile(const targets::PersonalAdvice& personal, std::optional<int> age);

/// Whether a note says that something was had little by little: "over the day", "in total".
bool says_whole_day(const std::optional<std::string>& note);

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
/// from 6 l in 4 hours, or from 3 l with headache, vomiting or confusion, an emergency (also where it is restricted).
/// Salt from 25 g in an hour an emergency; caffeine from 1,200 mg in a day soon (FDA, "Spilling the Beans": 1,200 mg
/// taken fast may bring seizures). Under 18 every dose to be seen soon is an emergency.
/// Fluid that its note says was drunk over the day calls for no care, unless fluid is restricted or somebody is unwell;
/// what is to be seen soon or is an emergency stays so.
/// @param line the entries that are being logged
/// @param around stored intakes of the day before to the day after, without the line; sums of days are passed over,
///        for they do not say how fast
std::vector<Remark> doses_of(std::span<const journal::Entry> line, std::span<const journal::IntakeRow> around,
                             const DoseProfile& person);

/// Whether what was told is what too much water brings: headache, vomiting, confusion.
bool speaks_of_thin_blood(std::span<const ToldSign> told);

/// How long after drinking too much such a sign belongs to it.
inline constexpr std::chrono::hours unwell_within{6};

/// That so much was drunk before such a sign was told that the two together are an emergency.
/// @param before intakes of the hours before
std::optional<Remark> unwell_after_drinking(std::span<const journal::IntakeRow> before, const DoseProfile& person);

}  // namespace lytes::safety

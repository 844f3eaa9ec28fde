#pragma once

#include <array>

#include "diary_series.hpp"
#include "lytes/insight/association.hpp"
#include "lytes/stats/outcome.hpp"

namespace lytes::insight {

/// A lead check at or below this says that intake changes after spasms.
inline constexpr double lead_alpha = 0.05;

/// How much of an association is wanted. For the grade alone, what could only keep an evidence from being strong is
/// worked out only where it may be strong.
enum class Depth { Whole, Grade };

/// The primary family: water, magnesium and potassium, each short the day before.
std::array<Association, exposure_count> associations(Rows rows, const DiarySeries& diary, const stats::Outcome& outcome,
                                                     Depth depth = Depth::Whole);

/// Sets grade and reasons from everything else that stands in it.
void judge(Association& one, bool any_possibly_partial);

}  // namespace lytes::insight

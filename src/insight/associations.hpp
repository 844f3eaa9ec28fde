#pragma once

#include <array>

#include "diary_series.hpp"
#include "lytes/insight/association.hpp"
#include "lytes/stats/outcome.hpp"

namespace lytes::insight {

/// A lead check at or below this says that intake changes after spasms.
inline constexpr double lead_alpha = 0.05;

/// The primary family: water, magnesium and potassium, each short the day before.
std::array<Association, 3> associations(Rows rows, const DiarySeries& diary, const stats::Outcome& outcome);

/// Sets grade and reasons from everything else that stands in the association.
void judge(Association& association, bool any_possibly_partial);

}  // namespace lytes::insight

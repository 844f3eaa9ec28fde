#pragma once

#include "lytes/stats/shift_calibrated_effect.hpp"
#include "outcome_parts.hpp"

namespace lytes::stats {

/// The counts of an effect, and its status as far as they settle it: Ok means that there is something to fit.
Effect count_pairs(const OutcomeParts& parts, Series lagged_exposure, std::span<const std::uint8_t> known);

/// Fills in all the rest. `statistics` are the exposure's own, beside the calendar that `effect.calendar` names.
void estimate(const OutcomeParts& parts, Series exposure, int lag, double level, std::span<const double> statistics,
              Effect& effect);

}  // namespace lytes::stats

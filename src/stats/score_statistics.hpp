#pragma once

#include <span>
#include <vector>

#include "outcome_parts.hpp"

namespace lytes::stats {

/// T(s) for what is left of the counts, given by its transform and that of its square, and what is left of an exposure.
std::vector<double> statistic_at_every_shift(CircularCorrelator& correlator,
                                             const CircularCorrelator::Spectrum& residual,
                                             const CircularCorrelator::Spectrum& squared_residual,
                                             const Vector& exposure);

/// T(s) = sum_t e_t x_{t-s} / sqrt(sum_t e_t^2 x_{t-s}^2) at every shift s of the circle of days.
///
/// e is what the null model leaves of the counts; x is what a regression of the exposure on the same calendar, weighted
/// with the expected counts, leaves of it. Both are 0 on unknown days, so values and masks move together.
/// T is 0 at a shift where the streams share no day.
std::vector<double> score_statistics(const OutcomeParts& parts, const NullModel& null, Series exposure);

}  // namespace lytes::stats

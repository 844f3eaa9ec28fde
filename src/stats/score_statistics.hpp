#pragma once

#include <span>
#include <vector>

#include "outcome_parts.hpp"

namespace lytes::stats {

/// What is left of the counts and its square, transformed together.
CircularCorrelator::Spectrum with_square(CircularCorrelator& correlator, const Vector& residual);

/// T(s) for what is left of the counts, and what is left of an exposure.
/// @param residual by `with_square`
std::vector<double> statistic_at_every_shift(CircularCorrelator& correlator,
                                             const CircularCorrelator::Spectrum& residual, const Vector& exposure);

/// T(s) = sum_t e_t x_{t-s} / sqrt(sum_t e_t^2 x_{t-s}^2) at every shift s of the circle of days.
///
/// e is what the null model leaves of the counts; x is what a regression of the exposure on the same calendar, weighted
/// with the expected counts, leaves of it. Both are 0 on unknown days, so values and masks move together.
/// T is 0 at a shift where the streams share no day, and everywhere for an exposure that the calendar leaves nothing
/// of.
std::vector<double> score_statistics(const OutcomeParts& parts, const NullModel& null, Series exposure);

}  // namespace lytes::stats

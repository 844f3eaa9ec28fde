#pragma once

#include <cstddef>
#include <span>

namespace lytes::stats {

/// Variance of a sum over days of what each day adds, allowing for persistence up to `lags` days (Bartlett weights).
///
/// With `influence` a coefficient's own, x_t V e_j times the score of day t, this is the j-th diagonal of the sandwich
/// V M V without forming M. Never negative, by the weights; rounding is cut off at 0.
double long_run_variance(std::span<const double> influence, std::size_t lags);

}  // namespace lytes::stats

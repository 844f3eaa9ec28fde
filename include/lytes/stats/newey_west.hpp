#pragma once

#include <cstddef>
#include <vector>

#include "lytes/stats/design.hpp"
#include "lytes/stats/poisson_regression.hpp"

namespace lytes::stats {

/// floor(4 (days / 100)^(2/9)), Newey & West 1994.
std::size_t newey_west_lags(std::size_t days);

/// Standard errors that allow for persistence from day to day, one per column.
///
/// Bartlett weights 1 - k/(lags + 1) on the scores at their calendar place, zeros on unused days, so that a gap in the
/// series does not pull distant days together (Newey & West 1987; Datta & Du 2012 for the gaps). `lags` 0 is the
/// heteroscedasticity-consistent HC0. Checked against R sandwich on gapless rows, and against its arithmetic with
/// zeros.
/// @param small_sample multiplies the variance by rows / (rows - rank)
std::vector<double> newey_west_errors(const Design& design, const CountFit& fit, std::size_t lags,
                                      bool small_sample = true);

}  // namespace lytes::stats

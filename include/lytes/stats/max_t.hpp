#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace lytes::stats {

/// Step-down max-T p-values (Westfall & Young 1993, algorithm 4.1), in the order of `observed`.
///
/// Each observed size is held against the largest size among it and all smaller ones, in the same shift;
/// the p-values then never fall as sizes do. Sizes count as equal within 1e-12.
/// @param null one row of `shifts` statistics per hypothesis, row after row; column u is the same shift for all
/// @throws std::invalid_argument if null does not hold observed.size() x shifts values
std::vector<double> step_down_max_t(std::span<const double> observed, std::span<const double> null, std::size_t shifts);

}  // namespace lytes::stats

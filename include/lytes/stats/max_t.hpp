#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace lytes::stats {

/// One hypothesis's statistics at every shift, in which each of them is looked at: from `first` on round the circle,
/// times `scale`.
struct ShiftedStatistics {
  std::span<const double> circle;
  std::size_t first = 0;
  double scale = 1.0;
};

/// Step-down max-T p-values (Westfall & Young 1993, algorithm 4.1), in the order of `observed`.
///
/// Each observed size is held against the largest size among it and all smaller ones, in the same shift;
/// the p-values then never fall as sizes do. Sizes count as equal within 1e-12.
/// @param null for each hypothesis where its `shifts` statistics begin; the u-th is the same shift for all
/// @throws std::invalid_argument unless there is one for each, and each circle holds `shifts`
std::vector<double> step_down_max_t(std::span<const double> observed, std::span<const ShiftedStatistics> null,
                                    std::size_t shifts);

}  // namespace lytes::stats

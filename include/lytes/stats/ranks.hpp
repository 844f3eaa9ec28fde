#pragma once

#include <span>
#include <vector>

#include "lytes/stats/series.hpp"

namespace lytes::stats {

/// Ranks from 1, ties sharing the mean of the ranks they cover.
/// @throws std::invalid_argument if a value is NaN
std::vector<double> midranks(std::span<const double> values);

/// Midranks among the known values of a series; 0 on unknown days.
std::vector<double> midranks(Series series);

}  // namespace lytes::stats

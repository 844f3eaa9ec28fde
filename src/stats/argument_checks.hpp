#pragma once

#include "lytes/stats/series.hpp"

namespace lytes::stats {

/// @throws std::invalid_argument if mask and values differ in length or a known value is not finite
void require_series(Series series);

/// As require_series, and no known value may be negative.
void require_counts(Series counts);

/// @throws std::invalid_argument unless lengths agree
void require_same_days(std::size_t days, std::size_t other_days);

/// @throws std::invalid_argument unless value lies strictly between 0 and 1
void require_inside_unit_interval(double value, const char* what);

}  // namespace lytes::stats

#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "lytes/stats/series.hpp"

namespace lytes::stats {

/// c[s] = sum over t of a[t] * b[(t - s) mod n], for every shift s = 0 ... n-1.
///
/// Cost n log n for any n, primes too: the linear correlation is taken by FFT at a length with small factors and
/// folded, which is exact. (Zero-padding a circular correlation without folding would not be.)
/// @throws std::invalid_argument if lengths differ
std::vector<double> circular_correlation(std::span<const double> a, std::span<const double> b);

/// Days from one shift to another, the short way round a circle of `days` days.
std::size_t circular_distance(long shift, long from, std::size_t days);

/// Shifts closer than this to the one that is tested share its persistence and are no null.
inline constexpr std::size_t shift_guard_days = 7;

/// What shifting one stream against the other says of one statistic.
struct ShiftTest {
  double observed = 0.0;   ///< the statistic at the tested shift
  double spread = 0.0;     ///< root mean square over the shifts further than the guard
  double p = 1.0;          ///< (1 + shifts at least as large in size) / (1 + shifts)
  std::size_t shifts = 0;  ///< how many there were; 0 means that there are too few days and p says nothing
};

/// Judges statistics[at] by the statistics at all shifts whose circular distance from it exceeds `guard`.
///
/// Persistence stays in both streams whatever the shift, which is what makes them a fair yardstick
/// (Harris 2020; Yuan & Shou 2024). Sizes count as equal within 1e-12.
/// @param statistics one per shift 0 ... n-1
/// @param at any whole number; -1 is the shift n-1
ShiftTest shift_test(std::span<const double> statistics, int at, std::size_t guard = shift_guard_days);

/// Correlations at every shift, over the days that are known in both streams at that shift.
struct ShiftedCorrelations {
  std::vector<double> r;  ///< 0 where a stream does not vary over the shared days
  std::vector<std::size_t> pairs;
};

/// Pearson's r of y[t] with x[(t - s) mod n] at every shift s, by six circular correlations.
/// @throws std::invalid_argument if lengths differ or a known value is not finite
ShiftedCorrelations shifted_pearson(Series x, Series y);

/// The same of midranks, which are given once among all known days of each stream.
ShiftedCorrelations shifted_spearman(Series x, Series y);

}  // namespace lytes::stats

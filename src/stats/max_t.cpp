#include "lytes/stats/max_t.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace lytes::stats {
namespace {

constexpr double equal_size = 1e-12;

/// Raises each of `largest` to the size of the statistics that begin there. @return how many then are at least `size`
std::size_t raise(double* largest, const double* statistics, std::size_t count, double scale, double size) {
  std::size_t as_large = 0;
  for (std::size_t shift = 0; shift < count; ++shift) {
    largest[shift] = std::max(largest[shift], std::abs(statistics[shift] * scale));
    as_large += largest[shift] >= size ? 1 : 0;
  }
  return as_large;
}

}  // namespace

std::vector<double> step_down_max_t(std::span<const double> observed, std::span<const ShiftedStatistics> null,
                                    std::size_t shifts) {
  const auto is_whole = [shifts](const ShiftedStatistics& one) {
    return one.circle.size() >= shifts && (shifts == 0 || one.first < one.circle.size());
  };
  if (null.size() != observed.size() || !std::ranges::all_of(null, is_whole)) {
    throw std::invalid_argument("so many shifts for each hypothesis");
  }
  std::vector<std::size_t> smallest_first(observed.size());
  std::iota(smallest_first.begin(), smallest_first.end(), std::size_t{0});
  std::sort(smallest_first.begin(), smallest_first.end(),
            [&](std::size_t a, std::size_t b) { return std::abs(observed[a]) < std::abs(observed[b]); });

  std::vector<double> largest(shifts, 0.0);
  std::vector<double> p(observed.size());
  for (const std::size_t hypothesis : smallest_first) {
    const ShiftedStatistics& own = null[hypothesis];
    const double size = std::abs(observed[hypothesis]) - equal_size;
    const std::size_t straight = std::min(shifts, own.circle.size() - own.first);
    const std::size_t as_large =
        raise(largest.data(), own.circle.data() + own.first, straight, own.scale, size) +
        raise(largest.data() + straight, own.circle.data(), shifts - straight, own.scale, size);
    p[hypothesis] = static_cast<double>(1 + as_large) / static_cast<double>(1 + shifts);
  }
  double so_far = 0.0;
  for (std::size_t place = smallest_first.size(); place-- > 0;) {
    double& own = p[smallest_first[place]];
    own = so_far = std::max(so_far, own);
  }
  return p;
}

}  // namespace lytes::stats

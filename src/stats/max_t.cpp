#include "lytes/stats/max_t.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace lytes::stats {
namespace {

constexpr double equal_size = 1e-12;

}  // namespace

std::vector<double> step_down_max_t(std::span<const double> observed, std::span<const double> null,
                                    std::size_t shifts) {
  if (null.size() != observed.size() * shifts) throw std::invalid_argument("one row of shifts per hypothesis");
  std::vector<std::size_t> smallest_first(observed.size());
  std::iota(smallest_first.begin(), smallest_first.end(), std::size_t{0});
  std::sort(smallest_first.begin(), smallest_first.end(),
            [&](std::size_t a, std::size_t b) { return std::abs(observed[a]) < std::abs(observed[b]); });

  std::vector<double> largest(shifts, 0.0);
  std::vector<double> p(observed.size());
  for (const std::size_t hypothesis : smallest_first) {
    const std::span<const double> row = null.subspan(hypothesis * shifts, shifts);
    const double size = std::abs(observed[hypothesis]) - equal_size;
    std::size_t as_large = 0;
    for (std::size_t shift = 0; shift < shifts; ++shift) {
      largest[shift] = std::max(largest[shift], std::abs(row[shift]));
      as_large += largest[shift] >= size ? 1 : 0;
    }
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

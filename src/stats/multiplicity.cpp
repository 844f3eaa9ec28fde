#include "lytes/stats/multiplicity.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace lytes::stats {
namespace {

/// Places of the p-values that are there, smallest first.
std::vector<std::size_t> by_size(std::span<const MaybeP> p) {
  std::vector<std::size_t> order;
  for (std::size_t place = 0; place < p.size(); ++place) {
    if (!p[place]) continue;
    if (!(*p[place] >= 0.0 && *p[place] <= 1.0)) throw std::invalid_argument("a p-value lies outside [0, 1]");
    order.push_back(place);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return *p[a] < *p[b]; });
  return order;
}

}  // namespace

std::vector<MaybeP> holm(std::span<const MaybeP> p) {
  const std::vector<std::size_t> order = by_size(p);
  std::vector<MaybeP> adjusted(p.size());
  double so_far = 0.0;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const double factor = static_cast<double>(order.size() - rank);
    so_far = std::max(so_far, std::min(1.0, factor * *p[order[rank]]));
    adjusted[order[rank]] = so_far;
  }
  return adjusted;
}

std::vector<MaybeP> benjamini_hochberg(std::span<const MaybeP> p) {
  const std::vector<std::size_t> order = by_size(p);
  std::vector<MaybeP> adjusted(p.size());
  double so_far = 1.0;
  for (std::size_t rank = order.size(); rank-- > 0;) {
    const double factor = static_cast<double>(order.size()) / static_cast<double>(rank + 1);
    so_far = std::min(so_far, factor * *p[order[rank]]);
    adjusted[order[rank]] = so_far;
  }
  return adjusted;
}

}  // namespace lytes::stats

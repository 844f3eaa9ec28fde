#include "lytes/stats/ranks.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "argument_checks.hpp"

namespace lytes::stats {

std::vector<double> midranks(std::span<const double> values) {
  for (const double value : values) {
    if (std::isnan(value)) throw std::invalid_argument("NaN has no rank");
  }
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) ++last;
    const double shared = 1.0 + static_cast<double>(first + last) / 2.0;
    for (std::size_t place = first; place <= last; ++place) ranks[order[place]] = shared;
    first = last + 1;
  }
  return ranks;
}

std::vector<double> midranks(Series series) {
  require_series(series);
  std::vector<double> values;
  for (std::size_t day = 0; day < series.days(); ++day) {
    if (series.known[day]) values.push_back(series.values[day]);
  }
  const std::vector<double> known_ranks = midranks(std::span<const double>(values));
  std::vector<double> ranks(series.days(), 0.0);
  std::size_t next = 0;
  for (std::size_t day = 0; day < series.days(); ++day) {
    if (series.known[day]) ranks[day] = known_ranks[next++];
  }
  return ranks;
}

}  // namespace lytes::stats

#include "html/chart_scale.hpp"

#include <algorithm>

namespace lytes::report {

std::vector<double> round_ticks(double most, int steps) {
  if (!(most > 0) || !std::isfinite(most)) return {0, 1};
  const double least_step = most / steps;
  const double decade = std::pow(10, std::floor(std::log10(least_step)));
  double step = 10 * decade;
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * decade >= least_step * (1 - 1e-9)) {
      step = factor * decade;
      break;
    }
  }
  std::vector<double> ticks = {0};
  while (ticks.back() < most * (1 - 1e-9)) ticks.push_back(static_cast<double>(ticks.size()) * step);
  return ticks;
}

std::vector<double> ratio_ticks(const std::vector<double>& values) {
  int below = -1;
  int above = 1;
  for (const double value : values) {
    if (!(value > 0) || !std::isfinite(value)) continue;
    below = std::min(below, static_cast<int>(std::floor(std::log2(value))));
    above = std::max(above, static_cast<int>(std::ceil(std::log2(value))));
  }
  below = std::max(below, -3);
  above = std::min(above, 3);
  std::vector<double> ticks;
  for (int power = below; power <= above; ++power) ticks.push_back(std::ldexp(1.0, power));
  return ticks;
}

}  // namespace lytes::report

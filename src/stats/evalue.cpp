#include "lytes/stats/evalue.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace lytes::stats {

double evalue(double ratio) {
  if (!(ratio >= 0.0)) throw std::invalid_argument("a rate ratio is zero or more");
  const double away = ratio < 1.0 ? 1.0 / ratio : ratio;
  if (std::isinf(away)) return std::numeric_limits<double>::infinity();
  return away + std::sqrt(away * (away - 1.0));
}

double evalue_of_interval(double lower, double upper) {
  if (!(lower >= 0.0 && lower <= upper)) throw std::invalid_argument("an interval runs from lower to upper");
  if (lower > 1.0) return evalue(lower);
  if (upper < 1.0) return evalue(upper);
  return 1.0;
}

}  // namespace lytes::stats

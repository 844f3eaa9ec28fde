// The fast circular correlations against the double loop they stand for, on whatever series and masks come.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "lytes/stats/circular_shift.hpp"
#include "lytes/stats/ranks.hpp"

using namespace lytes::stats;

namespace {

constexpr std::size_t most_days = 400;

/// Small whole numbers, so that ties and constant stretches are common and sums are exact.
SeriesData series_from(const std::uint8_t* bytes, std::size_t days) {
  SeriesData series{std::vector<double>(days), std::vector<std::uint8_t>(days)};
  for (std::size_t day = 0; day < days; ++day) {
    series.known[day] = bytes[day] & 1;
    series.values[day] = static_cast<double>(static_cast<std::int8_t>(bytes[day]) / 2);
  }
  return series;
}

void require(bool holds) {
  if (!holds) std::abort();
}

void compare_correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const std::vector<double> fast = circular_correlation(a, b);
  require(fast.size() == a.size());
  for (std::size_t shift = 0; shift < a.size(); ++shift) {
    double sum = 0.0;
    double size = 1.0;
    for (std::size_t day = 0; day < a.size(); ++day) {
      sum += a[day] * b[(day + a.size() - shift) % a.size()];
      size += std::abs(a[day]);
    }
    require(std::abs(fast[shift] - sum) <= 1e-11 * 128.0 * size);
  }
}

void compare_pearson(Series x, Series y) {
  const ShiftedCorrelations fast = shifted_pearson(x, y);
  for (std::size_t shift = 0; shift < x.days(); ++shift) {
    double n = 0, sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
    for (std::size_t day = 0; day < x.days(); ++day) {
      const std::size_t from = (day + x.days() - shift) % x.days();
      if (!y.known[day] || !x.known[from]) continue;
      n += 1, sx += x.values[from], sy += y.values[day], sxx += x.values[from] * x.values[from];
      syy += y.values[day] * y.values[day], sxy += x.values[from] * y.values[day];
    }
    require(fast.pairs[shift] == static_cast<std::size_t>(n));
    require(std::isfinite(fast.r[shift]) && std::abs(fast.r[shift]) <= 1.0);
    // Whole numbers: these are exact, and 0 exactly when a side is constant.
    const double xx = n * sxx - sx * sx, yy = n * syy - sy * sy;
    if (n < 2 || xx == 0 || yy == 0) {
      require(fast.r[shift] == 0.0);
    } else {
      require(std::abs(fast.r[shift] - (n * sxy - sx * sy) / std::sqrt(xx * yy)) < 1e-7);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::size_t days = std::min(size / 2, most_days);
  const SeriesData x = series_from(bytes, days);
  const SeriesData y = series_from(bytes + days, days);
  compare_correlation(y.values, x.values);
  compare_pearson(x, y);

  const ShiftedCorrelations ranked = shifted_spearman(x, y);
  const ShiftTest test = shift_test(ranked.r, days > 0 ? static_cast<int>(bytes[0]) - 128 : 0);
  require(test.p > 0.0 && test.p <= 1.0);
  return 0;
}

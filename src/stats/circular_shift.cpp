#include "lytes/stats/circular_shift.hpp"

#include <algorithm>
#include <cmath>

#include "argument_checks.hpp"
#include "circular_correlator.hpp"
#include "lytes/stats/ranks.hpp"

namespace lytes::stats {
namespace {

constexpr double equal_size = 1e-12;
/// A sum of squares below this share of the whole stream's counts as none.
constexpr double rounding_share = 1e-10;

/// The three streams of a series that pairwise-complete correlations need. Centring keeps the sums well conditioned,
/// and in the largest value as unit all three are of one size; neither changes r.
struct Moments {
  std::vector<double> known;
  std::vector<double> value;
  std::vector<double> square;
  double sum_of_squares = 0.0;  ///< 0 without spread, else at least 1

  /// A sum of squares up to here is rounding left by the transforms.
  double rounding() const { return rounding_share * std::max(1.0, sum_of_squares); }
};

Moments moments(std::span<const double> values, std::span<const std::uint8_t> known) {
  double sum = 0.0;
  double days = 0.0;
  for (std::size_t day = 0; day < values.size(); ++day) {
    if (!known[day]) continue;
    sum += values[day];
    days += 1.0;
  }
  const double mean = days > 0.0 ? sum / days : 0.0;
  double largest = 0.0;
  for (std::size_t day = 0; day < values.size(); ++day) {
    if (known[day]) largest = std::max(largest, std::abs(values[day] - mean));
  }
  const double unit = largest > 0.0 ? largest : 1.0;
  Moments of{std::vector<double>(values.size(), 0.0), std::vector<double>(values.size(), 0.0),
             std::vector<double>(values.size(), 0.0)};
  for (std::size_t day = 0; day < values.size(); ++day) {
    if (!known[day]) continue;
    of.known[day] = 1.0;
    of.value[day] = (values[day] - mean) / unit;
    of.square[day] = of.value[day] * of.value[day];
    of.sum_of_squares += of.square[day];
  }
  return of;
}

ShiftedCorrelations correlations(std::span<const double> x, std::span<const std::uint8_t> x_known,
                                 std::span<const double> y, std::span<const std::uint8_t> y_known) {
  const std::size_t days = x.size();
  ShiftedCorrelations result{std::vector<double>(days, 0.0), std::vector<std::size_t>(days, 0)};
  if (days == 0) return result;
  CircularCorrelator correlator(days);
  const Moments mx = moments(x, x_known);
  const Moments my = moments(y, y_known);
  const auto sums = [&](const auto& y1, const auto& x1, const auto& y2, const auto& x2) {
    return correlator.correlate(correlator.transform(y1, y2), correlator.transform(x1, x2));
  };
  const auto [pairs, sum_xy] = sums(my.known, mx.known, my.value, mx.value);
  const auto [sum_y, sum_x] = sums(my.value, mx.known, my.known, mx.value);
  const auto [sum_yy, sum_xx] = sums(my.square, mx.known, my.known, mx.square);
  for (std::size_t shift = 0; shift < days; ++shift) {
    const double n = std::round(pairs[shift]);
    result.pairs[shift] = static_cast<std::size_t>(n);
    if (n < 2.0) continue;
    const double xx = sum_xx[shift] - sum_x[shift] * sum_x[shift] / n;
    const double yy = sum_yy[shift] - sum_y[shift] * sum_y[shift] / n;
    const double xy = sum_xy[shift] - sum_x[shift] * sum_y[shift] / n;
    // A stream that is constant over the shared days leaves rounding of the transforms, not spread.
    if (!(xx > mx.rounding()) || !(yy > my.rounding())) continue;
    result.r[shift] = std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
  }
  return result;
}

}  // namespace

std::vector<double> circular_correlation(std::span<const double> a, std::span<const double> b) {
  require_same_days(a.size(), b.size());
  if (a.empty()) return {};
  CircularCorrelator correlator(a.size());
  return correlator.correlate(correlator.transform(a, a), correlator.transform(b, b)).first;
}

std::size_t circular_distance(long shift, long from, std::size_t days) {
  const long length = static_cast<long>(days);
  const long forward = (((shift - from) % length) + length) % length;
  return static_cast<std::size_t>(std::min(forward, length - forward));
}

ShiftTest shift_test(std::span<const double> statistics, int at, std::size_t guard) {
  ShiftTest test;
  const std::size_t days = statistics.size();
  if (days == 0) return test;
  const long length = static_cast<long>(days);
  const std::size_t place = static_cast<std::size_t>(((at % length) + length) % length);
  test.observed = statistics[place];
  if (days <= 2 * guard + 1) return test;

  const double size = std::abs(test.observed) - equal_size;
  double squares = 0.0;
  std::size_t as_large = 0;
  const auto count = [&](std::span<const double> stretch) {
    for (const double statistic : stretch) {
      squares += statistic * statistic;
      as_large += std::abs(statistic) >= size ? 1 : 0;
    }
  };
  // From behind the guard round the circle to before it, in one stretch or two.
  const std::size_t first = place + guard + 1;
  const std::size_t end = place + days - guard;
  if (first < days) count(statistics.subspan(first, std::min(end, days) - first));
  if (end > days) count(statistics.subspan(first < days ? 0 : first - days, end - std::max(first, days)));
  test.shifts = days - 2 * guard - 1;
  test.spread = std::sqrt(squares / static_cast<double>(test.shifts));
  test.p = static_cast<double>(1 + as_large) / static_cast<double>(1 + test.shifts);
  return test;
}

ShiftedCorrelations shifted_pearson(Series x, Series y) {
  require_series(x);
  require_series(y);
  require_same_days(x.days(), y.days());
  return correlations(x.values, x.known, y.values, y.known);
}

ShiftedCorrelations shifted_spearman(Series x, Series y) {
  require_same_days(x.days(), y.days());
  return correlations(midranks(x), x.known, midranks(y), y.known);
}

}  // namespace lytes::stats

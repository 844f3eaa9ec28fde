#include "lytes/stats/circular_shift.hpp"

#include <algorithm>
#include <cmath>

#include "argument_checks.hpp"
#include "circular_correlator.hpp"
#include "lytes/stats/ranks.hpp"

namespace lytes::stats {
namespace {

constexpr double equal_size = 1e-12;
/// A sum of squares below this share of the whole stream's (its transform at frequency 0) counts as none.
constexpr double rounding_share = 1e-10;

/// The three streams of a series that pairwise-complete correlations need. Centring keeps the sums well conditioned
/// and does not change r.
struct Moments {
  CircularCorrelator::Spectrum known, value, square;
};

Moments moments(CircularCorrelator& correlator, std::span<const double> values, std::span<const std::uint8_t> known) {
  double sum = 0.0;
  double days = 0.0;
  for (std::size_t day = 0; day < values.size(); ++day) {
    if (!known[day]) continue;
    sum += values[day];
    days += 1.0;
  }
  const double mean = days > 0.0 ? sum / days : 0.0;
  std::vector<double> mask(values.size(), 0.0);
  std::vector<double> centred(values.size(), 0.0);
  std::vector<double> squared(values.size(), 0.0);
  for (std::size_t day = 0; day < values.size(); ++day) {
    if (!known[day]) continue;
    mask[day] = 1.0;
    centred[day] = values[day] - mean;
    squared[day] = centred[day] * centred[day];
  }
  return {correlator.transform(mask), correlator.transform(centred), correlator.transform(squared)};
}

ShiftedCorrelations correlations(std::span<const double> x, std::span<const std::uint8_t> x_known,
                                 std::span<const double> y, std::span<const std::uint8_t> y_known) {
  const std::size_t days = x.size();
  ShiftedCorrelations result{std::vector<double>(days, 0.0), std::vector<std::size_t>(days, 0)};
  if (days == 0) return result;
  CircularCorrelator correlator(days);
  const Moments mx = moments(correlator, x, x_known);
  const Moments my = moments(correlator, y, y_known);
  const auto pairs = correlator.correlate(my.known, mx.known);
  const auto sum_y = correlator.correlate(my.value, mx.known);
  const auto sum_x = correlator.correlate(my.known, mx.value);
  const auto sum_yy = correlator.correlate(my.square, mx.known);
  const auto sum_xx = correlator.correlate(my.known, mx.square);
  const auto sum_xy = correlator.correlate(my.value, mx.value);
  for (std::size_t shift = 0; shift < days; ++shift) {
    const double n = std::round(pairs[shift]);
    result.pairs[shift] = static_cast<std::size_t>(n);
    if (n < 2.0) continue;
    const double xx = sum_xx[shift] - sum_x[shift] * sum_x[shift] / n;
    const double yy = sum_yy[shift] - sum_y[shift] * sum_y[shift] / n;
    const double xy = sum_xy[shift] - sum_x[shift] * sum_y[shift] / n;
    // A stream that is constant over the shared days leaves rounding of the transforms, not spread.
    if (!(xx > rounding_share * mx.square[0].real()) || !(yy > rounding_share * my.square[0].real())) continue;
    result.r[shift] = std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
  }
  return result;
}

}  // namespace

std::vector<double> circular_correlation(std::span<const double> a, std::span<const double> b) {
  require_same_days(a.size(), b.size());
  if (a.empty()) return {};
  CircularCorrelator correlator(a.size());
  return correlator.correlate(correlator.transform(a), correlator.transform(b));
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
  for (std::size_t away = guard + 1; away + guard < days; ++away) {
    const std::size_t shift = place + away < days ? place + away : place + away - days;
    squares += statistics[shift] * statistics[shift];
    as_large += std::abs(statistics[shift]) >= size ? 1 : 0;
  }
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

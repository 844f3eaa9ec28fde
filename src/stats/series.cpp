#include "lytes/stats/series.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "argument_checks.hpp"

namespace lytes::stats {
namespace {

double value_if_known(double value, std::uint8_t known) { return known ? value : 0.0; }

}  // namespace

std::string_view word(Status status) {
  switch (status) {
    case Status::Ok:
      return "ok";
    case Status::TooFewEvents:
      return "too_few_events";
    case Status::TooShort:
      return "too_short";
    case Status::Separated:
      return "separated";
    case Status::RankDeficient:
      return "rank_deficient";
    case Status::NotConverged:
      return "not_converged";
  }
  return "";
}

SeriesData lagged(Series series, int lag) {
  require_series(series);
  const std::size_t days = series.days();
  SeriesData late{std::vector<double>(days, 0.0), std::vector<std::uint8_t>(days, 0)};
  const std::size_t back = std::min(days, static_cast<std::size_t>(std::max(0L, long{lag})));
  const std::size_t ahead = std::min(days, static_cast<std::size_t>(std::max(0L, -long{lag})));
  const Series seen{series.values.subspan(ahead, days - ahead - back),
                    series.known.subspan(ahead, days - ahead - back)};
  std::ranges::copy(seen.known, late.known.begin() + static_cast<std::ptrdiff_t>(back));
  std::ranges::transform(seen.values, seen.known, late.values.begin() + static_cast<std::ptrdiff_t>(back),
                         value_if_known);
  return late;
}

SeriesData window_mean(Series series, int first_lag, int last_lag) {
  require_series(series);
  if (first_lag > last_lag) throw std::invalid_argument("a window's first lag lies after its last");
  const auto days = static_cast<long>(series.days());
  const long length = static_cast<long>(last_lag) - first_lag + 1;
  SeriesData mean{std::vector<double>(series.days(), 0.0), std::vector<std::uint8_t>(series.days(), 0)};
  for (long day = 0; day < days; ++day) {
    double sum = 0.0;
    long known = 0;
    const long first = std::max(0L, day - last_lag);
    const long last = std::min(days - 1, day - first_lag);
    for (long from = first; from <= last; ++from) {
      if (!series.known[static_cast<std::size_t>(from)]) continue;
      sum += series.values[static_cast<std::size_t>(from)];
      ++known;
    }
    if (known == 0 || 3 * known < 2 * length) continue;
    mean.values[static_cast<std::size_t>(day)] = sum / static_cast<double>(known);
    mean.known[static_cast<std::size_t>(day)] = 1;
  }
  return mean;
}

SeriesData recent_history(Series counts) {
  require_series(counts);
  double total = 0.0;
  std::size_t known_days = 0;
  for (std::size_t day = 0; day < counts.days(); ++day) {
    if (!counts.known[day]) continue;
    total += counts.values[day];
    ++known_days;
  }
  const double overall = known_days == 0 ? 0.0 : total / static_cast<double>(known_days);

  SeriesData history{std::vector<double>(counts.days()), std::vector<std::uint8_t>(counts.days(), 1)};
  for (std::size_t day = 0; day < counts.days(); ++day) {
    double sum = 0.0;
    std::size_t known = 0;
    for (std::size_t back = 1; back <= 3 && back <= day; ++back) {
      if (!counts.known[day - back]) continue;
      sum += counts.values[day - back];
      ++known;
    }
    history.values[day] = std::log1p(known == 0 ? overall : sum / static_cast<double>(known));
  }
  return history;
}

}  // namespace lytes::stats

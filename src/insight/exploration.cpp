#include "exploration.hpp"

#include <algorithm>
#include <utility>

#include "lytes/stats/lag_screen.hpp"
#include "lytes/stats/shift_calibrated_effect.hpp"

namespace lytes::insight {
namespace {

using stats::Hypothesis;
using stats::Series;
using stats::SeriesData;

constexpr int longest_lag = 7;
constexpr std::pair<int, int> windows[] = {{1, 3}, {1, 7}};
constexpr int factor_lags[] = {0, 1};
/// A screen of lags up to 7 needs a shift further than 14 days from all of them.
constexpr std::size_t least_days = 30;
constexpr std::size_t least_known_days = 14;

std::optional<double> p_alone(const stats::ScreenedLag& screened) {
  return screened.shift.shifts > 0 ? std::optional(screened.shift.p) : std::nullopt;
}

bool worth_asking(Series factor) {
  const auto known = std::count(factor.known.begin(), factor.known.end(), 1);
  if (known < static_cast<std::ptrdiff_t>(least_known_days)) return false;
  std::optional<double> first;
  for (std::size_t day = 0; day < factor.days(); ++day) {
    if (factor.known[day] == 0) continue;
    if (first && factor.values[day] != *first) return true;
    first = factor.values[day];
  }
  return false;
}

FactorAssociation told(ComparedFactor factor, const stats::ScreenedLag& screened, std::size_t calendar_days) {
  const stats::Effect& effect = *screened.effect;
  FactorAssociation one{
      factor,       screened.hypothesis.lag, effect.pairs, effect.events(), effect.status, effect.ratio, effect.lower,
      effect.upper, screened.p_max_t};
  const MinimumData minimum;
  const bool enough = one.spasms >= minimum.events && static_cast<double>(calendar_days) >= minimum.calendar_days;
  if (one.status == stats::Status::Ok && !enough) one.status = stats::Status::TooFewEvents;
  return one;
}

}  // namespace

LagProfile lag_profile(const DiarySeries& diary, std::span<const stats::ScoredSeries, exposure_count> deficient) {
  LagProfile profile;
  if (diary.days() < least_days) return profile;
  std::vector<SeriesData> window_shortfalls;
  for (const SeriesData& shortfall : diary.shortfall) {
    for (const auto& [first, last] : windows) window_shortfalls.push_back(stats::window_mean(shortfall, first, last));
  }
  const stats::Outcome& outcome = deficient.front().outcome();
  std::vector<stats::ScoredSeries> series(deficient.begin(), deficient.end());
  for (const SeriesData& window : window_shortfalls) series.emplace_back(outcome, window);

  std::vector<Hypothesis> hypotheses;
  for (const Exposure exposure : all_exposures) {
    const auto place = static_cast<std::size_t>(exposure);
    for (int lag = 0; lag <= longest_lag; ++lag) {
      hypotheses.push_back({place, lag});
      profile.questions.push_back({exposure, lag, lag, 0, 0, {}, {}});
    }
    for (std::size_t window = 0; window < std::size(windows); ++window) {
      hypotheses.push_back({all_exposures.size() + place * std::size(windows) + window, 0});
      profile.questions.push_back({exposure, windows[window].first, windows[window].second, 0, 0, {}, {}});
    }
  }
  const auto screen = stats::lag_screen(outcome, series, hypotheses);
  profile.status = screen.status;
  profile.common_shifts = screen.common_shifts;
  if (screen.lags.empty()) profile.questions.clear();
  for (std::size_t place = 0; place < screen.lags.size(); ++place) {
    const auto& screened = screen.lags[place];
    auto& question = profile.questions[place];
    question.pairs = screened.pairs;
    question.t = screened.shift.observed;
    question.p_shift = p_alone(screened);
    question.p_max_t = screened.p_max_t;
  }
  return profile;
}

std::vector<FactorAssociation> factor_associations(const DiarySeries& diary, const stats::Outcome& outcome) {
  std::vector<FactorAssociation> found;
  if (diary.days() < least_days) return found;
  std::vector<ComparedFactor> factors;
  std::vector<Series> series;
  std::vector<Hypothesis> hypotheses;
  for (const ComparedFactor factor : all_factors) {
    const Series values = diary.factors[static_cast<std::size_t>(factor)];
    if (!worth_asking(values)) continue;
    for (const int lag : factor_lags) hypotheses.push_back({series.size(), lag});
    factors.push_back(factor);
    series.push_back(values);
  }
  stats::LagScreenOptions options;
  options.with_estimates = true;
  for (const auto& screened : stats::lag_screen(outcome, series, hypotheses, options).lags) {
    found.push_back(told(factors[screened.hypothesis.exposure], screened, diary.days()));
  }
  return found;
}

}  // namespace lytes::insight

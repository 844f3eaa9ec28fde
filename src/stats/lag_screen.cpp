#include "lytes/stats/lag_screen.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <stdexcept>

#include "argument_checks.hpp"
#include "count_regression.hpp"
#include "effect_from_statistics.hpp"
#include "lytes/stats/max_t.hpp"
#include "lytes/stats/multiplicity.hpp"

namespace lytes::stats {
namespace {

void require_arguments(const Outcome& outcome, std::span<const ScoredSeries> exposures,
                       std::span<const Hypothesis> hypotheses) {
  for (const ScoredSeries& exposure : exposures) {
    if (&exposure.outcome() != &outcome) throw std::invalid_argument("an exposure is scored beside another outcome");
  }
  for (const Hypothesis& hypothesis : hypotheses) {
    if (hypothesis.exposure >= exposures.size()) throw std::invalid_argument("a hypothesis names no exposure");
    if (static_cast<std::size_t>(std::abs(hypothesis.lag)) >= std::max<std::size_t>(1, outcome.days())) {
      throw std::invalid_argument("a lag reaches beyond the series");
    }
  }
}

struct JointCounts {
  std::size_t pairs = 0;
  double events = 0.0;
};

/// Day t of the counts meets day t - lag of the exposure. Masks are 1 and 0, counts 0 on unknown days.
JointCounts joint_counts(const Vector& counts, const Vector& counts_known, const Vector& exposure_known, int lag) {
  const Eigen::Index shared = counts.size() - std::abs(lag);
  const Eigen::Index back = std::max(0, lag);
  const Eigen::Index ahead = std::max(0, -lag);
  const auto exposure = exposure_known.segment(ahead, shared);
  return {static_cast<std::size_t>(counts_known.segment(back, shared).dot(exposure)),
          counts.segment(back, shared).dot(exposure)};
}

/// Every hypothesis's statistics at lag + u for every common shift u, over their root mean square.
struct CommonShifts {
  std::size_t shifts = 0;
  std::vector<double> observed;
  std::vector<ShiftedStatistics> null;
};

double sum_of_squares(std::span<const double> values) {
  return Eigen::Map<const Vector>(values.data(), static_cast<Eigen::Index>(values.size())).squaredNorm();
}

CommonShifts common_shifts(std::span<const std::span<const double>> statistics, std::span<const Hypothesis> hypotheses,
                           std::size_t days) {
  int longest = 0;
  for (const Hypothesis& hypothesis : hypotheses) longest = std::max(longest, std::abs(hypothesis.lag));
  const std::size_t guard = shift_guard_days + static_cast<std::size_t>(longest);
  CommonShifts common;
  common.shifts = days > 2 * guard + 1 ? days - 2 * guard - 1 : 0;
  for (const Hypothesis& hypothesis : hypotheses) {
    const std::span<const double> own = statistics[hypothesis.exposure];
    const std::size_t lag = hypothesis.lag < 0 ? days - static_cast<std::size_t>(-hypothesis.lag)
                                               : static_cast<std::size_t>(hypothesis.lag);
    // The shifts lag + guard + 1, ..., lag - guard - 1 round the circle, in one stretch or two.
    const std::size_t first = (lag + guard + 1) % days;
    const std::size_t straight = std::min(common.shifts, days - first);
    const double squares =
        sum_of_squares(own.subspan(first, straight)) + sum_of_squares(own.first(common.shifts - straight));
    const double spread = common.shifts > 0 ? std::sqrt(squares / static_cast<double>(common.shifts)) : 0.0;
    const double scale = spread > 0.0 ? 1.0 / spread : 0.0;
    common.null.push_back({own, first, scale});
    common.observed.push_back(own[lag] * scale);
  }
  return common;
}

void add_estimates(const OutcomeParts& parts, std::span<const ScoredSeries> exposures, LagScreen& screen) {
  std::vector<MaybeP> p;
  for (ScreenedLag& screened : screen.lags) {
    const ScoredSeries& scored = exposures[screened.hypothesis.exposure];
    const Series exposure = scored.series();
    const int lag = screened.hypothesis.lag;
    const SeriesData late = lagged(exposure, lag);
    std::vector<std::uint8_t> used = late.known;
    for (std::size_t day = 0; day < used.size(); ++day) used[day] &= parts.counts.known[day];
    Effect effect = count_pairs(parts, late, used);
    const NullModel* null = effect.status == Status::Ok ? &parts.null_model(effect.calendar) : nullptr;
    if (null && null->status == Status::Ok) {
      estimate(parts, exposure, lag, 0.95, scored.statistics(effect.calendar), effect);
    } else if (null) {
      effect.status = null->status;
    }
    p.push_back(effect.status == Status::Ok ? MaybeP(effect.p) : std::nullopt);
    screened.effect = effect;
  }
  const std::vector<MaybeP> adjusted = benjamini_hochberg(p);
  for (std::size_t place = 0; place < adjusted.size(); ++place)
    screen.lags[place].p_benjamini_hochberg = adjusted[place];
}

}  // namespace

LagScreen lag_screen(const Outcome& outcome, std::span<const Series> exposures, std::span<const Hypothesis> hypotheses,
                     const LagScreenOptions& options) {
  std::vector<ScoredSeries> scored;
  for (const Series exposure : exposures) scored.emplace_back(outcome, exposure);
  return lag_screen(outcome, scored, hypotheses, options);
}

LagScreen lag_screen(const Outcome& outcome, std::span<const ScoredSeries> exposures,
                     std::span<const Hypothesis> hypotheses, const LagScreenOptions& options) {
  require_arguments(outcome, exposures, hypotheses);
  const OutcomeParts& parts = outcome.parts();
  LagScreen screen;
  if (hypotheses.empty() || outcome.days() < 2) return screen;

  const Vector counts = zero_filled(parts.counts);
  const Vector counts_known = indicator(parts.counts);
  std::vector<Vector> exposures_known;
  for (const ScoredSeries& exposure : exposures) exposures_known.push_back(indicator(exposure.series()));
  std::vector<JointCounts> joint;
  double fewest_events = outcome.events();
  for (const Hypothesis& hypothesis : hypotheses) {
    joint.push_back(joint_counts(counts, counts_known, exposures_known[hypothesis.exposure], hypothesis.lag));
    fewest_events = std::min(fewest_events, joint.back().events);
  }
  screen.calendar = calendar_for(fewest_events);
  const NullModel& null = parts.null_model(screen.calendar);
  if (null.status != Status::Ok) {
    screen.status = null.status;
    return screen;
  }

  std::vector<std::span<const double>> statistics;
  for (const ScoredSeries& exposure : exposures) statistics.push_back(exposure.statistics(screen.calendar));
  const CommonShifts common = common_shifts(statistics, hypotheses, outcome.days());
  screen.common_shifts = common.shifts;
  const bool searchable = common.shifts > 0 && common.shifts >= options.least_shifts;
  screen.status = searchable ? Status::Ok : Status::TooShort;
  const std::vector<double> p =
      searchable ? step_down_max_t(common.observed, common.null, common.shifts) : std::vector<double>{};
  for (std::size_t place = 0; place < hypotheses.size(); ++place) {
    const Hypothesis& hypothesis = hypotheses[place];
    screen.lags.push_back({hypothesis, joint[place].pairs, shift_test(statistics[hypothesis.exposure], hypothesis.lag),
                           common.observed[place], searchable ? std::optional<double>(p[place]) : std::nullopt,
                           std::nullopt, std::nullopt});
  }
  if (options.with_estimates) add_estimates(parts, exposures, screen);
  return screen;
}

}  // namespace lytes::stats

#include "verdict.hpp"

#include <algorithm>
#include <cmath>

#include "lytes/stats/fisher.hpp"

namespace lytes::insight {
namespace {

using stats::JointData;
using stats::JointEffect;
using stats::Past;

constexpr double unknown_alpha = 0.05;
constexpr double no_difference_above = 0.8;
constexpr double no_difference_below = 1.25;

NextDayUnknown next_day_unknown(const JointData& data, std::size_t exposure) {
  const stats::Series is_short = data.exposures[exposure];
  NextDayUnknown found;
  for (std::size_t day = 0; day + 1 < data.days(); ++day) {
    if (!is_short.known[day]) continue;
    const bool after_short = is_short.values[day] > 0;
    (after_short ? found.of_short : found.of_enough) += 1;
    if (!data.counts.known[day + 1]) (after_short ? found.after_short : found.after_enough) += 1;
  }
  found.p = stats::fisher_exact_p({found.after_short, found.of_short - found.after_short, found.after_enough,
                                   found.of_enough - found.after_enough});
  return found;
}

/// Only unknown days after the sort with fewer spasms can make a finding; after the other they hide one.
bool could_make_it(const NextDayUnknown& unknown, bool more_after_short) {
  if (unknown.p > unknown_alpha) return false;
  const double after_short = static_cast<double>(unknown.after_short) / std::max(1, unknown.of_short);
  const double after_enough = static_cast<double>(unknown.after_enough) / std::max(1, unknown.of_enough);
  return more_after_short ? after_enough > after_short : after_short > after_enough;
}

bool same_side(const std::optional<JointEffect>& other, const JointEffect& effect) {
  return other && (other->log_ratio > 0) == (effect.log_ratio > 0);
}

}  // namespace

Verdict verdict(Looks& looks, std::size_t weeks_back, std::size_t exposure) {
  Verdict found;
  const stats::JointModel* model = looks.model(weeks_back, Past::DayBefore);
  if (!model) return found;
  const JointData data = looks.data(weeks_back);
  found.next_day_unknown = next_day_unknown(data, exposure);
  Grounds& grounds = found.grounds;
  grounds.enough_data = shortages(*model, exposure).empty();
  if (!grounds.enough_data) return found;

  const JointEffect& effect = *model->effects[exposure];
  grounds.small_at_most = effect.posterior.lower > no_difference_above && effect.posterior.upper < no_difference_below;
  grounds.held_hint = looks.held(weeks_back, exposure, Past::DayBefore, hint_by_day);
  grounds.held_day = grounds.held_hint && looks.held(weeks_back, exposure, Past::DayBefore, moderate_by_day);
  grounds.held_week = looks.held(weeks_back, exposure, Past::WeekBefore, moderate_by_week);
  const auto& week = looks.model(weeks_back, Past::WeekBefore)->effects[exposure];
  const bool by_day = grounds.held_day && !grounds.small_at_most;
  grounds.opposite_sides = by_day && grounds.held_week && !same_side(week, effect);
  if (grounds.held_week && !by_day) found.question = Question::WeekBefore;
  grounds.capped =
      could_make_it(found.next_day_unknown, (found.question == Question::WeekBefore ? *week : effect).log_ratio > 0);
  if (weeks_back == 0 && by_day && reaches(effect, strong_by_day)) {
    const bool side = effect.log_ratio > 0;
    found.quarters_agree = looks.quarters_agree(exposure, side);
    found.partial_days_agree = looks.partial_days_agree(exposure, side);
    grounds.strong_by_day_and_stable = *found.quarters_agree && found.partial_days_agree.value_or(true);
  }
  return found;
}

std::optional<TippingPoint> tipping_point(const JointEffect& effect, const NextDayUnknown& unknown,
                                          const JointData& data, std::size_t exposure) {
  const bool more_after_short = effect.log_ratio > 0;
  const double to_1 = more_after_short ? std::log(effect.lower) : -std::log(effect.upper);
  const int unknown_days = more_after_short ? unknown.after_enough : unknown.after_short;
  const int known_days = (more_after_short ? unknown.of_enough : unknown.of_short) - unknown_days;
  if (!(to_1 > 0) || unknown_days == 0 || known_days == 0) return std::nullopt;
  const stats::Series is_short = data.exposures[exposure];
  double spasms = 0;
  for (std::size_t day = 0; day + 1 < data.days(); ++day) {
    const bool of_this_sort = is_short.known[day] && (is_short.values[day] > 0) != more_after_short;
    if (of_this_sort && data.counts.known[day + 1]) spasms += data.counts.values[day + 1];
  }
  const double usual = spasms / known_days;
  const double needed = (std::exp(to_1) * usual * (known_days + unknown_days) - spasms) / unknown_days;
  return TippingPoint{unknown_days, needed, usual};
}

}  // namespace lytes::insight

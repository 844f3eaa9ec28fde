#include "associations.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "lytes/stats/evalue.hpp"
#include "lytes/stats/multiplicity.hpp"
#include "lytes/stats/power.hpp"

namespace lytes::insight {
namespace {

using stats::Effect;
using timeline::DayRow;

constexpr int primary_lag = 1;
/// Of two log ratios, below which they are not called different: 1 against 1.2.
constexpr double least_difference = 0.18;
/// Beyond two years of such days it is not for want of days.
constexpr int most_days_ahead = 730;
/// With as many days of one sort and none of the other, waiting for it is no plan.
constexpr std::size_t pairs_of_one_sort = 60;
/// With fewer pairs or spasms, rates are too loose to look ahead with.
constexpr std::size_t least_pairs_to_look_ahead = 14;
constexpr double least_spasms_to_look_ahead = 3;

LeftOut left_out(Rows rows, const DiarySeries& diary, Exposure exposure) {
  LeftOut left;
  const auto nutrient = nutrient_of(exposure);
  for (std::size_t day = 0; day + primary_lag < rows.size(); ++day) {
    const DayRow& row = rows[day];
    if (row.intake_status != journal::DayStatus::Complete) {
      ++left.not_closed;
    } else if (diary.possibly_partial[day] != 0) {
      ++left.possibly_partial;
    } else if (!row.total(nutrient)) {
      ++left.figures_unknown;
    } else if (!row.target(nutrient)) {
      ++left.no_target;
    } else if (diary.spasms.known[day + primary_lag] == 0) {
      ++left.spasms_unknown;
    }
  }
  return left;
}

/// Further days at the diary's own rate of what is short; one a day where it has not happened yet.
MoreDays days_for(const Shortage& shortage, const Effect& effect) {
  const double missing = shortage.need - shortage.have;
  const auto pairs = static_cast<double>(effect.pairs);
  const bool day_of_a_sort = shortage.lack == Lack::DeficientDays || shortage.lack == Lack::SufficientDays;
  if (shortage.lack == Lack::CalendarDays) return {static_cast<int>(missing), false};
  const bool loose = effect.pairs < least_pairs_to_look_ahead;
  if (shortage.have > 0 && !loose) return {static_cast<int>(std::ceil(missing * pairs / shortage.have)), false};
  return {day_of_a_sort ? static_cast<int>(missing) : 0, true};
}

std::optional<MoreDays> more_days(const std::vector<Shortage>& shortages, const Effect& effect) {
  MoreDays more;
  for (const Shortage& shortage : shortages) {
    if (shortage.lack == Lack::OwnVariation || shortage.lack == Lack::NoEstimate) return std::nullopt;
    const bool of_a_sort = shortage.lack == Lack::DeficientDays || shortage.lack == Lack::SufficientDays;
    if (of_a_sort && shortage.have == 0 && effect.pairs >= pairs_of_one_sort) return std::nullopt;
    const MoreDays own = days_for(shortage, effect);
    more.closed_days = std::max(more.closed_days, own.closed_days);
    more.at_least = more.at_least || own.at_least;
  }
  if (more.closed_days == 0 || more.closed_days > most_days_ahead) return std::nullopt;
  return more;
}

std::optional<DaysNeeded> days_needed(const Effect& effect, std::size_t calendar_days) {
  const auto pairs = static_cast<double>(effect.pairs);
  const bool both_sorts = effect.exposed.days > 0 && effect.unexposed.days > 0;
  if (!both_sorts || effect.pairs < least_pairs_to_look_ahead || effect.events() < least_spasms_to_look_ahead) {
    return std::nullopt;
  }
  stats::ObservedRates rates{effect.events() / pairs, effect.exposed.days / pairs};
  if (effect.status == stats::Status::Ok) {
    rates.overdispersion = effect.overdispersion();
    rates.vif = effect.vif;
  }
  const auto so_far = static_cast<double>(calendar_days);
  const double usable = pairs / so_far;
  const double for_1_5 = stats::pairs_needed(rates, 1.5);
  const double for_2 = stats::pairs_needed(rates, 2.0);
  return DaysNeeded{std::ceil(for_1_5 / usable), std::ceil(for_2 / usable),
                    std::ceil(stats::days_still_needed(for_1_5, usable, so_far)),
                    std::ceil(stats::days_still_needed(for_2, usable, so_far))};
}

Association counted(Rows rows, const DiarySeries& diary, const stats::Outcome& outcome, Exposure exposure) {
  Association one;
  one.exposure = exposure;
  one.lag_days = primary_lag;
  one.left_out = left_out(rows, diary, exposure);
  if (diary.days() <= primary_lag) {
    one.shortages = shortages(one.effect, diary.days());
    one.more_days = more_days(one.shortages, one.effect);
    return one;
  }
  one.effect =
      stats::shift_calibrated_effect(outcome, diary.deficient[static_cast<std::size_t>(exposure)], primary_lag);
  one.shortages = shortages(one.effect, diary.days());
  if (one.effect.exposed.days > 0 && one.effect.unexposed.days > 0) {
    one.described = stats::mid_p_rate_ratio(one.effect.exposed, one.effect.unexposed);
  }
  one.more_days = more_days(one.shortages, one.effect);
  one.days_needed = days_needed(one.effect, diary.days());
  if (one.effect.status == stats::Status::Ok && one.effect.lead.shifts > 0) {
    one.lead.p = one.effect.lead.p;
    one.lead.flag = one.lead.p <= lead_alpha;
  }
  return one;
}

std::optional<Adjusted> adjusted(const DiarySeries& diary, const stats::Outcome& outcome, const Association& one) {
  const auto own = static_cast<std::size_t>(one.exposure);
  std::vector<stats::Covariate> candidates;
  std::vector<Exposure> exposures;
  for (const Exposure other : all_exposures) {
    if (other == one.exposure) continue;
    exposures.push_back(other);
    candidates.push_back({diary.deficient[static_cast<std::size_t>(other)], primary_lag});
  }
  for (const stats::SeriesData& factor : diary.factors) candidates.push_back({factor, primary_lag});

  const auto result = stats::adjusted_effect(outcome, diary.deficient[own], primary_lag, candidates);
  if (result.used.empty() || result.effect.status != stats::Status::Ok) return std::nullopt;
  Adjusted beside{
      result.effect, stats::posterior(result.effect.log_ratio, result.effect.error, sceptical_prior_sd), {}, {}, false};
  for (const std::size_t used : result.used) {
    if (used < exposures.size()) {
      beside.other_exposures.push_back(exposures[used]);
    } else {
      beside.factors.push_back(all_factors[used - exposures.size()]);
    }
  }
  // Near a ratio of 1 a sign turns round for nothing.
  const double apart = std::abs(one.effect.log_ratio - result.effect.log_ratio);
  beside.differs = apart > least_difference && !stats::agree(one.effect.log_ratio, result.effect.log_ratio);
  return beside;
}

/// What is worked out only when there is enough data.
void weigh_one(const DiarySeries& diary, const stats::Outcome& outcome, Depth depth, Association& one) {
  const auto place = static_cast<std::size_t>(one.exposure);
  const stats::Series deficient = diary.deficient[place];
  const Effect& effect = one.effect;
  one.posterior = stats::posterior(effect.log_ratio, effect.error, sceptical_prior_sd);
  if (one.lead.flag) {
    one.lead.survives_history = stats::survives_history(outcome, deficient, primary_lag, effect.log_ratio);
  }
  const double up = one.posterior->probability_above_1;
  const double sure = std::max(up, 1 - up);
  if (depth == Depth::Grade && sure < strong_from) return;
  one.always_valid = stats::always_valid_interval(effect.log_ratio, effect.error, sceptical_prior_sd);
  one.evalue = stats::evalue(effect.ratio);
  one.evalue_of_interval = stats::evalue_of_interval(effect.lower, effect.upper);
  one.adjusted = adjusted(diary, outcome, one);
  if (diary.any_possibly_partial()) {
    one.with_possibly_partial = stats::shift_calibrated_effect(outcome, diary.deficient_with_all[place], primary_lag);
  }
  if (sure >= hint_from) one.in_other_ways = stats::robustness(outcome, deficient, primary_lag);
}

}  // namespace

std::array<Association, exposure_count> associations(Rows rows, const DiarySeries& diary, const stats::Outcome& outcome,
                                                     Depth depth) {
  std::array<Association, exposure_count> family;
  std::vector<stats::MaybeP> p;
  for (const Exposure exposure : all_exposures) {
    Association& one = family[static_cast<std::size_t>(exposure)];
    one = counted(rows, diary, outcome, exposure);
    p.push_back(one.enough_data() ? stats::MaybeP(one.effect.p) : std::nullopt);
  }
  const auto p_holm = stats::holm(p);
  for (Association& one : family) {
    one.p_holm = p_holm[static_cast<std::size_t>(one.exposure)];
    if (one.enough_data()) weigh_one(diary, outcome, depth, one);
    judge(one, diary.any_possibly_partial());
  }
  return family;
}

}  // namespace lytes::insight

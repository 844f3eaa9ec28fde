#include "associations.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "lytes/stats/days_needed.hpp"
#include "lytes/stats/evalue.hpp"
#include "lytes/stats/multiplicity.hpp"
#include "verdict.hpp"

namespace lytes::insight {
namespace {

using stats::JointModel;
using stats::Past;

constexpr int primary_lag = 1;
constexpr double lead_alpha = 0.05;
/// Beyond two years of such days it is not for want of days.
constexpr int most_days_ahead = 730;
/// With as many days of one sort and none of the other, waiting for it is no plan.
constexpr double rows_of_one_sort = 60;
/// With fewer rows or spasms, rates are too loose to look ahead with.
constexpr double least_rows_to_look_ahead = 14;
constexpr double least_spasms_to_look_ahead = 3;

LeftOut left_out(const DiarySeries& diary, Exposure exposure) {
  LeftOut left;
  const auto& says = diary.says[static_cast<std::size_t>(exposure)];
  for (std::size_t day = 0; day + primary_lag < says.size(); ++day) {
    if (says[day] == DaySays::NotClosed) {
      ++left.not_closed;
    } else if (diary.possibly_partial[day] != 0) {
      ++left.possibly_partial;
    } else if (says[day] == DaySays::FiguresUnknown) {
      ++left.figures_unknown;
    } else if (says[day] == DaySays::NoTarget) {
      ++left.no_target;
    } else if (diary.spasms.known[day + primary_lag] == 0) {
      ++left.spasms_unknown;
    }
  }
  return left;
}

/// Further days at the diary's own rate of what is short; one a day where it has not happened yet.
MoreDays days_for(const Shortage& shortage, const stats::Arms& arms) {
  const double missing = shortage.need - shortage.have;
  const bool day_of_a_sort = shortage.lack == Lack::DeficientDays || shortage.lack == Lack::SufficientDays;
  if (shortage.lack == Lack::CalendarDays) return {static_cast<int>(missing), false};
  const bool loose = arms.days() < least_rows_to_look_ahead;
  if (shortage.have > 0 && !loose) return {static_cast<int>(std::ceil(missing * arms.days() / shortage.have)), false};
  return {day_of_a_sort ? static_cast<int>(missing) : 0, true};
}

std::optional<MoreDays> more_days(const std::vector<Shortage>& shortages, const stats::Arms& arms) {
  MoreDays more;
  for (const Shortage& shortage : shortages) {
    if (shortage.lack == Lack::OwnVariation || shortage.lack == Lack::Separated || shortage.lack == Lack::NoEstimate) {
      return std::nullopt;
    }
    const bool of_a_sort = shortage.lack == Lack::DeficientDays || shortage.lack == Lack::SufficientDays;
    if (of_a_sort && shortage.have == 0 && arms.days() >= rows_of_one_sort) return std::nullopt;
    const MoreDays own = days_for(shortage, arms);
    more.closed_days = std::max(more.closed_days, own.closed_days);
    more.at_least = more.at_least || own.at_least;
  }
  if (more.closed_days == 0 || more.closed_days > most_days_ahead) return std::nullopt;
  return more;
}

std::optional<DaysNeeded> days_needed(const Association& one, std::size_t calendar_days) {
  const stats::Arms& arms = one.arms;
  const bool both_sorts = arms.exposed.days > 0 && arms.unexposed.days > 0;
  if (!both_sorts || arms.days() < least_rows_to_look_ahead || arms.events() < least_spasms_to_look_ahead) {
    return std::nullopt;
  }
  stats::DiarySoFar diary{static_cast<double>(calendar_days), arms.days(), arms.events() / arms.days(),
                          arms.exposed.days / arms.days(), std::nullopt};
  if (one.effect && one.enough_data()) diary.found = {one.effect->error, one.effect->posterior.ratio};
  return DaysNeeded{stats::days_for_moderate(diary, 1.5), stats::days_for_moderate(diary, 2.0)};
}

/// By itself: what version 1 of the method called the estimate.
void add_alone(const stats::ScoredSeries& deficient, Association& one) {
  if (deficient.series().days() <= primary_lag) return;
  one.alone = stats::shift_calibrated_effect(deficient, primary_lag);
  if (one.arms.exposed.days > 0 && one.arms.unexposed.days > 0) {
    one.described = stats::mid_p_rate_ratio(one.arms.exposed, one.arms.unexposed);
  }
}

ReasonCode code_of(Lack lack) {
  switch (lack) {
    case Lack::CalendarDays:
      return ReasonCode::CalendarDays;
    case Lack::Spasms:
      return ReasonCode::Spasms;
    case Lack::DeficientDays:
      return ReasonCode::DeficientDays;
    case Lack::SufficientDays:
      return ReasonCode::SufficientDays;
    case Lack::DeficientSpasms:
      return ReasonCode::DeficientSpasms;
    case Lack::SufficientSpasms:
      return ReasonCode::SufficientSpasms;
    case Lack::Separated:
      return ReasonCode::Separated;
    case Lack::OwnVariation:
      return ReasonCode::OthersExplain;
    case Lack::NoEstimate:
      break;
  }
  return ReasonCode::NoEstimate;
}

/// Which way the day before leans, and how surely; of the week before where that is what stands.
Reason lean(const Association& one) {
  if (one.grade == Grade::None) return {ReasonCode::SmallAtMost};
  const double up = one.shown()->posterior.probability_above_1;
  const double sure = std::max(up, 1 - up);
  const double next = sure < hint_by_day.probability       ? hint_by_day.probability
                      : sure < moderate_by_day.probability ? moderate_by_day.probability
                                                           : strong_by_day.probability;
  if (one.grade < Grade::Hint) return {ReasonCode::Balanced, sure, next};
  return {up >= 0.5 ? ReasonCode::LeansUp : ReasonCode::LeansDown, sure, next};
}

void add_reasons(const Verdict& verdict, Association& one) {
  for (const Shortage& shortage : one.shortages) {
    one.reasons.push_back({code_of(shortage.lack), shortage.have, shortage.need});
  }
  if (one.enough_data()) {
    one.reasons.push_back(lean(one));
    if (verdict.grounds.opposite_sides) one.reasons.push_back({ReasonCode::OppositeSides});
    const bool reached = reaches(*one.effect, hint_by_day) || (one.week && reaches(*one.week, moderate_by_week));
    if (one.grade == Grade::Unclear && reached && !verdict.grounds.opposite_sides) {
      one.reasons.push_back({ReasonCode::NotHeld, 1, static_cast<double>(looks_in_a_row)});
    }
    if (one.capped && (one.grade == Grade::Hint || one.grade == Grade::Unclear))
      one.reasons.push_back({ReasonCode::UnknownDays, one.next_day_unknown.p, 0});
    if (verdict.quarters_agree == false) one.reasons.push_back({ReasonCode::QuarterDecides});
    if (verdict.partial_days_agree == false) one.reasons.push_back({ReasonCode::PartialDaysDecide});
  }
  if (one.lead.flagged) one.reasons.push_back({ReasonCode::IntakeMayFollow, *one.lead.p_holm, lead_alpha});
}

void weigh_one(const stats::JointData& data, Looks& looks, Association& one) {
  const auto place = static_cast<std::size_t>(one.exposure);
  const Verdict found = verdict(looks, 0, place);
  one.next_day_unknown = found.next_day_unknown;
  one.grade = found.grade();
  one.week = looks.today(Past::WeekBefore).effects[place];
  if (one.enough_data()) {
    one.question = found.question;
    one.held_day = found.grounds.held_day;
    one.held_week = found.grounds.held_week;
    one.held_hint = found.grounds.held_hint;
    one.capped = found.grounds.capped;
    one.quarters_agree = found.quarters_agree;
    one.tipping = tipping_point(*one.effect, one.next_day_unknown, data, place);
    one.evalue = stats::evalue(one.shown()->ratio);
    one.evalue_of_interval = stats::evalue_of_interval(one.shown()->lower, one.shown()->upper);
  }
  one.days_needed = days_needed(one, data.days());
  add_reasons(found, one);
}

/// Holm's over the family, for those who ask three questions at once.
void adjust_together(Associations& family) {
  std::vector<stats::MaybeP> p;
  std::vector<stats::MaybeP> leads;
  for (const Association& one : family) {
    p.push_back(one.effect && one.enough_data() ? stats::MaybeP(one.effect->p) : std::nullopt);
    leads.push_back(one.lead.p_shift);
  }
  const auto p_holm = stats::holm(p);
  const auto lead_holm = stats::holm(leads);
  for (std::size_t place = 0; place < family.size(); ++place) {
    family[place].p_holm = p_holm[place];
    family[place].lead.p_holm = lead_holm[place];
    family[place].lead.flagged = lead_holm[place] && *lead_holm[place] <= lead_alpha;
  }
}

}  // namespace

stats::JointData joint_data(const DiarySeries& diary) {
  stats::JointData data{diary.first_weekday, diary.spasms, {diary.deficient.begin(), diary.deficient.end()}, {}};
  for (const NamedSeries& factor : diary.allowed_for) data.factors.push_back(factor.series);
  return data;
}

Associations described(const DiarySeries& diary, const JointModel& model,
                       std::span<const stats::ScoredSeries, exposure_count> deficient) {
  Associations family;
  for (const Exposure exposure : all_exposures) {
    const auto place = static_cast<std::size_t>(exposure);
    Association& one = family[place];
    one.exposure = exposure;
    one.left_out = left_out(diary, exposure);
    if (!model.arms.empty()) one.arms = model.arms[place];
    one.effect = model.effects[place];
    one.shortages = shortages(model, place);
    one.more_days = more_days(one.shortages, one.arms);
    one.lead.p_shift = stats::lead_check(deficient[place]);
    add_alone(deficient[place], one);
  }
  adjust_together(family);
  return family;
}

void weigh(const DiarySeries& diary, Looks& looks, Associations& family) {
  const stats::JointData data = joint_data(diary);
  for (Association& one : family) weigh_one(data, looks, one);
  for (Association& one : family) {
    if (one.enough_data()) one.looks = looks.looked(static_cast<std::size_t>(one.exposure));
  }
}

std::optional<stats::JointData> joint_data_with_partial(const DiarySeries& diary) {
  if (!diary.any_possibly_partial()) return std::nullopt;
  stats::JointData data = joint_data(diary);
  data.exposures.assign(diary.deficient_with_all.begin(), diary.deficient_with_all.end());
  return data;
}

std::array<Grade, exposure_count> grades_a_week_before(Looks& looks) {
  std::array<Grade, exposure_count> grades{};
  for (const Exposure exposure : all_exposures) {
    const auto place = static_cast<std::size_t>(exposure);
    grades[place] = verdict(looks, 1, place).grade();
  }
  return grades;
}

}  // namespace lytes::insight

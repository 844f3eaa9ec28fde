#include <algorithm>

#include "associations.hpp"

namespace lytes::insight {
namespace {

ReasonCode code_of(Lack lack) {
  switch (lack) {
    case Lack::CalendarDays:
      return ReasonCode::CalendarDays;
    case Lack::Events:
      return ReasonCode::Spasms;
    case Lack::DeficientDays:
      return ReasonCode::DeficientDays;
    case Lack::SufficientDays:
      return ReasonCode::SufficientDays;
    case Lack::DeficientEvents:
      return ReasonCode::DeficientSpasms;
    case Lack::SufficientEvents:
      return ReasonCode::SufficientSpasms;
    case Lack::OwnVariation:
      return ReasonCode::CalendarExplains;
    case Lack::NoEstimate:
      break;
  }
  return ReasonCode::NoEstimate;
}

bool same_sign(double one, double other) { return (one > 0) == (other > 0); }

/// Partial days in or out. An estimate that cannot be made with them does not agree.
bool partial_days_agree(const Association& one, bool any_possibly_partial) {
  if (!any_possibly_partial) return true;
  const auto& with = one.with_possibly_partial;
  return with && with->status == stats::Status::Ok && same_sign(with->log_ratio, one.effect.log_ratio);
}

double sureness(const stats::Posterior& belief) {
  return std::max(belief.probability_above_1, 1 - belief.probability_above_1);
}

Reason verdict(const Association& one) {
  const stats::Posterior& belief = *one.posterior;
  if (one.grade == Grade::None) return {ReasonCode::SmallAtMost};
  const double sure = sureness(belief);
  const double next = sure < hint_from ? hint_from : sure < moderate_from ? moderate_from : strong_from;
  if (sure < hint_from) return {ReasonCode::Balanced, sure, next};
  return {belief.probability_above_1 >= 0.5 ? ReasonCode::LeansUp : ReasonCode::LeansDown, sure, next};
}

/// What keeps a probability that would be strong from being called so.
void add_what_strong_lacks(const Association& one, bool partial_agree, std::vector<Reason>& reasons) {
  const bool up = one.posterior->probability_above_1 >= 0.5;
  if (one.p_holm && *one.p_holm > family_alpha)
    reasons.push_back({ReasonCode::ManyQuestions, *one.p_holm, family_alpha});
  if (!one.adjusted) {
    reasons.push_back({ReasonCode::NoAdjusted});
  } else {
    const double probability = one.adjusted->posterior.probability_above_1;
    const double same_side = up ? probability : 1 - probability;
    if (same_side < moderate_from) reasons.push_back({ReasonCode::AdjustedUnsure, same_side, moderate_from});
  }
  if (!partial_agree) {
    const auto& with = one.with_possibly_partial;
    reasons.push_back({ReasonCode::PartialDaysDecide, with && with->status == stats::Status::Ok ? with->ratio : 0});
  }
}

/// Checks that are shown only when they disagree.
void add_disagreements(const Association& one, std::vector<Reason>& reasons) {
  if (!one.in_other_ways) return;
  const auto agrees = [&](const stats::LogRatio& other) {
    return other.status == stats::Status::Ok && same_sign(other.value, one.effect.log_ratio);
  };
  const stats::Robustness& ways = *one.in_other_ways;
  if (!agrees(ways.negative_binomial) || !agrees(ways.case_crossover)) reasons.push_back({ReasonCode::ModelsDisagree});
  for (std::size_t quarter = 0; quarter < ways.without_quarter.size(); ++quarter) {
    if (!agrees(ways.without_quarter[quarter])) {
      reasons.push_back({ReasonCode::QuarterDecides, static_cast<double>(quarter + 1)});
    }
  }
}

}  // namespace

void judge(Association& one, bool any_possibly_partial) {
  one.reasons.clear();
  for (const Shortage& shortage : one.shortages) {
    one.reasons.push_back({code_of(shortage.lack), shortage.have, shortage.need});
  }
  const bool partial_agree = one.enough_data() && partial_days_agree(one, any_possibly_partial);
  Grounds grounds;
  grounds.enough_data = one.enough_data();
  if (one.posterior) grounds.belief = *one.posterior;
  grounds.lead_flagged = one.lead.flag;
  grounds.survives_history = one.lead.survives_history;
  grounds.p_holm = one.p_holm;
  if (one.adjusted) grounds.adjusted_probability_up = one.adjusted->posterior.probability_above_1;
  grounds.sign_is_stable = partial_agree && one.in_other_ways && one.in_other_ways->keeps_sign_of(one.effect.log_ratio);
  one.grade = grade(grounds);

  if (one.enough_data()) one.reasons.push_back(verdict(one));
  if (one.lead.flag) one.reasons.push_back({ReasonCode::IntakeFollowsSpasms, one.lead.p, lead_alpha});
  if (!one.enough_data()) return;
  if (one.lead.flag && !one.lead.survives_history) one.reasons.push_back({ReasonCode::HistoryExplains});
  if (one.adjusted && one.adjusted->differs) {
    one.reasons.push_back({ReasonCode::AdjustedDiffers, one.adjusted->effect.ratio});
  }
  if (sureness(*one.posterior) >= strong_from && one.grade != Grade::Strong && one.grade != Grade::None) {
    add_what_strong_lacks(one, partial_agree, one.reasons);
  }
  add_disagreements(one, one.reasons);
}

}  // namespace lytes::insight

#include "lytes/stats/grade.hpp"

#include <algorithm>

namespace lytes::stats {
namespace {

constexpr double no_difference_above = 0.8;
constexpr double no_difference_below = 1.25;

bool strong_holds(const Evidence& evidence, bool upward) {
  if (!evidence.p_holm || *evidence.p_holm > family_alpha) return false;
  if (evidence.lead_flagged || !evidence.sign_is_stable || !evidence.adjusted_probability_up) return false;
  const double same_side = upward ? *evidence.adjusted_probability_up : 1.0 - *evidence.adjusted_probability_up;
  return same_side >= moderate_from;
}

}  // namespace

std::vector<Shortage> shortages(const Effect& effect, std::size_t calendar_days, const MinimumData& minimum) {
  std::vector<Shortage> missing;
  const auto need = [&](Lack lack, double have, double least) {
    if (have < least) missing.push_back({lack, have, least});
  };
  need(Lack::CalendarDays, static_cast<double>(calendar_days), minimum.calendar_days);
  need(Lack::Events, effect.events(), minimum.events);
  need(Lack::DeficientDays, effect.deficient.days, minimum.days_in_arm);
  need(Lack::SufficientDays, effect.sufficient.days, minimum.days_in_arm);
  need(Lack::DeficientEvents, effect.deficient.events, minimum.events_in_arm);
  need(Lack::SufficientEvents, effect.sufficient.events, minimum.events_in_arm);
  if (effect.status == Status::Ok && effect.vif > minimum.largest_vif) {
    missing.push_back({Lack::OwnVariation, effect.vif, minimum.largest_vif});
  }
  if (missing.empty() && effect.status != Status::Ok) missing.push_back({Lack::NoEstimate, 0.0, 1.0});
  return missing;
}

std::string_view word(Grade grade) {
  switch (grade) {
    case Grade::Insufficient:
      return "insufficient";
    case Grade::None:
      return "none";
    case Grade::Unclear:
      return "unclear";
    case Grade::Hint:
      return "hint";
    case Grade::Moderate:
      return "moderate";
    case Grade::Strong:
      return "strong";
    case Grade::Confirmed:
      return "confirmed";
  }
  return "";
}

Grade grade(const Evidence& evidence) {
  if (!evidence.enough_data) return Grade::Insufficient;
  const Posterior& belief = evidence.belief;
  if (belief.lower > no_difference_above && belief.upper < no_difference_below) return Grade::None;

  const bool upward = belief.probability_above_1 >= 0.5;
  const double sure = upward ? belief.probability_above_1 : 1.0 - belief.probability_above_1;
  if (sure < hint_from) return Grade::Unclear;
  if (sure < moderate_from || (evidence.lead_flagged && !evidence.survives_history)) return Grade::Hint;
  if (evidence.randomised) return Grade::Confirmed;
  return sure >= strong_from && strong_holds(evidence, upward) ? Grade::Strong : Grade::Moderate;
}

}  // namespace lytes::stats

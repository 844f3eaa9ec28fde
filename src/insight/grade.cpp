#include "lytes/insight/grade.hpp"

#include <algorithm>

namespace lytes::insight {
namespace {

constexpr double no_difference_above = 0.8;
constexpr double no_difference_below = 1.25;

bool strong_holds(const Grounds& grounds, bool upward) {
  if (!grounds.p_holm || *grounds.p_holm > family_alpha) return false;
  if (grounds.lead_flagged || !grounds.sign_is_stable || !grounds.adjusted_probability_up) return false;
  const double same_side = upward ? *grounds.adjusted_probability_up : 1.0 - *grounds.adjusted_probability_up;
  return same_side >= moderate_from;
}

}  // namespace

std::vector<Shortage> shortages(const stats::Effect& effect, std::size_t calendar_days, const MinimumData& minimum) {
  std::vector<Shortage> missing;
  const auto need = [&](Lack lack, double have, double least) {
    if (have < least) missing.push_back({lack, have, least});
  };
  need(Lack::CalendarDays, static_cast<double>(calendar_days), minimum.calendar_days);
  need(Lack::Events, effect.events(), minimum.events);
  need(Lack::DeficientDays, effect.exposed.days, minimum.days_in_arm);
  need(Lack::SufficientDays, effect.unexposed.days, minimum.days_in_arm);
  need(Lack::DeficientEvents, effect.exposed.events, minimum.events_in_arm);
  need(Lack::SufficientEvents, effect.unexposed.events, minimum.events_in_arm);
  if (effect.status == stats::Status::Ok && effect.vif > minimum.largest_vif) {
    missing.push_back({Lack::OwnVariation, effect.vif, minimum.largest_vif});
  }
  if (missing.empty() && effect.status != stats::Status::Ok) missing.push_back({Lack::NoEstimate, 0.0, 1.0});
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

Grade grade(const Grounds& grounds) {
  if (!grounds.enough_data) return Grade::Insufficient;
  const stats::Posterior& belief = grounds.belief;
  if (belief.lower > no_difference_above && belief.upper < no_difference_below) return Grade::None;

  const bool upward = belief.probability_above_1 >= 0.5;
  const double sure = upward ? belief.probability_above_1 : 1.0 - belief.probability_above_1;
  if (sure < hint_from) return Grade::Unclear;
  if (sure < moderate_from || (grounds.lead_flagged && !grounds.survives_history)) return Grade::Hint;
  if (grounds.randomised) return Grade::Confirmed;
  return sure >= strong_from && strong_holds(grounds, upward) ? Grade::Strong : Grade::Moderate;
}

}  // namespace lytes::insight

#include "lytes/insight/grade.hpp"

#include <algorithm>
#include <cmath>

namespace lytes::insight {
namespace {

/// A ratio beyond e^8 is no ratio but an arm without events.
constexpr double farthest_log_ratio = 8;

}  // namespace

std::string_view word(Lack lack) {
  switch (lack) {
    case Lack::CalendarDays:
      return "calendar_days";
    case Lack::Spasms:
      return "spasms";
    case Lack::DeficientDays:
      return "short_days";
    case Lack::SufficientDays:
      return "enough_days";
    case Lack::DeficientSpasms:
      return "spasms_after_short";
    case Lack::SufficientSpasms:
      return "spasms_after_enough";
    case Lack::Separated:
      return "separated";
    case Lack::OwnVariation:
      return "own_variation";
    case Lack::NoEstimate:
      return "no_estimate";
  }
  return "";
}

std::vector<Shortage> shortages(const stats::JointModel& model, std::size_t exposure, const MinimumData& minimum) {
  std::vector<Shortage> missing;
  const auto need = [&](Lack lack, double have, double least) {
    if (have < least) missing.push_back({lack, have, least});
  };
  const stats::Arms arms = exposure < model.arms.size() ? model.arms[exposure] : stats::Arms{};
  need(Lack::CalendarDays, static_cast<double>(model.days), minimum.calendar_days);
  need(Lack::Spasms, arms.events(), minimum.events);
  need(Lack::DeficientDays, arms.exposed.days, minimum.days_in_arm);
  need(Lack::SufficientDays, arms.unexposed.days, minimum.days_in_arm);
  need(Lack::DeficientSpasms, arms.exposed.events, minimum.events_in_arm);
  need(Lack::SufficientSpasms, arms.unexposed.events, minimum.events_in_arm);
  const auto& effect = model.effects[exposure];
  if (effect && (std::abs(effect->log_ratio) > farthest_log_ratio || !std::isfinite(effect->error))) {
    missing.push_back({Lack::Separated, 0, 0});
  }
  if (effect && effect->vif > minimum.largest_vif) {
    missing.push_back({Lack::OwnVariation, effect->vif, minimum.largest_vif});
  }
  if (!effect && missing.empty()) missing.push_back({Lack::NoEstimate, 0, 1});
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

bool reaches(const stats::JointEffect& effect, const Bounds& bounds) {
  const double up = effect.posterior.probability_above_1;
  return std::max(up, 1 - up) >= bounds.probability && effect.posterior.bayes_factor >= bounds.bayes_factor;
}

Grade grade(const Grounds& grounds) {
  if (!grounds.enough_data) return Grade::Insufficient;
  if (grounds.opposite_sides) return Grade::Unclear;
  if (grounds.small_at_most && !grounds.held_week) return Grade::None;
  const bool by_day = grounds.held_day && !grounds.small_at_most;
  if (by_day || grounds.held_week) {
    if (grounds.capped) return Grade::Hint;
    return by_day && grounds.strong_by_day_and_stable ? Grade::Strong : Grade::Moderate;
  }
  return grounds.held_hint ? Grade::Hint : Grade::Unclear;
}

}  // namespace lytes::insight

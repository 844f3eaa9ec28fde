#include "next_step.hpp"

#include <algorithm>
#include <cmath>

#include "lytes/insight/trial_plan.hpp"
#include "lytes/safety/aims.hpp"
#include "lytes/safety/trials.hpp"
#include "lytes/targets/advice.hpp"
#include "lytes/targets/target_book.hpp"

namespace lytes::insight {
namespace {

constexpr std::size_t recent_days = 14;
/// So many of the recent days are more than an oversight.
constexpr int worth_mentioning = 3;
constexpr double much_unknown = 0.2;  // of the closed days

/// The last days but the very last one, which may still be going on.
Facts recent(Facts days) {
  if (days.empty()) return days;
  const Facts past = days.first(days.size() - 1);
  return past.last(std::min(recent_days, past.size()));
}

int count(Facts days, bool (*is)(const DayFacts&)) {
  return static_cast<int>(std::count_if(days.begin(), days.end(), is));
}

std::optional<NextStep> about_logging(const Evidence& evidence, Facts days) {
  const Facts last = recent(days);
  const int open =
      count(last, [](const DayFacts& day) { return day.any_intake && !day.intake_complete && !day.set_aside; });
  if (open >= worth_mentioning) return NextStep{NextStepKind::CloseDays, std::nullopt, open};
  const int silent = count(last, [](const DayFacts& day) { return day.intake_complete && !day.spasms; });
  if (silent >= worth_mentioning) return NextStep{NextStepKind::SaySpasms, std::nullopt, silent};
  NextStep figures{NextStepKind::GiveFigures, std::nullopt, 0};
  for (const Association& one : evidence.associations) {
    if (one.withheld || one.left_out.figures_unknown <= figures.count) continue;
    figures.exposure = one.exposure;
    figures.count = one.left_out.figures_unknown;
  }
  if (figures.count >= worth_mentioning && figures.count > much_unknown * evidence.closed_days) return figures;
  return std::nullopt;
}

double sureness(const Association& one) {
  return one.shown() ? std::abs(one.shown()->posterior.mean) / one.shown()->posterior.sd : 0;
}

/// Whether spasms are more after days short of it: by the experiment where one has confirmed it.
bool more_when_short(const Association& one) {
  if (one.grade == Grade::Confirmed) return one.trial && one.trial->ratio && one.trial->ratio->value < 1;
  return one.leans_up();
}

/// The association that stands out most among those that more of the nutrient could answer.
const Association* standing_out(const Evidence& evidence) {
  const Association* found = nullptr;
  for (const Association& one : evidence.associations) {
    if (one.withheld || !more_when_short(one) || one.grade < Grade::Moderate) continue;
    if (one.grade == Grade::Confirmed) return &one;
    if (!found || sureness(one) > sureness(*found)) found = &one;
  }
  return found;
}

/// Whether a coin may be offered, and would find a tripling at least within a year.
bool may_plan_trial(const Evidence& evidence, Rows latest, Exposure exposure, const targets::TargetBook& targets,
                    const targets::PersonalAdvice& personal) {
  const calendar::Day today = evidence.range->to;
  const safety::TrialPerson person{personal, targets.profile_on(today), targets.on(today), evidence.open_signs, today};
  if (safety::reason_against_trial(nutrient_of(exposure), person, safety::TrialStep::Begin)) return false;
  const Rows last = latest.last(std::min(latest.size(), static_cast<std::size_t>(trial_looks_back.count())));
  // Without the hours, which `lytes trial plan` looks up.
  return trial_plan(exposure, trial_habits(last, last, exposure), usual_draw_time, {}).feasible();
}

/// What more of something that stands out, or was confirmed, calls for.
NextStep about(const Association& one, const Evidence& evidence, Rows latest, const targets::TargetBook& targets,
               const targets::PersonalAdvice& personal) {
  if (!personal.health_was_asked()) return {NextStepKind::SayHealth, one.exposure, 0};
  if (!safety::may_try_without_asking(nutrient_of(one.exposure), personal)) {
    return {NextStepKind::ReachAfterAsking, one.exposure, 0};
  }
  if (one.grade == Grade::Confirmed) return {NextStepKind::ReachConfirmed, one.exposure, 0};
  const bool tried = one.trial.has_value() || !may_plan_trial(evidence, latest, one.exposure, targets, personal);
  return {tried ? NextStepKind::ReachTarget : NextStepKind::PlanTrial, one.exposure, 0};
}

/// Days still to go until a doubling would be called moderate.
std::optional<int> still_needed(const Association& one, std::size_t days) {
  if (!one.days_needed || !one.days_needed->for_2) return std::nullopt;
  return static_cast<int>(std::ceil(*one.days_needed->for_2 - static_cast<double>(days)));
}

/// What is nearest, over the associations: the fewest days by `days_of`, which is empty where there is nothing to wait
/// for.
template <class DaysOf>
std::optional<NextStep> nearest(const Evidence& evidence, NextStepKind kind, DaysOf&& days_of) {
  std::optional<NextStep> step;
  for (const Association& one : evidence.associations) {
    const std::optional<int> days = one.withheld ? std::nullopt : days_of(one);
    if (days && (!step || *days < step->count)) step = NextStep{kind, one.exposure, *days};
  }
  return step;
}

}  // namespace

NextStep next_step(const Evidence& evidence, Facts days, Rows latest, const targets::TargetBook& targets,
                   const targets::PersonalAdvice& personal) {
  // What many days say together is the usual week of somebody with spasms, and bars nothing.
  const bool is_open = std::ranges::any_of(evidence.open_signs, [](const auto& sign) { return !sign.is_over_days(); });
  if (is_open) return {NextStepKind::SeeDoctor, std::nullopt, 0};
  if (days.empty()) return {NextStepKind::StartLogging, std::nullopt, 0};
  if (const auto step = about_logging(evidence, days)) return *step;
  const auto running = std::ranges::find(evidence.trials, TrialState::Running, &TrialStanding::state);
  if (running != evidence.trials.end() && !evidence.of(running->exposure).withheld) {
    return {NextStepKind::GoOnWithTrial, running->exposure, 0};
  }
  if (const Association* one = standing_out(evidence)) return about(*one, evidence, latest, targets, personal);
  if (!evidence.any_told()) return {NextStepKind::AskYourTeam, std::nullopt, 0};
  const auto fewer = std::find_if(
      evidence.associations.begin(), evidence.associations.end(),
      [](const Association& one) { return !one.withheld && one.grade >= Grade::Moderate && !more_when_short(one); });
  if (fewer != evidence.associations.end()) return {NextStepKind::AskAboutFewer, fewer->exposure, 0};
  const bool any_enough = std::any_of(evidence.associations.begin(), evidence.associations.end(),
                                      [](const Association& one) { return !one.withheld && one.enough_data(); });
  if (!any_enough) {
    const auto step = nearest(evidence, NextStepKind::KeepGoing, [](const Association& one) {
      return one.more_days ? std::optional(one.more_days->closed_days) : std::nullopt;
    });
    return step.value_or(NextStep{NextStepKind::KeepGoing, std::nullopt, 0});
  }
  const auto step = nearest(evidence, NextStepKind::SettleDoubling, [&](const Association& one) {
    const bool no_doubling = one.effect && one.effect->upper < 2;
    const bool open = one.enough_data() && one.grade != Grade::None && !no_doubling;
    const auto still = open ? still_needed(one, days.size()) : std::nullopt;
    return still && *still > 0 ? still : std::nullopt;
  });
  return step.value_or(NextStep{NextStepKind::NothingToChange, std::nullopt, 0});
}

}  // namespace lytes::insight

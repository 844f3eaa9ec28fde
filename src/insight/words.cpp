#include "lytes/insight/association.hpp"
#include "lytes/insight/evidence.hpp"
#include "lytes/insight/exploration.hpp"

namespace lytes::insight {

std::string_view code(NextStepKind kind) {
  switch (kind) {
    case NextStepKind::SeeDoctor:
      return "see_doctor";
    case NextStepKind::StartLogging:
      return "start_logging";
    case NextStepKind::CloseDays:
      return "close_days";
    case NextStepKind::SaySpasms:
      return "say_spasms";
    case NextStepKind::GiveFigures:
      return "give_figures";
    case NextStepKind::KeepGoing:
      return "keep_going";
    case NextStepKind::SettleDoubling:
      return "settle_doubling";
    case NextStepKind::ReachAfterAsking:
      return "reach_after_asking";
    case NextStepKind::ReachTarget:
      return "reach_target";
    case NextStepKind::PlanTrial:
      return "plan_trial";
    case NextStepKind::GoOnWithTrial:
      return "go_on_with_trial";
    case NextStepKind::ReachConfirmed:
      return "reach_confirmed";
    case NextStepKind::AskAboutFewer:
      return "ask_about_fewer";
    case NextStepKind::SayHealth:
      return "say_health";
    case NextStepKind::AskYourTeam:
      return "ask_your_team";
    case NextStepKind::NothingToChange:
      return "nothing_to_change";
  }
  return "";
}

std::string_view code(ReasonCode reason) {
  switch (reason) {
    case ReasonCode::CalendarDays:
      return "too_few_calendar_days";
    case ReasonCode::Spasms:
      return "too_few_spasms";
    case ReasonCode::DeficientDays:
      return "too_few_deficient_days";
    case ReasonCode::SufficientDays:
      return "too_few_sufficient_days";
    case ReasonCode::DeficientSpasms:
      return "too_few_spasms_after_deficient_days";
    case ReasonCode::SufficientSpasms:
      return "too_few_spasms_after_sufficient_days";
    case ReasonCode::Separated:
      return "separated";
    case ReasonCode::OthersExplain:
      return "others_explain_intake";
    case ReasonCode::NoEstimate:
      return "no_estimate";
    case ReasonCode::LeansUp:
      return "leans_to_more_spasms";
    case ReasonCode::LeansDown:
      return "leans_to_fewer_spasms";
    case ReasonCode::Balanced:
      return "leans_to_neither";
    case ReasonCode::SmallAtMost:
      return "small_difference_at_most";
    case ReasonCode::NotHeld:
      return "not_held";
    case ReasonCode::OppositeSides:
      return "day_and_week_contradict";
    case ReasonCode::UnknownDays:
      return "unknown_days_could_make_it";
    case ReasonCode::IntakeMayFollow:
      return "intake_may_follow_spasms";
    case ReasonCode::QuarterDecides:
      return "one_quarter_decides";
    case ReasonCode::PartialDaysDecide:
      return "possibly_partial_days_decide";
  }
  return "";
}

}  // namespace lytes::insight

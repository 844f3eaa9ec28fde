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
    case NextStepKind::TryAfterAsking:
      return "try_after_asking";
    case NextStepKind::TryMore:
      return "try_more";
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
    case ReasonCode::CalendarExplains:
      return "calendar_explains_intake";
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
    case ReasonCode::IntakeFollowsSpasms:
      return "intake_follows_spasms";
    case ReasonCode::HistoryExplains:
      return "recent_spasms_explain_it";
    case ReasonCode::ManyQuestions:
      return "several_questions_were_asked";
    case ReasonCode::AdjustedUnsure:
      return "adjusted_estimate_unsure";
    case ReasonCode::AdjustedDiffers:
      return "adjusted_estimate_differs";
    case ReasonCode::NoAdjusted:
      return "no_adjusted_estimate";
    case ReasonCode::ModelsDisagree:
      return "models_disagree";
    case ReasonCode::QuarterDecides:
      return "one_quarter_decides";
    case ReasonCode::PartialDaysDecide:
      return "possibly_partial_days_decide";
  }
  return "";
}

}  // namespace lytes::insight

#include "words/evidence_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"
#include "words/dates.hpp"
#include "words/exposure_names.hpp"

namespace lytes::report {

namespace {

/// A factor logged less often is not worth a sentence.
constexpr double worth_naming = 0.05;

std::string counted(double number, std::string_view noun) {
  return fmt::format("{:.0f} {}{}", number, noun, number == 1 ? "" : "s");
}

}  // namespace

namespace {

std::string either_of(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
  }
  return text;
}

}  // namespace

std::string asked_about(const insight::Evidence& evidence) {
  std::vector<std::string> names;
  for (const auto& association : evidence.associations) {
    if (!association.is_out_of_sight()) names.emplace_back(word(association.exposure));
  }
  return either_of(names);
}

bool is_open(const insight::Association& association) {
  return association.grade == insight::Grade::Insufficient || association.grade == insight::Grade::Unclear;
}

std::string open_questions_sentence(const insight::Evidence& evidence) {
  std::vector<std::string> names;
  for (const auto& association : evidence.associations) {
    if (!association.is_out_of_sight() && is_open(association)) names.emplace_back(word(association.exposure));
  }
  if (names.empty()) return "";
  return fmt::format("It cannot be told yet whether going short of {} goes together with more spasms.",
                     either_of(names));
}

namespace {

/// "stress is logged on 22 % of days; from 30 % on it is allowed for"
std::string rare_factor_words(std::string_view name, const stats::FactorInModel& factor) {
  return fmt::format("{} is logged on {:.0f} % of these days; from 30 % on it is allowed for", name,
                     100 * factor.known_share);
}

}  // namespace

std::string allowed_for_sentences(const insight::Evidence& evidence) {
  const auto& model = evidence.model;
  if (model.columns.empty()) return "";
  const bool full = model.calendar == stats::CalendarForm::WeekdaysAndSpline;
  std::vector<std::string> taken = {full ? "weekday and season" : "weekend and a steady trend",
                                    "the spasms of the days before", "each other"};
  std::vector<std::string> rare;
  std::vector<std::string> too_many;
  for (std::size_t place = 0; place < model.factors.size(); ++place) {
    const auto& factor = model.factors[place];
    const std::string name(text::printable(evidence.factor_names[place]));
    if (factor.use == stats::FactorUse::Taken) taken.push_back(name);
    if (factor.use == stats::FactorUse::TooRarelyLogged && factor.known_share >= worth_naming) {
      rare.push_back(rare_factor_words(name, factor));
    }
    if (factor.use == stats::FactorUse::TooFewEvents) too_many.push_back(name);
  }
  std::string text = fmt::format("The spasms a week and the ratios allow for {}.", text::listed(taken));
  if (!rare.empty()) text += fmt::format(" {}.", text::capitalised(fmt::format("{}", fmt::join(rare, "; "))));
  if (!too_many.empty()) {
    text += fmt::format(" There are too few spasms yet to allow for {} as well.", text::listed(too_many));
  }
  return text;
}

std::string logging_bias_sentence(const insight::LoggingBias& bias) {
  if (!bias.suspected()) return "";
  const bool on = bias.on_spasm_days.differs;
  const auto& open = on ? bias.on_spasm_days : bias.after_spasm_days;
  return fmt::format(
      "Days {} stay open {} often than others ({} of {} against {} of {}), so what is missing may not be missing by "
      "chance, and the figures may be off either way. Closing every day, good or bad, mends that for the days to come.",
      on ? "with spasms" : "after spasms", open.ratio && open.ratio->ratio > 1 ? "more" : "less", open.open_with_spasms,
      open.days_with_spasms, open.open_others, open.other_days);
}

std::string possibly_partial_sentence(const insight::Evidence& evidence) {
  if (evidence.possibly_partial.empty()) return "";
  constexpr std::size_t most_named = 5;
  std::vector<std::string> days;
  const auto& all = evidence.possibly_partial;
  for (std::size_t i = all.size() > most_named ? all.size() - most_named : 0; i < all.size(); ++i) {
    days.push_back(short_date(all[i]));
  }
  return fmt::format("{} closed but look half logged and are left out{}: {}.",
                     all.size() == 1 ? "One day is" : fmt::format("{} days are", all.size()),
                     all.size() > most_named ? "; the latest" : "", text::listed(days));
}

std::string since_last_week_sentence(const insight::Evidence& evidence) {
  if (!evidence.since_last_week) return "";
  const auto& since = *evidence.since_last_week;
  std::string text = fmt::format("Since a week ago: {} and {} more to go by.",
                                 counted(since.more_closed_days, "closed day"), counted(since.more_spasms, "spasm"));
  for (const auto& change : since.grades) {
    text += fmt::format(" {} went from \"{}\" to \"{}\".", text::capitalised(word(change.exposure)),
                        grade_words(change.before), grade_words(change.now));
  }
  return text;
}

namespace {

std::string what_to_do(const safety::OpenSign& flag) {
  switch (flag.sign.when) {
    case safety::When::Now:
      return flag.fresh ? "Call your emergency number or go to an emergency department now."
                        : "If it is still there, call your emergency number now, otherwise be seen today.";
    case safety::When::Today:
      return "Have it looked at today.";
    case safety::When::ThisWeek:
      return "Have it looked at this week.";
    case safety::When::NextVisit:
      break;
  }
  return "Show it to a doctor at the next visit.";
}

}  // namespace

std::string red_flag_sentence(const safety::OpenSign& flag) {
  if (flag.sign.name == safety::crisis) {
    return fmt::format("What you wrote on {} sounded very hard, and you need not be alone with it. {}",
                       short_date(flag.last), safety::crisis_help());
  }
  if (flag.is_over_days()) return flag.figures + " " + what_to_do(flag);
  std::string text = text::capitalised(flag.sign.in_a_sentence);
  if (!flag.places.empty()) text += " (" + text::listed(flag.places) + ")";
  text += flag.times == 1 ? ", told on " : fmt::format(", told {} times, last on ", flag.times);
  text += short_date(flag.last) + ".";
  if (!flag.sign.reason.empty()) text += " " + flag.sign.reason;
  return text + " " + what_to_do(flag);
}

std::string open_sign_hint(const safety::OpenSign& flag) {
  return fmt::format("Once a doctor has seen it: lytes seen \"{}\"", flag.sign.name);
}

/// Not everyone for whom more may be dangerous has said so in the profile.
std::string_view who_asks_first(insight::Exposure exposure) {
  switch (exposure) {
    case insight::Exposure::Water:
      return "If you have heart, kidney or liver disease, or take water tablets or medicines for mood";
    case insight::Exposure::Magnesium:
      return "If you have kidney or heart disease, a muscle disease, or are pregnant";
    case insight::Exposure::Potassium:
      break;
  }
  return "If you have kidney, heart or adrenal disease, or take medicines for the heart or for blood pressure";
}

std::string_view by_what(insight::Exposure exposure) {
  return exposure == insight::Exposure::Water ? "spread over the day"
                                              : "through food rather than tablets or salt substitutes";
}

namespace {

bool any_emergency(const insight::Evidence& evidence) {
  return std::ranges::any_of(evidence.open_signs,
                             [](const safety::OpenSign& sign) { return sign.sign.level == Level::Emergency; });
}

/// What to do about an exposure that stands out, or did in an experiment.
std::string about_exposure(const insight::NextStep& step, const std::string& what) {
  using insight::NextStepKind;
  switch (step.kind) {
    case NextStepKind::ReachAfterAsking:
      return fmt::format(
          "{} stands out, but because of what your profile holds, ask a doctor or pharmacist before you take more of "
          "it. Take this page along.",
          text::capitalised(what));
    case NextStepKind::ReachTarget:
      return fmt::format(
          "{} stands out. {}, ask a doctor or pharmacist first. Otherwise reaching its target on most days, {}, is "
          "worth it by itself; whether it changes the spasms a diary alone cannot tell.",
          text::capitalised(what), who_asks_first(*step.exposure), by_what(*step.exposure));
    case NextStepKind::PlanTrial:
      return fmt::format(
          "{0} stands out, and a diary alone cannot tell whether it makes the difference. A coin can: on days still "
          "short of it, chance decides whether you reach the target, and the next days are compared. `lytes trial plan "
          "{1}` says how long that would take you.",
          text::capitalised(what), what);
    case NextStepKind::GoOnWithTrial:
      return fmt::format("Go on with your experiment with {}: `lytes trial today` draws the coin of a day.", what);
    case NextStepKind::ReachConfirmed:
      return fmt::format(
          "Your own experiment has confirmed it: reaching the target of {} on most days, {}, is worth it. {}, ask a "
          "doctor or pharmacist first.",
          what, by_what(*step.exposure), who_asks_first(*step.exposure));
    case NextStepKind::AskAboutFewer:
      return fmt::format(
          "Spasms were fewer after days short of {}. That is no reason to go short of it; show it to a doctor, also if "
          "you take it as a supplement.",
          what);
    case NextStepKind::SayHealth:
      return fmt::format(
          "Something stands out about {}; before anything is suggested, say once whether there is something with "
          "kidneys, heart, liver or adrenal glands, a pregnancy, or any medicine: `lytes profile set "
          "condition=\"kidney disease\" medicine=lisinopril`. When there is nothing: `lytes profile set health=none`.",
          what);
    default:
      return "";
  }
}

}  // namespace

std::string next_step_sentences(const insight::Evidence& evidence) {
  const auto& step = evidence.next_step;
  const std::string what = step.exposure ? std::string(word(*step.exposure)) : std::string("it");
  using insight::NextStepKind;
  switch (step.kind) {
    case NextStepKind::SeeDoctor:
      return any_emergency(evidence)
                 ? "Call your emergency number about the signs above. That comes before all figures."
                 : "See a doctor about the signs above. That comes before all figures.";
    case NextStepKind::StartLogging:
      return "Log what you drink and eat and each spasm, and close the day with \"lytes day done\".";
    case NextStepKind::CloseDays:
      return fmt::format(
          "Close your days: {} of the last 14 were logged but left open, and open days cannot count. "
          "\"lytes day done yesterday\" closes one.",
          step.count);
    case NextStepKind::SaySpasms:
      return fmt::format(
          "Say when there was none: on {} of the last 14 days nobody knows whether there was a spasm. "
          "\"lytes spasm none yesterday\" says so.",
          step.count);
    case NextStepKind::GiveFigures:
      return fmt::format("Give your own foods a figure for {}: {} lost because too many items have none.", what,
                         step.count == 1 ? "one closed day is" : fmt::format("{} closed days are", step.count));
    case NextStepKind::KeepGoing:
      return step.count > 0 ? fmt::format("Keep going: {} and the first comparison can be made.",
                                          counted(step.count, "more closed day"))
                            : "Keep going; there is too little to compare yet.";
    case NextStepKind::SettleDoubling:
      return fmt::format(
          "Keep going: if spasms double when you go short of {}, {} more would show it in four cases of five.", what,
          in_weeks(step.count));
    case NextStepKind::ReachAfterAsking:
    case NextStepKind::ReachTarget:
    case NextStepKind::PlanTrial:
    case NextStepKind::GoOnWithTrial:
    case NextStepKind::ReachConfirmed:
    case NextStepKind::AskAboutFewer:
    case NextStepKind::SayHealth:
      return about_exposure(step, what);
    case NextStepKind::AskYourTeam:
      return "With what your profile holds, how much of these is right is for your doctor or team to say; take this "
             "page along. Spasms, stress and sleep are worth logging on.";
    case NextStepKind::NothingToChange:
      return "Nothing stands out that would be worth changing. Log on if you like to.";
  }
  return "";
}

std::string factor_words(const insight::FactorAssociation& factor) {
  const auto step = insight::step(factor.factor);
  const char* when = factor.lag_days == 0 ? "the same day" : "the day before";
  if (step == insight::day_with_it) return fmt::format("{}, {}", word(factor.factor), when);
  const std::string_view article = step == "hour" ? "an " : step == "point" ? "a " : "";
  return fmt::format("{}, {}{} more, {}", word(factor.factor), article, step, when);
}

std::string what_this_can_tell() {
  return "This page tells what goes together in one person's diary, not what causes what, and it is no diagnosis. In "
         "trials, magnesium did little or nothing for cramps in older adults (Cochrane review CD009402, 2020).";
}

}  // namespace lytes::report

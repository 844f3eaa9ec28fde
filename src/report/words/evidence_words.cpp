#include "words/evidence_words.hpp"

#include <fmt/format.h>

#include <cmath>

#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "words/dates.hpp"
#include "words/exposure_names.hpp"

namespace lytes::report {

namespace {

using insight::Association;
using insight::Grade;
using insight::ReasonCode;

std::string counted(double number, std::string_view noun) {
  return fmt::format("{:.0f} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string short_of(const Association& association) { return fmt::format("short of {}", word(association.exposure)); }

std::string interval(double lower, double upper) {
  return fmt::format("{} to {}", ratio_digits(lower), ratio_digits(upper));
}

std::string percent(double share) {
  if (share > 0.995 && share < 1) return "over 99 %";
  if (share < 0.005 && share > 0) return "under 1 %";
  return fmt::format("{:.0f} %", 100 * share);
}

bool leans_up(const Association& association) { return association.posterior && association.posterior->mean > 0; }

std::string more_or_fewer(const Association& association) { return leans_up(association) ? "more" : "less"; }

std::string per_week(const stats::EventsOverDays& side) { return fmt::format("{:.1f}", 7 * side.events / side.days); }

/// A verdict must not be read without this: what is left of the difference beside the other things logged.
std::string but_beside_others(const Association& association) {
  if (!association.adjusted || !association.adjusted->differs) return "";
  constexpr std::string_view once = "once other things are counted in";
  const stats::Effect& beside = association.adjusted->effect;
  const double before = association.effect.log_ratio;
  const bool same_way = before * beside.log_ratio > 0;
  if (same_way && std::abs(beside.log_ratio) > std::abs(before)) return fmt::format(", and more so {}", once);
  if (beside.lower <= 1 && beside.upper >= 1) return fmt::format(", but the difference goes {}", once);
  return same_way ? fmt::format(", but less so {}", once) : fmt::format(", but the difference turns round {}", once);
}

}  // namespace

std::string_view grade_words(Grade grade) {
  switch (grade) {
    case Grade::Insufficient:
      return "not enough yet";
    case Grade::None:
      return "no real difference";
    case Grade::Unclear:
      return "unclear";
    case Grade::Hint:
      return "a hint";
    case Grade::Moderate:
      return "moderate";
    case Grade::Strong:
      return "strong";
    case Grade::Confirmed:
      return "confirmed";
  }
  return "";
}

std::string withheld_sentence(const Association& association) {
  return fmt::format(
      "With what your profile holds, how much {} is right is for your doctor to say, so the diary's answer about it is "
      "left out. It is still taken into account beside the others.",
      word(association.exposure));
}

std::string asked_about(const insight::Evidence& evidence) {
  std::vector<std::string> names;
  for (const auto& association : evidence.associations) {
    if (!association.withheld) names.emplace_back(word(association.exposure));
  }
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
  }
  return text;
}

std::string verdict_sentence(const Association& association) {
  const std::string that =
      fmt::format("spasms are {} frequent the day after going {}", more_or_fewer(association), short_of(association));
  switch (association.grade) {
    case Grade::Insufficient:
      return fmt::format("There is too little yet to compare days {} with others.", short_of(association));
    case Grade::None:
      return fmt::format("Going {} makes no difference worth speaking of to the next day's spasms in this diary.",
                         short_of(association));
    case Grade::Unclear:
      return fmt::format("The diary does not say yet whether going {} goes together with more spasms.",
                         short_of(association));
    case Grade::Hint:
      return "There is a hint that " + that + ". Chance may still explain it" + but_beside_others(association) + ".";
    case Grade::Moderate:
      return "There is moderate evidence that " + that + but_beside_others(association) + ".";
    case Grade::Strong:
      return "There is strong evidence that " + that + but_beside_others(association) + ".";
    case Grade::Confirmed:
      return "A randomised experiment agrees that " + that + ".";
  }
  return "";
}

std::string counts_sentence(const Association& association) {
  const auto& less = association.effect.exposed;
  const auto& enough = association.effect.unexposed;
  if (less.days + enough.days == 0) {
    return fmt::format("No closed day of known {} is followed by a day whose spasms are known.",
                       word(association.exposure));
  }
  if (less.days == 0) {
    return fmt::format("{} on {} that followed a day with enough {}; no day short of it to compare with.",
                       counted(enough.events, "spasm"), counted(enough.days, "day"), word(association.exposure));
  }
  if (enough.days == 0) {
    return fmt::format("{} on {} that followed a day {}; no day with enough to compare with.",
                       counted(less.events, "spasm"), counted(less.days, "day"), short_of(association));
  }
  return fmt::format("After {} {} you had {} the next day; after {:.0f} with enough, {}. That is {} against {} a week.",
                     counted(less.days, "day"), short_of(association), counted(less.events, "spasm"), enough.days,
                     enough.events == 0 ? std::string("none") : fmt::format("{:.0f}", enough.events), per_week(less),
                     per_week(enough));
}

std::string ratio_sentences(const Association& association) {
  if (!association.enough_data()) return "";
  const auto& effect = association.effect;
  std::string text = fmt::format("Allowing for weekday and season: rate ratio {}, 95 % interval {}, p {}{}",
                                 ratio_digits(effect.ratio), interval(effect.lower, effect.upper),
                                 effect.p < 0.001 ? "" : "= ", p_digits(effect.p));
  if (association.p_holm) {
    text += fmt::format(" ({} allowing for the questions asked together)", p_digits(*association.p_holm));
  }
  text += ".";
  if (association.posterior) {
    const auto& belief = *association.posterior;
    text += fmt::format(" Read sceptically, as trials advise: {}, {}; a ratio above 1 is {} likely.",
                        ratio_digits(belief.ratio), interval(belief.lower, belief.upper),
                        percent(belief.probability_above_1));
  }
  return text;
}

std::string adjusted_sentence(const Association& association) {
  if (!association.adjusted) return "";
  const auto& adjusted = *association.adjusted;
  std::vector<std::string> beside;
  for (const auto exposure : adjusted.other_exposures) beside.emplace_back(word(exposure));
  for (const auto factor : adjusted.factors) beside.emplace_back(word(factor));
  const std::string days = adjusted.effect.pairs < association.effect.pairs
                               ? fmt::format(", on the {} of {} days where all of it is known", adjusted.effect.pairs,
                                             association.effect.pairs)
                               : "";
  return fmt::format("With {} taken into account{}: {}, {}{}.", beside.empty() ? "nothing else" : text::listed(beside),
                     days, ratio_digits(adjusted.effect.ratio), interval(adjusted.effect.lower, adjusted.effect.upper),
                     adjusted.differs ? " – a different answer, so rely on neither" : "");
}

std::string reason_sentence(const Association& association, const insight::Reason& reason) {
  const auto of = [&](std::string_view what) {
    return fmt::format("{:.0f} of at least {:.0f} {}.", reason.have, reason.need, what);
  };
  switch (reason.code) {
    case ReasonCode::CalendarDays:
      return of("days of diary");
    case ReasonCode::Spasms:
      return of("spasms on days that can be used");
    case ReasonCode::DeficientDays:
      return of(fmt::format("days {}", short_of(association)));
    case ReasonCode::SufficientDays:
      return of(fmt::format("days with enough {}", word(association.exposure)));
    case ReasonCode::DeficientSpasms:
      return of(fmt::format("spasms after days {}", short_of(association)));
    case ReasonCode::SufficientSpasms:
      return of(fmt::format("spasms after days with enough {}", word(association.exposure)));
    case ReasonCode::CalendarExplains:
      return "Weekday and season already tell when intake is low, so the two cannot be told apart.";
    case ReasonCode::NoEstimate:
      return "These days give no estimate that can be trusted.";
    case ReasonCode::LeansUp:
    case ReasonCode::LeansDown:
    case ReasonCode::Balanced:
    case ReasonCode::SmallAtMost:
      return "";
    case ReasonCode::IntakeFollowsSpasms:
      return fmt::format("Your intake changes after spasms (p {}{}), so same-day figures cannot be used.",
                         reason.have < 0.001 ? "" : "= ", p_digits(reason.have));
    case ReasonCode::HistoryExplains:
      return "Beside the spasms of the days before, the difference does not stay what it is.";
    case ReasonCode::ManyQuestions:
      return fmt::format("Three questions were asked at once; allowing for that, p = {}.", p_digits(reason.have));
    case ReasonCode::AdjustedUnsure:
      return fmt::format(
          "Beside the other things you logged a difference this way is {} likely; strong evidence asks "
          "for 97.5 %.",
          percent(reason.have));
    case ReasonCode::AdjustedDiffers:
      return fmt::format("Beside the other things you logged the ratio becomes {}.", ratio_digits(reason.have));
    case ReasonCode::NoAdjusted:
      return "Nothing else was logged often enough to be taken into account.";
    case ReasonCode::ModelsDisagree:
      return "Other models of the same days do not all point the same way.";
    case ReasonCode::QuarterDecides:
      return fmt::format("It hangs on one part: without quarter {:.0f} of the diary the difference turns round.",
                         reason.have);
    case ReasonCode::PartialDaysDecide:
      return fmt::format("With the days that look half logged the difference turns round ({}).",
                         ratio_digits(reason.have));
  }
  return "";
}

std::string left_out_sentence(const Association& association) {
  const auto& out = association.left_out;
  std::vector<std::string> parts;
  const auto add = [&](int days, std::string_view why) {
    if (days > 0) parts.push_back(fmt::format("{} {}", days, why));
  };
  add(out.not_closed, "not closed");
  add(out.possibly_partial, "closed but looking half logged");
  add(out.figures_unknown, "with nothing logged, or too many items without a figure");
  add(out.no_target, "without a target");
  add(out.spasms_unknown, "with the next day's spasms unknown");
  return parts.empty() ? "" : "Days left out: " + text::listed(parts) + ".";
}

/// "about 3 weeks", "about 14 months": as precise as such a forecast is.
std::string in_weeks(double days) {
  constexpr double days_of_a_month = 30.44;
  const bool months = days > 26 * 7;
  const double count = std::ceil(days / (months ? days_of_a_month : 7));
  return "about " + counted(count, months ? "month" : "week");
}

/// Empty where it is not for want of days of one sort.
std::string more_days_do_not_help(const Association& association) {
  const auto& effect = association.effect;
  if (effect.exposed.days + effect.unexposed.days == 0) return "";
  const bool few_enough = effect.unexposed.days < effect.exposed.days;
  const insight::MinimumData least;
  if (std::min(effect.unexposed.days, effect.exposed.days) >= least.days_in_arm) return "";
  return fmt::format(
      "Almost all days are {}, so there is nothing to compare with, and more days like these will not "
      "change that.",
      few_enough ? "short of it" : "days with enough of it");
}

std::string days_needed_sentence(const Association& association) {
  if (!association.enough_data()) {
    if (!association.more_days) return more_days_do_not_help(association);
    return fmt::format("Not enough yet: {}{}.", association.more_days->at_least ? "at least " : "",
                       counted(association.more_days->closed_days, "more closed day"));
  }
  const bool settled = association.grade == Grade::None || association.grade >= Grade::Moderate;
  if (settled || !association.days_needed || !std::isfinite(association.days_needed->still_for_2)) return "";
  const double still = std::ceil(association.days_needed->still_for_2);
  if (still <= 0) return "Long enough to have shown a doubling in four cases of five.";
  return fmt::format("If spasms really doubled, {} more of diary would show it in four cases of five.",
                     in_weeks(still));
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
  std::string text = fmt::format("Since a week ago: {} and {} more to go by.", counted(since.more_pairs, "day"),
                                 counted(since.more_spasms, "spasm"));
  for (const auto& change : since.grades) {
    text += fmt::format(" {} went from \"{}\" to \"{}\".", text::capitalised(word(change.exposure)),
                        grade_words(change.before), grade_words(change.now));
  }
  if (since.grades.empty()) text += " No verdict has changed.";
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

std::string next_step_sentences(const insight::Evidence& evidence) {
  const auto& step = evidence.next_step;
  const std::string what = step.exposure ? std::string(word(*step.exposure)) : std::string("it");
  using insight::NextStepKind;
  switch (step.kind) {
    case NextStepKind::SeeDoctor:
      return "See a doctor about the signs above. That comes before all figures.";
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
    case NextStepKind::TryAfterAsking:
      return fmt::format(
          "{} stands out, but because of what your profile holds, ask a doctor or pharmacist before you take more of "
          "it. Take this page along.",
          text::capitalised(what));
    case NextStepKind::TryMore:
      return fmt::format(
          "{} stands out. {}, ask a doctor or pharmacist first. Otherwise try to reach its target every day for four "
          "weeks, {}, keep logging, and see whether the spasms change.",
          text::capitalised(what), who_asks_first(*step.exposure), by_what(*step.exposure));
    case NextStepKind::AskAboutFewer:
      return fmt::format(
          "Spasms were fewer after days short of {}. That is no reason to go short of it; show it to a doctor, also if "
          "you take it as a supplement.",
          what);
    case NextStepKind::SayHealth:
      return fmt::format(
          "Something stands out about {}. Before anything is suggested, say once whether there is something with "
          "kidneys, heart, liver or adrenal glands, a pregnancy, or any medicine: `lytes profile set "
          "condition=\"kidney disease\" medicine=lisinopril`. When there is nothing: `lytes profile set health=none`.",
          what);
    case NextStepKind::AskYourTeam:
      return "With what your profile holds, how much of these is right is for your doctor or team to say; take this "
             "page "
             "along. Spasms, stress and sleep are worth logging on.";
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

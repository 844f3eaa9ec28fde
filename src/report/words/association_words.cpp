#include "words/association_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "words/dates.hpp"
#include "words/exposure_names.hpp"
#include "words/trial_words.hpp"

namespace lytes::report {

namespace {

using insight::Association;
using insight::Grade;
using insight::Question;
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

std::string per_week(const stats::EventsOverDays& side) { return fmt::format("{:.1f}", 7 * side.events / side.days); }

bool by_week(const Association& association) { return association.question == Question::WeekBefore; }

/// "days short of magnesium", "weeks short of magnesium"
std::string short_times(const Association& association) {
  return fmt::format("{} {}", by_week(association) ? "weeks" : "days", short_of(association));
}

/// "0.5": spasms a week, without sign.
std::string size(double spasms) {
  const double number = std::abs(spasms);
  return fmt::format("{:.{}f}", number, number < 0.095 ? 2 : 1);
}

std::string more_or_fewer(double spasms) { return spasms < 0 ? "fewer" : "more"; }

/// "0.5 to 1.6" where both limits lie on the side of the value, else "from 0.5 fewer to 1.1 more"
std::string limits(const stats::Estimate& extra) {
  if (extra.lower > 0 || extra.upper < 0) {
    const auto [least, most] = std::minmax({std::abs(extra.lower), std::abs(extra.upper)});
    return fmt::format("{} to {}", size(least), size(most));
  }
  return fmt::format("from {} fewer to {} more", size(extra.lower), size(extra.upper));
}

/// "1.1 more spasms a week (0.5 to 1.6)"
std::string extra_words(const Association& association) {
  const auto& extra = association.shown()->extra_per_week;
  return fmt::format("{} {} spasms a week ({})", size(extra.value), more_or_fewer(extra.value), limits(extra));
}

std::string unclear_sentence(const Association& association) {
  std::string text =
      fmt::format("It cannot be told yet whether going {} goes together with more spasms.", short_of(association));
  const bool opposite = std::ranges::any_of(
      association.reasons, [](const auto& reason) { return reason.code == ReasonCode::OppositeSides; });
  if (opposite) return text + " The days after and the weeks after point opposite ways.";
  return text + fmt::format(" So far: {}.", extra_words(association));
}

std::string none_sentence(const Association& association) {
  const auto& effect = *association.effect;
  return fmt::format(
      "Days {} and days with enough were followed by about equally many spasms (ratio {}, {}), the next day and at "
      "this "
      "target.",
      short_of(association), ratio_digits(effect.ratio), interval(effect.lower, effect.upper));
}

/// How far it may be relied on.
std::string standing(const Association& association) {
  switch (association.grade) {
    case Grade::Hint:
      return association.capped ? "A hint at most, because of days that nobody knows."
                                : "A hint: of people with no link at all, about one in ten sees one at some time in a "
                                  "year, and of those "
                                  "with spasms on most days one in three.";
    case Grade::Moderate:
      return "This has held for four weeks.";
    case Grade::Strong:
      return fmt::format("This has held for four weeks, and holds however often you look (ratio {}).",
                         interval(association.shown()->always_valid.lower, association.shown()->always_valid.upper));
    default:
      return "";
  }
}

}  // namespace

std::string_view grade_words(Grade grade) {
  switch (grade) {
    case Grade::Insufficient:
      return "not enough yet";
    case Grade::None:
      return "no real difference";
    case Grade::Unclear:
      return "cannot be told yet";
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

std::string_view withheld_words(const Association& association) {
  return association.withheld ? "left out" : "being tried";
}

std::string withheld_sentence(const Association& association) {
  if (!association.withheld && association.tried_until) {
    return fmt::format(
        "Your experiment with {} runs to {} at the latest. Until it is over the diary's figures for {} stay out of "
        "sight here, because knowing them would change what you do.",
        word(association.exposure), long_date(*association.tried_until), word(association.exposure));
  }
  return fmt::format(
      "With what your profile holds, how much {} is right is for your doctor to say, so the diary's answer about it is "
      "left out. It is still taken into account beside the others.",
      word(association.exposure));
}

std::string effect_sentence(const Association& association) {
  const double share = association.shown()->attributable_share.value;
  return fmt::format("About {} go together with {}{}.", extra_words(association), short_times(association),
                     share > 0 ? fmt::format(": {} of your spasms", percent(std::min(1.0, share))) : "");
}

namespace {

/// What the diary says by itself.
std::string diary_sentence(const Association& association) {
  switch (association.grade) {
    case Grade::Insufficient:
      return fmt::format("There is too little yet to compare days {} with others.", short_of(association));
    case Grade::None:
      return none_sentence(association);
    case Grade::Unclear:
      return unclear_sentence(association);
    case Grade::Confirmed:
      return association.shown() ? "In the diary: " + effect_sentence(association) : "";
    default:
      return effect_sentence(association) + " " + standing(association);
  }
}

}  // namespace

std::string verdict_sentence(const Association& association) {
  const std::string rule = trial_rule_sentence(association);
  const std::string diary = diary_sentence(association);
  return rule + (rule.empty() || diary.empty() ? "" : " ") + diary;
}

std::string counts_sentence(const Association& association) {
  const auto& less = association.arms.exposed;
  const auto& enough = association.arms.unexposed;
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
  return fmt::format(
      "Not allowed for anything else: after {} {} you had {} the next day; after {:.0f} with enough, {}. That is {} "
      "against {} a week.",
      counted(less.days, "day"), short_of(association), counted(less.events, "spasm"), enough.days,
      enough.events == 0 ? std::string("none") : fmt::format("{:.0f}", enough.events), per_week(less),
      per_week(enough));
}

std::string ratio_sentences(const Association& association) {
  if (!association.enough_data() || !association.shown()) return "";
  const auto& effect = *association.shown();
  std::string text = fmt::format(
      "Rate ratio{} {}, 95 % interval {}, p {}{}",
      by_week(association) ? fmt::format(" of a week {} on all days against none", short_of(association)) : "",
      ratio_digits(effect.ratio), interval(effect.lower, effect.upper), effect.p < 0.001 ? "" : "= ",
      p_digits(effect.p));
  if (association.p_holm && !by_week(association)) {
    text += fmt::format(" ({} allowing for the questions asked together)", p_digits(*association.p_holm));
  }
  const auto& belief = effect.posterior;
  return text + fmt::format(". Read sceptically{}: {}, {}; a ratio above 1 is {} likely.",
                            association.exposure == insight::Exposure::Magnesium ? ", as its trials advise" : "",
                            ratio_digits(belief.ratio), interval(belief.lower, belief.upper),
                            percent(belief.probability_above_1));
}

std::string doubt_sentences(const Association& association) {
  if (association.grade < Grade::Hint || association.grade == Grade::Confirmed) return "";
  std::string text;
  if (association.tipping && !by_week(association)) {
    const auto& tipping = *association.tipping;
    text = fmt::format(
        "After {} {} nobody knows the next day's spasms: {:.1f} on each, against {:.1f} on the known ones, "
        "would undo it. ",
        counted(tipping.unknown_days, "day"),
        association.leans_up() ? fmt::format("with enough {}", word(association.exposure)) : short_of(association),
        tipping.spasms_per_unknown_day, tipping.usual);
  }
  if (!association.evalue || !association.evalue_of_interval) return text;
  return text + fmt::format(
                    "A cause that was not logged would have to go together with both {:.1f} times as often to account "
                    "for it{}; only a random draw can rule one out.",
                    *association.evalue,
                    *association.evalue_of_interval > 1
                        ? fmt::format(" ({:.1f} times to make it doubtful)", *association.evalue_of_interval)
                        : "");
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
    case ReasonCode::OthersExplain:
      return fmt::format(
          "You were {} on nearly the same days as of something else, or at the same times; they cannot be told apart.",
          short_of(association));
    case ReasonCode::Separated:
    case ReasonCode::NoEstimate:
      return "These days give no estimate that can be trusted.";
    case ReasonCode::LeansUp:
    case ReasonCode::LeansDown:
    case ReasonCode::Balanced:
    case ReasonCode::SmallAtMost:
    case ReasonCode::OppositeSides:
      return "";
    case ReasonCode::NotHeld:
      return "Nothing is said before it has stood at five weekly looks in a row.";
    case ReasonCode::UnknownDays: {
      const auto& unknown = association.next_day_unknown;
      const bool after_enough = association.leans_up();
      return fmt::format(
          "Days after days {} went unlogged more often ({} of {} against {} of {}); {}. Say each evening whether there "
          "was a spasm, also when there was none.",
          after_enough ? "with enough of it" : short_of(association),
          after_enough ? unknown.after_enough : unknown.after_short,
          after_enough ? unknown.of_enough : unknown.of_short,
          after_enough ? unknown.after_short : unknown.after_enough,
          after_enough ? unknown.of_short : unknown.of_enough,
          association.grade == Grade::Unclear ? "as long as that is so nothing more than a hint can be said"
                                              : "that alone could make this link");
    }
    case ReasonCode::IntakeMayFollow:
      return fmt::format("Your intake of {} may change after spasms, so the same day's figures say nothing about it.",
                         word(association.exposure));
    case ReasonCode::QuarterDecides:
      return "It hangs on one part: with a quarter of the diary left out the difference turns round.";
    case ReasonCode::PartialDaysDecide:
      return "With the days that look half logged the difference turns round.";
  }
  return "";
}

std::string reason_sentences(const Association& association) {
  std::vector<std::string> sentences;
  for (const auto& reason : association.reasons) {
    if (auto sentence = reason_sentence(association, reason); !sentence.empty()) sentences.push_back(sentence);
  }
  return fmt::format("{}", fmt::join(sentences, " "));
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

std::string in_weeks(double days) {
  constexpr double days_of_a_month = 30.44;
  constexpr double days_of_a_year = 365.25;
  if (days > 2 * days_of_a_year) return fmt::format("about {} years", std::ceil(days / days_of_a_year));
  const bool months = days > 26 * 7;
  const double count = std::ceil(days / (months ? days_of_a_month : 7));
  return "about " + counted(count, months ? "month" : "week");
}

namespace {

/// Empty where it is not for want of days of one sort.
std::string more_days_do_not_help(const Association& association) {
  const auto& [less, enough] = association.arms;
  if (association.arms.days() == 0) return "";
  const insight::MinimumData least;
  if (std::min(enough.days, less.days) >= least.days_in_arm) return "";
  return fmt::format("You were {} {} on all but {}: nothing to compare, and more days like these will not change that.",
                     enough.days < less.days ? "short of" : "with enough", word(association.exposure),
                     counted(std::min(enough.days, less.days), "day"));
}

}  // namespace

std::string days_needed_sentence(const Association& association, int days) {
  if (!association.enough_data()) {
    if (!association.more_days) return more_days_do_not_help(association);
    return fmt::format("Not enough yet: {}{}.", association.more_days->at_least ? "at least " : "",
                       counted(association.more_days->closed_days, "more closed day"));
  }
  const bool settled = association.grade == Grade::None || association.grade >= Grade::Moderate;
  if (settled || !association.days_needed) return "";
  if (!association.days_needed->for_2) return "At this rate a diary would not show a doubling in a lifetime.";
  if (association.effect && association.effect->upper < 2) {
    return fmt::format("A doubling is unlikely by now: {} times as many at most.",
                       ratio_digits(association.effect->upper));
  }
  const double still = std::ceil(*association.days_needed->for_2) - days;
  if (still <= 0) return "The diary is long enough to have shown a doubling in four cases of five.";
  return fmt::format("If spasms really doubled, {} more of diary would show it in four cases of five.",
                     in_weeks(still));
}

std::string alone_words(const Association& association) {
  const auto& effect = association.alone;
  if (effect.status != stats::Status::Ok) return "";
  return fmt::format("{} {} ({})", word(association.exposure), ratio_digits(effect.ratio),
                     interval(effect.lower, effect.upper));
}

}  // namespace lytes::report

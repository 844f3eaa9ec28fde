#include "words/trial_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "lytes/report/trial_page.hpp"
#include "lytes/safety/trials.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"
#include "words/association_words.hpp"
#include "words/dates.hpp"
#include "words/exposure_names.hpp"
#include "words/visit_words.hpp"

namespace lytes::report {

namespace {

using insight::CoinAnswer;
using insight::CoinOfToday;
using insight::Exposure;
using insight::TrialPlan;
using insight::TrialStanding;
using insight::TrialState;
using journal::CoinSide;

constexpr double days_in_week = 7;
constexpr double days_in_year = 365.25;

std::string counted(double number, std::string_view noun) {
  return fmt::format("{:.0f} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string clock(std::chrono::minutes time) {
  const auto minutes = time.count() % (24 * 60);
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string percent(double share) { return fmt::format("{:.0f} %", 100 * share); }

/// "four days in ten"
std::string days_in_ten(double share) {
  const char* const numbers[] = {"hardly a day",      "one day in ten",   "two days in ten", "three days in ten",
                                 "four days in ten",  "five days in ten", "six days in ten", "seven days in ten",
                                 "eight days in ten", "nine days in ten", "nearly every day"};
  return numbers[static_cast<std::size_t>(std::clamp(std::lround(10 * share), 0L, 10L))];
}

/// "34 weeks", or years where it is longer than a year.
std::string how_long(double days) {
  if (!std::isfinite(days)) return "longer than anybody lives";
  if (days <= insight::longest_trial) return counted(days / days_in_week, "week");
  constexpr double hardly_more = 1.1;
  constexpr double many_years = 10;
  if (days > many_years * days_in_year) return "more than ten years";
  if (days < hardly_more * days_in_year) return "a little more than a year";
  return fmt::format("{:.1f} years", days / days_in_year);
}

/// How many times as many spasms days left short are looked at for.
std::string_view times(double ratio) { return ratio < 2.5 ? "twice" : "three times"; }

std::string_view noun(Exposure exposure) { return word(exposure); }

std::string amount(Exposure exposure, double size) { return nutrient_amount(insight::nutrient_of(exposure), size); }

/// Of water no more is asked of the rest of a day.
std::string by_no_more_than(Exposure exposure) {
  if (exposure != Exposure::Water) return "";
  return fmt::format(", by the {} that may be asked for at most,", amount(exposure, safety::most_water_to_ask_ml));
}

std::string habits_sentences(const TrialPlan& plan) {
  const auto& habits = plan.habits;
  const auto& figures = habits.figures;
  std::string text = fmt::format(
      "Your diary of the last half year: {:.1f} spasms a week (on {} that were closed), and you ended short of {} on "
      "{} "
      "of {}.",
      days_in_week * figures.rate, counted(habits.spasm_days, "day"), noun(plan.exposure), percent(figures.short_share),
      counted(habits.intake_days, "day"));
  if (habits.hours_known) {
    text += fmt::format(" At {} you are still below the target{} on {}, and {} of those days end short.",
                        clock(plan.draw_from), by_no_more_than(plan.exposure), days_in_ten(figures.waiting_share),
                        percent(figures.waiting_ends_short));
  } else {
    text +=
        " Your log does not say at what hours you eat and drink, so lytes assumes that a day which ended short "
        "was short at " +
        clock(plan.draw_from) + " too.";
  }
  return text +
         fmt::format(" lytes assumes that you do as the coin says on {} of days and that the next day is closed on {}.",
                     percent(figures.obeyed), percent(figures.known));
}

std::string length_sentences(const TrialPlan& plan) {
  if (!plan.feasible()) {
    return fmt::format(
        "At your rate a doubling would take {} to find, and even a tripling {}. That is too long to ask of anybody, so "
        "no experiment is offered.",
        how_long(plan.doubling.days), how_long(plan.tripling.days));
  }
  const auto& offered = *plan.offered;
  std::string text = fmt::format("It would take about {} ({:.0f} days), with a coin on {}. ", how_long(offered.days),
                                 offered.days, days_in_ten(plan.habits.figures.waiting_share));
  const bool only_a_tripling = *plan.ratio > insight::trial_ratios.front();
  text += fmt::format(
      "At your rate it would find {}: if days left short really bring {} as many spasms as days with enough, it would "
      "show that four times in five. Whether they do, nobody knows yet.",
      only_a_tripling ? "only a tripling" : "a doubling, not less", times(*plan.ratio));
  if (only_a_tripling) return text + fmt::format(" A doubling would take {}.", how_long(plan.doubling.days));
  if (plan.tripling.days < offered.days)
    text += fmt::format(" For a tripling {} would do.", how_long(plan.tripling.days));
  return text;
}

std::string shorter_sentences(const TrialPlan& plan) {
  std::vector<std::string> ways;
  if (plan.earlier && plan.earlier->days <= insight::longest_trial) {
    ways.push_back(fmt::format("drawing from {} on, when more days are still short (about {}; `--from {}`)",
                               clock(plan.earlier->draw_from), how_long(plan.earlier->days),
                               clock(plan.earlier->draw_from)));
  }
  if (plan.days_if_closed && *plan.days_if_closed <= insight::longest_trial) {
    ways.push_back(fmt::format("closing nearly every day (about {}; `--known 98` plans with that)",
                               how_long(*plan.days_if_closed)));
  }
  if (ways.empty()) return "";
  return fmt::format("What would make it shorter: {}.", fmt::join(ways, "; or "));
}

std::string too_little_known(const TrialPlan& plan) {
  return fmt::format(
      "There is too little to plan by yet: it takes {} days whose number of spasms is known and {} closed days of "
      "known "
      "{}. Of the last half year there are {} and {}.",
      insight::least_spasm_days, insight::least_intake_days, noun(plan.exposure), plan.habits.spasm_days,
      plan.habits.intake_days);
}

/// Of the person's own foods, up to three helpings that close the gap together.
std::vector<std::string> foods_that_do(const CoinOfToday& coin, const std::vector<timeline::Source>& foods) {
  constexpr std::size_t most_helpings = 3;
  constexpr double least_share = 0.1;  // of what is missing: less is no help
  std::vector<std::string> helpings;
  double missing = coin.missing();
  for (const auto& food : foods) {
    if (missing <= 0 || helpings.size() == most_helpings) break;
    if (food.last < least_share * coin.missing()) continue;
    helpings.push_back(fmt::format("{} of \"{}\" ({})", text::printable(food.amount), text::printable(food.name),
                                   amount(coin.exposure, food.last)));
    missing -= food.last;
  }
  if (missing > 0) helpings.insert(helpings.begin(), "");  // not enough
  return helpings;
}

std::string food_sentence(const CoinOfToday& coin, const std::vector<timeline::Source>& foods) {
  auto helpings = foods_that_do(coin, foods);
  const bool not_enough = !helpings.empty() && helpings.front().empty();
  if (not_enough) helpings.erase(helpings.begin());
  if (helpings.empty()) {
    return fmt::format(" {} to go, in food; your diary holds none yet with much {} in it.",
                       amount(coin.exposure, coin.missing()), noun(coin.exposure));
  }
  return fmt::format(" {} to go: {}of what you eat, {} would {}.", amount(coin.exposure, coin.missing()),
                     not_enough ? "you may not get there today; " : "", text::listed(helpings),
                     not_enough ? "take you nearer" : "do it");
}

/// What came up after the draw takes the asking back, and nothing else.
bool asks_no_more(const CoinOfToday& coin) { return coin.coin == CoinSide::Target && !coin.barred_by.empty(); }

std::string no_more_sentence(const CoinOfToday& coin) {
  return fmt::format("The coin of today was heads, and asks nothing any more because of {}: drink and eat as you need.",
                     coin.barred_by);
}

std::string heads_sentences(const CoinOfToday& coin, const std::vector<timeline::Source>& foods) {
  std::string text =
      fmt::format("Heads: reach {} of {} today.", amount(coin.exposure, coin.target), noun(coin.exposure));
  if (coin.nothing_logged) {
    text += " Nothing is logged yet today: log what you have had, and `lytes trial today` says what is still missing.";
  } else {
    text += fmt::format(" You have {}.", amount(coin.exposure, coin.held));
    if (coin.missing() <= 0) return text + " That is done.";
    if (coin.exposure != Exposure::Water) text += food_sentence(coin, foods);
  }
  if (coin.exposure == Exposure::Water) {
    return text + (coin.nothing_logged ? "" : fmt::format(" {} to go.", amount(coin.exposure, coin.missing()))) +
           " At most half a litre an hour, and none of it late at night, even if it is not all then.";
  }
  if (coin.exposure == Exposure::Potassium) text += " By food alone, never by tablets, powders or salt substitutes.";
  if (coin.supplement_limit) {
    text += fmt::format(" If you take tablets of it, no more than {:.0f} mg a day from them.", *coin.supplement_limit);
  }
  return text;
}

std::string no_coin_sentence(const CoinOfToday& coin) {
  switch (coin.answer) {
    case CoinAnswer::LeftOut:
      return "The coin of today was taken back, so today is left out; there is no other one for it.";
    case CoinAnswer::Over:
      return fmt::format("Your experiment with {} is over: `lytes trial show` tells how it ended.",
                         noun(coin.exposure));
    case CoinAnswer::LastDay:
      return "No coin today: it would be for the spasms of tomorrow, and the experiment ends today.";
    case CoinAnswer::SeedLost:
      return "No coin: what it is drawn by was lost with a damaged journal, so this experiment cannot go on. `lytes "
             "trial stop` ends it.";
    case CoinAnswer::Barred:
      return fmt::format("No coin today, because of {}. Drink and eat as you need; the day is left out.",
                         coin.barred_by);
    case CoinAnswer::LaterDays:
      return "No coin: the journal holds days later than this one, and a coin is drawn on its own day alone. Is the "
             "clock right?";
    case CoinAnswer::BeforeHour:
      return fmt::format("Not yet: the coin is drawn from {} on, if you are still short of {} then.",
                         clock(coin.draw_from), noun(coin.exposure));
    case CoinAnswer::NoTarget:
      return fmt::format("No coin today: there is no target for {} to reach.", noun(coin.exposure));
    case CoinAnswer::AtTarget:
      return fmt::format(
          "No coin today: you have reached your {} already ({} of {}). That does no harm to the experiment.",
          noun(coin.exposure), amount(coin.exposure, coin.held), amount(coin.exposure, coin.target));
    case CoinAnswer::TooLate:
      return fmt::format("No coin today: after {} there would be too little time left to drink it slowly.",
                         clock(*coin.draw_until));
    case CoinAnswer::TooMuchMissing:
      return fmt::format(
          "No coin today: more than {} are missing, which is too much to ask of the rest of a day. Drink to thirst.",
          amount(coin.exposure, safety::most_water_to_ask_ml));
    default:
      return "A coin waits: `lytes trial today` draws it.";
  }
}

}  // namespace

std::string trial_idea(Exposure exposure, std::chrono::minutes draw_from) {
  return fmt::format(
      "A diary can only show what goes together. To find out whether {} makes a difference to your spasms, something "
      "must be changed by chance alone. So: on a day on which you are still short of {} at {}, a coin is drawn. Heads "
      "says: reach your target today. Tails says: leave the day as it is. The spasms of the next day are counted, and "
      "at "
      "the end the days after heads are held against the days after tails. Nothing but the coin parts them, so stress, "
      "weather or how you felt cannot be behind a difference.",
      noun(exposure), noun(exposure), clock(draw_from));
}

std::vector<std::string> trial_plan_sentences(const TrialPlan& plan) {
  if (!plan.enough_known) return {trial_idea(plan.exposure, plan.draw_from), too_little_known(plan)};
  std::vector<std::string> all = {trial_idea(plan.exposure, plan.draw_from), habits_sentences(plan),
                                  length_sentences(plan)};
  if (const auto shorter = shorter_sentences(plan); !shorter.empty()) all.push_back(shorter);
  return all;
}

std::string coin_sentence(const CoinOfToday& coin, const std::vector<timeline::Source>& foods) {
  if (!coin.coin) return no_coin_sentence(coin);
  if (asks_no_more(coin)) return no_more_sentence(coin);
  if (*coin.coin == CoinSide::Target) return heads_sentences(coin, foods);
  return "Tails: leave today as it is, and do what you would have done without a coin. Eat as usual, drink to thirst, "
         "and take what you take anyway.";
}

std::string coin_reminder(const CoinOfToday& coin) {
  if (coin.answer == CoinAnswer::ToDraw || coin.answer == CoinAnswer::Over) return no_coin_sentence(coin);
  if (!coin.coin) return "";
  if (asks_no_more(coin)) return no_more_sentence(coin);
  if (*coin.coin == CoinSide::Usual) return "Coin of today: tails, leave the day as it is.";
  return fmt::format("Coin of today: heads, reach {} of {}{}.", amount(coin.exposure, coin.target), noun(coin.exposure),
                     coin.missing() <= 0 ? "; that is done" : "");
}

std::string trial_progress(const TrialStanding& standing, calendar::Day today) {
  const auto& terms = standing.trial.terms;
  const auto day = (std::clamp(today, terms.from, terms.last_day()) - terms.from).count() + 1;
  std::string text = fmt::format("Day {} of {}, to {}. ", day, terms.planned_days, long_date(terms.last_day()));
  return text + fmt::format("Coins drawn: {}. Counting so far: {}; a coin counts once the day after it is closed.",
                            standing.days.size(), standing.days_used);
}

std::string trial_evidence_sentence(double evidence) {
  constexpr double worth_a_word = 3;
  constexpr double much = 20;
  std::string text = fmt::format("Evidence so far: {} (100 ends it). ",
                                 evidence < 10 ? fmt::format("{:.1f}", evidence) : fmt::format("{:.0f}", evidence));
  if (evidence < worth_a_word) return text + "It begins at 1, is no percentage, and says nothing yet, either way.";
  return text + fmt::format(
                    "{}: where it makes no difference, up to one person in {:.0f} sees as much at some time, however "
                    "often they look. Go on.",
                    evidence < much ? "That is not enough to say anything" : "That is a good deal, and not yet enough",
                    std::floor(evidence));
}

namespace {

/// "0.58 times as many spasms after days that reached it (0.42 to 0.80), about 2.3 fewer a week"
std::string ratio_words(const stats::Estimate& ratio, double fewer_a_week) {
  return fmt::format(
      "{} times as many spasms after days sent to the target as after days left as they were (95 % "
      "interval {} to {}), about {:.1f} {} a week",
      ratio_digits(ratio.value), ratio_digits(ratio.lower), ratio_digits(ratio.upper), std::abs(fewer_a_week),
      fewer_a_week >= 0 ? "fewer" : "more");
}

std::string set_aside(const stats::CoinEffect& effect) {
  if (!effect.ratio) return "";
  const double lower = effect.ratio->lower;
  if (lower >= 1) return "";
  return fmt::format(
      " What can be set aside is a ratio below {}: that reaching the target spares you more than {:.0f} % of the "
      "spasms of the next day.",
      ratio_digits(lower), 100 * (1 - lower));
}

std::string confirmed_sentence(const TrialStanding& standing) {
  const auto& effect = standing.effect;
  if (!effect.ratio) return "Confirmed: the coin made a difference.";
  const std::string what(noun(standing.exposure));
  std::string text = fmt::format("Confirmed: {}.", ratio_words(*effect.ratio, *effect.fewer_a_week));
  if (standing.more_when_short()) {
    return text +
           fmt::format(
               " For you, days short of {} are followed by more spasms. Stress, weather or a bad week cannot be "
               "behind it, for only the coin parted these days; that you knew the side, or what else was in that "
               "food, could be.",
               what);
  }
  return text + fmt::format(
                    " For you, reaching the target of {} was followed by more spasms. Show this to a doctor "
                    "before you go on with it.",
                    what);
}

/// Why an experiment did not go on, by the code it was kept with.
std::string_view stopped_by(std::string_view code) {
  if (code == journal::ended_by_person) return "";
  if (code == journal::ended_by_evidence) return " by its evidence, and entries of its days were changed since";
  if (code == "open_sign") return " because the log tells of something that a doctor should see first";
  if (code == "own_target" || code == "no_target") return " because the target is another one now";
  return " because of what the profile holds now";
}

std::string stopped_sentence(const TrialStanding& standing) {
  const auto& end = *standing.trial.end;
  std::string text = fmt::format(
      "Stopped on {}{}. It cannot be said whether it makes a difference, for an experiment that does not go "
      "to its end has no verdict.",
      long_date(*standing.ended), stopped_by(end.by));
  return text + " " + fmt::format("The evidence had come to {:.1f}, where 100 ends it.", standing.evidence_so_far());
}

}  // namespace

std::string trial_verdict(const TrialStanding& standing) {
  switch (standing.state) {
    case TrialState::Running:
      return "";
    case TrialState::Confirmed:
      return confirmed_sentence(standing);
    case TrialState::NoDifferenceShown:
      return fmt::format("No difference shown{}.{} A smaller effect may be there.",
                         standing.effect.ratio
                             ? ": " + ratio_words(*standing.effect.ratio, *standing.effect.fewer_a_week) +
                                   ", as chance alone may bring"
                             : "",
                         set_aside(standing.effect));
    case TrialState::NotConfirmed:
      return fmt::format(
          "Not confirmed, whatever the figures say: days went unlogged more often after one side of the coin ({} of {} "
          "after heads, {} of {} after tails), and what is missing could be the difference.",
          standing.unknown.after_target, standing.unknown.after_target + standing.unknown.known_after_target,
          standing.unknown.after_usual, standing.unknown.after_usual + standing.unknown.known_after_usual);
    case TrialState::Stopped:
      return stopped_sentence(standing);
  }
  return "";
}

std::vector<std::string> trial_grounds(const TrialStanding& standing) {
  if (!standing.over()) return {};
  const auto& effect = standing.effect;
  std::vector<std::string> all = {fmt::format(
      "The day after heads: {} on {}. The day after tails: {} on {}.", counted(effect.target.events, "spasm"),
      counted(effect.target.days, "day"), counted(effect.usual.events, "spasm"), counted(effect.usual.days, "day"))};
  if (standing.has_verdict() || standing.state == TrialState::NotConfirmed) {
    all.push_back(fmt::format(
        "Chance alone would part the days as unevenly as this in {} of 1000 such experiments (p {}{}; 0.04 was the "
        "bound). The evidence {}.",
        standing.exact_p < 0.0005 ? "fewer than one" : fmt::format("{:.0f}", 1000 * standing.exact_p),
        standing.exact_p < 0.001 ? "" : "= ", p_digits(standing.exact_p),
        standing.evidence_ended_it
            ? fmt::format("reached {:.0f}, and 100 ends an experiment early", standing.evidence_so_far())
            : fmt::format("came to {:.1f}, where 100 would have ended it early", standing.evidence_so_far())));
  }
  const auto done = std::ranges::count_if(standing.days, [](const auto& day) { return day.obeyed == true; });
  const auto known = std::ranges::count_if(standing.days, [](const auto& day) { return day.obeyed.has_value(); });
  if (known > 0) {
    all.push_back(fmt::format(
        "Of {} it is known, by the log or by you, whether {} done as the coin said: {} {}. All of them count, done or "
        "not.",
        counted(static_cast<double>(known), "coin"), known == 1 ? "it was" : "they were", done,
        done == 1 ? "was" : "were"));
  }
  const auto out = std::ranges::count_if(standing.days, &insight::TrialDay::left_out);
  if (out > 0) {
    all.push_back(fmt::format("{} left out because the coin was taken back, and counted as unknown.",
                              out == 1 ? "One day is" : fmt::format("{} days are", out)));
  }
  return all;
}

std::string trial_paragraph(const TrialStanding& standing) {
  const auto& terms = standing.trial.terms;
  std::string text = fmt::format(
      "Randomised single-person experiment with {}, {} to {}: on days still short of the target at {} a fair coin said "
      "whether to reach it; outcome, spasms of the next day; planned for {} days; analysed as drawn. ",
      noun(standing.exposure), long_date(terms.from), long_date(*standing.ended), clock(terms.draw_from),
      terms.planned_days);
  text += trial_verdict(standing);
  if (standing.has_verdict()) {
    text += fmt::format(" Exact randomisation p {}{}, {} coins.", standing.exact_p < 0.001 ? "" : "= ",
                        p_digits(standing.exact_p), standing.days_used);
  }
  return text;
}

std::vector<std::string> trial_paragraphs(const insight::Evidence& evidence) {
  std::vector<std::string> all;
  for (const TrialStanding& trial : evidence.trials) {
    if (trial.over() && !evidence.of(trial.exposure).withheld) all.push_back(trial_paragraph(trial));
  }
  return all;
}

std::string trial_rule_sentence(const insight::Association& association) {
  if (!association.trial) return "";
  const auto& trial = *association.trial;
  const std::string until = long_date(trial.until);
  if (trial.state == TrialState::Confirmed) {
    const std::string side =
        !trial.ratio ? "made a difference"
        : trial.ratio->value < 1
            ? fmt::format("were followed by fewer spasms than days left as they were ({} times as many, {} to {})",
                          ratio_digits(trial.ratio->value), ratio_digits(trial.ratio->lower),
                          ratio_digits(trial.ratio->upper))
            : fmt::format("were followed by more spasms than days left as they were ({} times as many, {} to {})",
                          ratio_digits(trial.ratio->value), ratio_digits(trial.ratio->lower),
                          ratio_digits(trial.ratio->upper));
    return fmt::format(
        "Your own experiment with a coin, ended on {}, confirmed it: days sent to the target of {} {}. "
        "This stands until {}.",
        long_date(trial.ended), noun(association.exposure), side, until);
  }
  return fmt::format(
      "Your own experiment with a coin, ended on {}, showed no difference, so the diary alone counts for a "
      "hint at most until {}.",
      long_date(trial.ended), until);
}

}  // namespace lytes::report

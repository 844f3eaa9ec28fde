#include "lytes/report/trial_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"
#include "words/association_words.hpp"
#include "words/dates.hpp"
#include "words/trial_words.hpp"

namespace lytes::report {

namespace {

std::string paragraph(const std::string& text, const Style& style) {
  return text.empty() ? "" : text::wrapped(text, style.width) + "\n";
}

std::string title(insight::Exposure exposure, const Style& style) {
  return bold(fmt::format("An experiment with a coin: {}", word(exposure)), style) + "\n";
}

/// "  2026-11-22  tails  done" with what the next day brought, once that may be shown.
std::string coin_row(const insight::TrialDay& day, bool over) {
  const std::string_view side = day.side == journal::CoinSide::Target ? "heads" : "tails";
  const bool heads = day.side == journal::CoinSide::Target;
  const std::string_view done = day.left_out  ? "left out"
                                : !day.obeyed ? "not known whether done"
                                : *day.obeyed ? (heads ? "reached" : "left as it was")
                                              : (heads ? "not reached" : "not left as it was");
  std::string text = fmt::format("  {}  {}  {:<22}", calendar::iso(day.day), side, done);
  if (over && !day.left_out) {
    text += day.spasms ? fmt::format("  next day {} spasm{}", *day.spasms, *day.spasms == 1 ? "" : "s")
                       : std::string("  next day not known");
  }
  return text.substr(0, text.find_last_not_of(' ') + 1) + "\n";
}

std::string coin_rows(const insight::TrialStanding& standing) {
  constexpr std::size_t last_ones = 14;
  const std::size_t count = standing.days.size();
  std::string text;
  for (std::size_t place = count > last_ones ? count - last_ones : 0; place < count; ++place) {
    text += coin_row(standing.days[place], standing.over());
  }
  return text.empty()
             ? ""
             : "\n" +
                   (count == 1 ? "The coin so far\n" : fmt::format("The last {} coins\n", std::min(count, last_ones))) +
                   text;
}

}  // namespace

std::string trial_plan_page(const insight::TrialPlan& plan, std::optional<calendar::Day> busy_until,
                            const Style& style) {
  std::string text = title(plan.exposure, style);
  for (const std::string& sentences : trial_plan_sentences(plan)) text += "\n" + paragraph(sentences, style);
  if (plan.feasible()) {
    const bool usual_hour = plan.draw_from == insight::usual_draw_time;
    const auto from = fmt::format(" --from {:02}:{:02}", plan.draw_from.count() / 60, plan.draw_from.count() % 60);
    text +=
        "\n" +
        paragraph(busy_until
                      ? fmt::format("One is under way until {}, and only one at a time.", long_date(*busy_until))
                      : fmt::format("To begin: lytes trial start {}{}", word(plan.exposure), usual_hour ? "" : from),
                  style);
  }
  return in_style(text, style);
}

std::string trial_begun_lines(const journal::TrialTerms& terms, double power,
                              const std::optional<insight::TrialStanding>& before, const Style& style) {
  constexpr double as_good_as_not = 0.5;
  const std::string nutrient(quantity::facts_of(terms.nutrient).name);
  const auto minutes = terms.draw_from.count();
  const bool again = before && before->has_verdict() && before->trial.terms.nutrient == terms.nutrient;
  return in_style(
      paragraph(fmt::format("Begun: an experiment with {}, {} days, to {}. If days left short really bring {} as "
                            "many spasms as days with enough, it shows that in {:.0f} cases of 100{}.",
                            nutrient, terms.planned_days, long_date(terms.last_day()),
                            terms.ratio < 2.5 ? "twice" : "three times", 100 * power,
                            power < as_good_as_not ? ": so short an experiment misses it more often than not" : ""),
                style) +
          paragraph(fmt::format(
                        "From {:02}:{:02} on, on a day on which you are still short of {}: lytes trial today. Log and "
                        "close each day as before, whichever side fell: \"lytes day done\". All coins are fixed from "
                        "now on, so asking again gives the same one; a day on which you do not ask has none, and does "
                        "no harm. It ends early where the evidence is strong, and \"lytes trial stop\" ends it for "
                        "good on any day.",
                        minutes / 60, minutes % 60, nutrient),
                    style) +
          (again ? paragraph(fmt::format("The one that ended on {} has answered already. Who repeats an experiment "
                                         "until it says something else finds what chance brings.",
                                         long_date(*before->ended)),
                             style)
                 : ""),
      style);
}

std::string coin_lines(const CoinView& view, const Style& style) {
  std::string text = paragraph(coin_sentence(view.coin, view.foods), style);
  if (view.ended) text += paragraph(trial_verdict(*view.ended), style);
  if (view.coin.coin) {
    const bool heads = *view.coin.coin == journal::CoinSide::Target;
    text += paragraph(!view.just_drawn
                          ? "This was drawn today already; there is one coin a day."
                          : fmt::format("The coin is about tomorrow's spasms. Log on as ever, and close today and "
                                        "tomorrow with \"lytes day done\".{}",
                                        heads ? " It counts all the same if you do not get there." : ""),
                      style);
  }
  return in_style(text, style);
}

std::string trial_page(const insight::TrialStanding& standing, calendar::Day today, const Style& style) {
  std::string text = title(standing.exposure, style);
  if (!standing.over()) {
    text += paragraph(trial_progress(standing, today), style) +
            paragraph(trial_evidence_sentence(standing.evidence_so_far()), style) +
            paragraph(
                "How days after heads and days after tails compare is shown at the end, because knowing it would "
                "change what you do.",
                style);
    return in_style(text + coin_rows(standing), style);
  }
  text += paragraph(trial_verdict(standing), style);
  for (const std::string& sentence : trial_grounds(standing)) text += paragraph(sentence, style);
  text += coin_rows(standing);
  if (!standing.trial.seed.empty() && !standing.days.empty()) {
    text += "\n" + paragraph("Anybody can check a coin: printf '" + standing.trial.seed + " " +
                                 calendar::iso(standing.days.back().day) +
                                 "' | sha256sum begins with 0 to 7 for heads. All of them: lytes trial show --csv",
                             style);
  }
  return in_style(text, style);
}

std::string earlier_trials(const std::vector<insight::TrialStanding>& trials, const Style& style) {
  std::string text;
  for (auto trial = trials.rbegin(); trial != trials.rend(); ++trial) {
    if (!trial->over()) continue;
    text +=
        paragraph(fmt::format("Before: {}, {} to {}. {}", word(trial->exposure), calendar::iso(trial->trial.terms.from),
                              calendar::iso(*trial->ended), trial_verdict(*trial)),
                  style);
  }
  return in_style(text.empty() ? "" : "\n" + text, style);
}

std::string trial_stopped_lines(const insight::TrialStanding& standing, const Style& style) {
  return in_style(paragraph(trial_verdict(standing), style) +
                      paragraph("This cannot be undone, because the coins to come could be looked up now; `lytes undo` "
                                "would take back what was logged before it.",
                                style),
                  style);
}

std::string obeyed_line(calendar::Day day, std::optional<bool> obeyed, const Style& style) {
  const char* said = !obeyed   ? "the log says again whether it was done"
                     : *obeyed ? "noted as done as the coin said"
                               : "noted as not done; it still counts on the side that was drawn";
  return in_style(paragraph(fmt::format("{}: {}.", short_date(day), said), style), style);
}

}  // namespace lytes::report

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
  const std::string_view done = day.left_out  ? "left out"
                                : !day.obeyed ? "not known whether done"
                                : *day.obeyed ? "done"
                                              : "not done";
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

std::string trial_plan_page(const insight::TrialPlan& plan, const Style& style) {
  std::string text = title(plan.exposure, style);
  for (const std::string& sentences : trial_plan_sentences(plan)) text += "\n" + paragraph(sentences, style);
  return in_style(text, style);
}

std::string trial_begun_lines(const journal::TrialTerms& terms, double power, const Style& style) {
  const std::string nutrient(quantity::facts_of(terms.nutrient).name);
  const auto minutes = terms.draw_from.count();
  return in_style(
      paragraph(fmt::format("Begun: an experiment with {}, {} days, to {}. It would find a {} in {:.0f} cases of 100. "
                            "These terms stay as they are.",
                            nutrient, terms.planned_days, long_date(terms.last_day()),
                            terms.ratio < 2.5 ? "doubling" : "tripling", 100 * power),
                style) +
          paragraph(
              fmt::format("What the coins are drawn by is kept from now on, so no coin can be drawn twice. From "
                          "{:02}:{:02} on, on a day on which you are short of {}: lytes trial today. Log and close "
                          "each day as before, whichever side fell: \"lytes day done\".",
                          minutes / 60, minutes % 60, nutrient),
              style),
      style);
}

std::string coin_lines(const CoinView& view, const Style& style) {
  std::string text = paragraph(coin_sentence(view.coin, view.foods), style);
  if (view.coin.coin) {
    text += paragraph(view.just_drawn ? "It is for the spasms of tomorrow: close today and tomorrow with \"lytes day "
                                        "done\"."
                                      : "This was drawn today already; there is one coin a day.",
                      style);
  }
  return in_style(text, style);
}

std::string trial_page(const insight::TrialStanding& standing, calendar::Day today, const Style& style) {
  std::string text = title(standing.exposure, style);
  if (!standing.over()) {
    text += paragraph(trial_progress(standing, today), style) +
            paragraph(trial_evidence_sentence(standing.evidence_so_far()), style) +
            paragraph("More is shown at its end: who sees the sides before would act on them.", style);
    return in_style(text + coin_rows(standing), style);
  }
  text += paragraph(trial_verdict(standing), style);
  for (const std::string& sentence : trial_grounds(standing)) text += paragraph(sentence, style);
  text += coin_rows(standing);
  if (!standing.trial.seed.empty()) {
    text += "\n" + paragraph("To check the draw of a day: printf '" + standing.trial.seed +
                                 " 2026-11-22' | sha256sum. A first digit from 0 to 7 is heads. All of it: lytes trial "
                                 "show --csv",
                             style);
  }
  return in_style(text, style);
}

std::string trial_stopped_lines(const insight::TrialStanding& standing, const Style& style) {
  return in_style(paragraph(trial_verdict(standing), style) +
                      paragraph("This cannot be undone, because what the coins are drawn by may be shown now.", style),
                  style);
}

std::string obeyed_line(calendar::Day day, std::optional<bool> obeyed, const Style& style) {
  const std::string said = !obeyed   ? "is read from the log again"
                           : *obeyed ? "was done as the coin said"
                                     : "was not done as the coin said";
  return in_style(
      paragraph(fmt::format("{}: {}. It counts on the side that was drawn all the same.", short_date(day), said),
                style),
      style);
}

}  // namespace lytes::report

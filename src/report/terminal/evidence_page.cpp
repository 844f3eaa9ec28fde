#include "terminal/evidence_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"
#include "words/dates.hpp"
#include "words/evidence_words.hpp"
#include "words/exposure_names.hpp"
#include "words/first_weeks_words.hpp"
#include "words/import_words.hpp"
#include "words/trial_words.hpp"

namespace lytes::report {

namespace {

using insight::Association;
using insight::Evidence;

constexpr double search_alpha = 0.05;

std::string heading(std::string_view text, const Style& style) { return "\n" + bold(text, style) + "\n"; }

/// A paragraph indented by two; nothing for no text.
std::string paragraph(const std::string& text, const Style& style) {
  return text.empty() ? "" : "  " + text::wrapped(text, style.width - 2, 2) + "\n";
}

/// With so many things short, what a comparison needs is said once for all three.
constexpr std::size_t many_shortages = 3;

std::string association_part(const Association& association, int days, const Style& style) {
  if (association.is_out_of_sight()) {
    return bold(fmt::format("{}: {}", text::capitalised(word(association.exposure)), withheld_words(association)),
                style) +
           "\n" + paragraph(withheld_sentence(association), style);
  }
  std::string text =
      bold(fmt::format("{}: {}", text::capitalised(word(association.exposure)), grade_words(association.grade)),
           style) +
      "\n";
  const std::string needed = days_needed_sentence(association, days);
  std::string reasons = reason_sentences(association);
  if (!association.enough_data()) {
    if (association.shortages.size() >= many_shortages) reasons.clear();
    return text + paragraph(trial_rule_sentence(association), style) + paragraph(counts_sentence(association), style) +
           paragraph(needed + (needed.empty() || reasons.empty() ? "" : " ") + reasons, style);
  }
  for (const auto& sentences :
       {verdict_sentence(association), reasons, counts_sentence(association), ratio_sentences(association),
        doubt_sentences(association), left_out_sentence(association), needed}) {
    text += paragraph(sentences, style);
  }
  return text;
}

std::string evidence_part(const Evidence& evidence, const Style& style) {
  if (!evidence.range) return "";
  std::string text = heading("What goes together in your diary so far", style);
  const auto days = static_cast<std::size_t>(evidence.range->length());
  text += text::wrapped(fmt::format("{}: {}, {} closed; {} on the {} where their number is known. "
                                    "A week alone is never judged; this looks at all days together.",
                                    long_dates(*evidence.range), counted(days, "day"), evidence.closed_days,
                                    counted(static_cast<std::size_t>(evidence.spasms), "spasm"),
                                    evidence.spasm_days_known == 1
                                        ? "one day"
                                        : counted(static_cast<std::size_t>(evidence.spasm_days_known), "day")),
                        style.width) +
          "\n";
  if (const auto bias = logging_bias_sentence(evidence.logging_bias); !bias.empty()) {
    text += "\n" + text::wrapped(bias, style.width) + "\n";
  }
  if (is_before_first_answer(evidence)) {
    text += "\n" + bold("How far it is to a first answer", style) + "\n";
    for (const auto& sentence : way_to_go_sentences(evidence)) text += paragraph(sentence, style);
    for (const auto& association : evidence.associations) {
      if (association.is_out_of_sight()) text += paragraph(withheld_sentence(association), style);
    }
  } else {
    for (const auto& association : evidence.associations) {
      text += "\n" + association_part(association, evidence.range->length(), style);
    }
  }
  const bool much_is_short = std::ranges::any_of(evidence.associations, [](const Association& association) {
    return !association.is_out_of_sight() && association.shortages.size() >= many_shortages;
  });
  std::string beside;
  if (much_is_short) {
    const insight::MinimumData least;
    beside += text::wrapped(
                  fmt::format("A first comparison needs {:.0f} days of diary, {:.0f} spasms, and {:.0f} closed days "
                              "of each sort, short and with enough, with {:.0f} spasms after each.",
                              least.calendar_days, least.events, least.days_in_arm, least.events_in_arm),
                  style.width) +
              "\n";
  }
  for (const auto& sentence :
       {allowed_for_sentences(evidence), since_last_week_sentence(evidence), possibly_partial_sentence(evidence)}) {
    if (!sentence.empty()) beside += text::wrapped(sentence, style.width) + "\n";
  }
  return beside.empty() ? text : text + "\n" + beside;
}

std::string lag_words(const insight::ScreenedQuestion& question) {
  if (question.is_window()) return fmt::format("{} to {} days before", question.first_lag, question.last_lag);
  if (question.first_lag == 0) return "the same day";
  return question.first_lag == 1 ? "the day before" : fmt::format("{} days before", question.first_lag);
}

/// One line an exposure: its score at each lag and window.
std::string lag_table(const insight::LagProfile& lags) {
  std::string text = fmt::format("  {:<11}", "days before");
  const auto& questions = lags.questions;
  const auto columns = static_cast<std::size_t>(std::ranges::count_if(
      questions, [&](const auto& question) { return question.exposure == questions.front().exposure; }));
  for (std::size_t column = 0; column < columns; ++column) {
    const auto& question = questions[column];
    text += fmt::format("{:>6}", question.is_window() ? fmt::format("{}-{}", question.first_lag, question.last_lag)
                                                      : fmt::format("{}", question.first_lag));
  }
  text += "\n";
  for (std::size_t place = 0; place < questions.size(); ++place) {
    if (place % columns == 0) text += fmt::format("  {:<11}", word(questions[place].exposure));
    text += fmt::format("{:>+6.1f}", questions[place].t);
    if (place % columns == columns - 1) text += "\n";
  }
  return text;
}

/// What stands out of the search once it is paid for, or that nothing does.
std::string search_sentence(const Evidence& evidence) {
  const auto& lags = evidence.lags;
  if (lags.status != stats::Status::Ok) return "The diary is too short for a search that pays for itself.";
  std::string found;
  const insight::ScreenedQuestion* nearest = nullptr;
  for (const auto& question : lags.questions) {
    if (question.first_lag == 0 && evidence.of(question.exposure).lead.flagged) continue;  // cannot be used
    if (!nearest || *question.p_max_t < *nearest->p_max_t) nearest = &question;
    if (*question.p_max_t > search_alpha) continue;
    found += fmt::format("{}{}, {} ({} spasms, p {})", found.empty() ? "" : "; ", word(question.exposure),
                         lag_words(question), question.t > 0 ? "more" : "fewer", p_digits(*question.p_max_t));
  }
  if (!nearest) return "";
  if (!found.empty()) return "After paying for the search these are left: " + found + ".";
  return fmt::format("After paying for the search nothing stands out; nearest is {}, {} (p {}).",
                     word(nearest->exposure), lag_words(*nearest), p_digits(*nearest->p_max_t));
}

/// Each of the three beside the calendar alone.
std::string alone_sentence(const Evidence& evidence) {
  std::vector<std::string> each;
  for (const auto& association : evidence.associations) {
    if (association.is_out_of_sight() || !association.enough_data()) continue;
    if (auto words = alone_words(association); !words.empty()) each.push_back(std::move(words));
  }
  if (each.empty()) return "";
  return fmt::format("Each by itself, allowing for weekday and season only: {}.", fmt::join(each, "; "));
}

std::string factor_line(const insight::FactorAssociation& factor, const Style& style) {
  std::string text = fmt::format("{}: {}, {} to {}", factor_words(factor), ratio_digits(factor.ratio),
                                 ratio_digits(factor.lower), ratio_digits(factor.upper));
  if (factor.p_max_t) text += fmt::format("; p {}", p_digits(*factor.p_max_t));
  return paragraph(text, style);
}

std::string exploratory_part(const Evidence& evidence, const Style& style) {
  const bool any_factor =
      std::ranges::any_of(evidence.factors, [](const auto& factor) { return factor.status == stats::Status::Ok; });
  const bool any_enough = std::ranges::any_of(evidence.associations, &Association::enough_data);
  const bool any_lag = !evidence.lags.questions.empty();
  if (!any_enough || (!any_lag && !any_factor)) return "";
  std::string text =
      "\n" +
      text::wrapped(std::string("To explore, not to rely on: who looks in many places finds something somewhere.") +
                        (any_lag ? " Scores; + means more spasms after days short of it, - fewer. What the largest "
                                   "is worth after so much looking stands below. Each is looked at by "
                                   "itself here, so what went short on the same days shows in all of them."
                                 : ""),
                    style.width) +
      "\n";
  if (any_lag) text += lag_table(evidence.lags) + paragraph(search_sentence(evidence), style);
  text += paragraph(alone_sentence(evidence), style);
  if (!any_factor) return text;
  text += text::wrapped(
              "Other things you logged: how many times as many spasms per step, with its interval and a p that pays "
              "for looking at all of them.",
              style.width) +
          "\n";
  for (const auto& factor : evidence.factors) {
    if (factor.status == stats::Status::Ok) text += factor_line(factor, style);
  }
  return text;
}

std::string cautions_part(const Evidence& evidence, const Style& style) {
  std::string text;
  for (const auto& dated : evidence.cautions) {
    const std::string when = dated.last
                                 ? fmt::format("{}{}: ", short_date(*dated.last),
                                               dated.days > 1 ? fmt::format(", one of {} such days", dated.days) : "")
                                 : "";
    text += paragraph(when + text::printable(dated.caution.message), style);
  }
  return text.empty() ? "" : heading("To bear in mind", style) + text;
}

}  // namespace

std::string evidence_page(const Evidence& evidence, const Style& style) {
  std::string text = evidence_part(evidence, style) + exploratory_part(evidence, style);
  text += heading("What to do next", style) + paragraph(next_step_sentences(evidence), style);
  text += cautions_part(evidence, style);
  return text + "\n" + text::wrapped(what_this_can_tell() + " How it is worked out: docs/statistics.md.", style.width) +
         "\n";
}

}  // namespace lytes::report

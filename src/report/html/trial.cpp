#include <fmt/format.h>

#include "html/page_head.hpp"
#include "html/text.hpp"
#include "lytes/report/trial_page.hpp"
#include "words/trial_words.hpp"

namespace lytes::report {

namespace {

std::string coins_table(const insight::TrialStanding& standing) {
  if (standing.days.empty()) return paragraph("No coin has been drawn yet.", "plain");
  std::string html =
      "<table>\n<caption>Every coin. The spasms are those of the day after.</caption>\n<thead><tr><th "
      "scope=\"col\">Day</th><th scope=\"col\">Coin</th><th scope=\"col\">Done</th>"
      "<th scope=\"col\">Spasms</th></tr></thead>\n<tbody>\n";
  for (const auto& day : standing.days) {
    const std::string_view done = day.left_out ? "left out" : !day.obeyed ? "not known" : *day.obeyed ? "yes" : "no";
    const std::string spasms = !standing.over() ? "" : day.spasms ? fmt::format("{}", *day.spasms) : "not known";
    html += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n", calendar::iso(day.day),
                        day.side == journal::CoinSide::Target ? "heads: reach it" : "tails: leave it", done, spasms);
  }
  return html + "</tbody>\n</table>\n";
}

}  // namespace

std::string trial_html(const insight::TrialStanding& standing, calendar::Day today) {
  const std::string title = fmt::format("An experiment with a coin: {}", word(standing.exposure));
  std::string html = html_head(title) + "<header>\n<h1>" + title + "</h1>\n</header>\n<main>\n<section>\n";
  if (standing.over()) {
    html += paragraph(trial_verdict(standing), "lead");
    for (const std::string& sentence : trial_grounds(standing)) html += paragraph(sentence, "plain");
    html += "</section>\n<section>\n<h2>For a doctor</h2>\n" + paragraph(trial_paragraph(standing), "plain");
  } else {
    html += paragraph(trial_progress(standing, today), "lead") +
            paragraph(trial_evidence_sentence(standing.evidence_so_far()), "plain");
  }
  html += "</section>\n<section>\n<h2>What it is</h2>\n" +
          paragraph(trial_idea(standing.exposure, standing.trial.terms.draw_from), "plain") +
          "</section>\n<section>\n<h2>The coins</h2>\n<div class=\"numbers\">" + coins_table(standing) + "</div>\n";
  if (standing.over() && !standing.trial.seed.empty()) {
    html += paragraph(fmt::format("Seed {}. The coin of a day is heads where the first hexadecimal digit of SHA-256 of "
                                  "the seed, a blank and the day, such as \"{} 2026-11-22\", is 0 to 7.",
                                  standing.trial.seed, standing.trial.seed),
                      "quiet");
  }
  return html + "</section>\n</main>\n</body>\n</html>\n";
}

}  // namespace lytes::report

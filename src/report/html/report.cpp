#include "lytes/report/html_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "html/before.hpp"
#include "html/chart.hpp"
#include "html/days.hpp"
#include "html/evidence.hpp"
#include "html/evidence_charts.hpp"
#include "html/page_head.hpp"
#include "html/text.hpp"
#include "html/timeline_charts.hpp"
#include "lytes/timeline/summary.hpp"
#include "words/dates.hpp"
#include "words/evidence_words.hpp"
#include "words/exposure_names.hpp"
#include "words/first_weeks_words.hpp"
#include "words/import_words.hpp"
#include "words/unknown_words.hpp"

namespace lytes::report {

namespace {

/// Days that the charts of a week show: thirteen weeks that end with it.
constexpr std::chrono::days behind_a_week{90};

std::string title(const HtmlView& view) {
  return view.report.is_week ? "Spasms and intake: the week of " + long_dates(view.report.shown)
                             : "Spasms and intake: " + long_dates(view.report.shown);
}

/// Who it is about, as far as that was said: "female, born 1980, kidney disease, lisinopril".
std::string person(const targets::Profile& profile) {
  std::vector<std::string> facts;
  if (profile.sex) facts.emplace_back(targets::word_for(*profile.sex));
  if (profile.birth_year) facts.push_back(fmt::format("born {}", *profile.birth_year));
  if (profile.stage != targets::Stage::None) facts.emplace_back(targets::word_for(profile.stage));
  for (const auto& condition : profile.conditions) facts.push_back(isolated(condition));
  for (const auto& medicine : profile.medicines) facts.push_back(isolated(medicine));
  return fmt::format("{}", fmt::join(facts, ", "));
}

std::string letterhead(const HtmlView& view) {
  std::string about = "Made by lytes on " + escaped(view.made_at) + " from one person's own diary";
  const std::string who = person(view.profile);
  if (!who.empty()) about += " (" + who + ")";
  return fmt::format("<header>\n<h1>{}</h1>\n<p class=\"about\">{}.</p>\n</header>\n", escaped(title(view)), about);
}

/// The gist of what stands under "What to do next".
std::string first_sentence(const std::string& text) {
  const std::size_t end = text.find(". ");
  return end == std::string::npos ? text : text.substr(0, end + 1);
}

/// The whole page in a few lines, for someone who reads no further.
std::string in_short(const HtmlView& view) {
  const auto& evidence = view.report.evidence;
  std::string html = "<section>\n<h2>In short</h2>\n<ul class=\"lead\">\n" + item(spasms_sentence(view.report));
  bool none_yet = true;
  for (const auto& association : evidence.associations) {
    none_yet = none_yet && (association.is_out_of_sight() || !association.enough_data());
  }
  if (!evidence.any_told()) {
    html += item("How much water, magnesium and potassium is right is for your doctor to say.");
  } else if (none_yet) {
    html +=
        item(fmt::format("There is too little yet to say whether going short of {} goes together with more spasms. "
                         "That is normal: it takes weeks.",
                         asked_about(evidence)));
  } else {
    for (const auto& association : evidence.associations) {
      if (!association.is_out_of_sight() && !is_open(association)) html += item(verdict_sentence(association));
    }
    html += item(open_questions_sentence(evidence));
  }
  html += item(since_last_week_sentence(evidence));
  return html + item("Next: " + first_sentence(next_step_sentences(evidence))) + "</ul>\n</section>\n";
}

std::string days_part(const HtmlView& view) {
  const auto& unknown = view.report.unknown;
  const std::string mending = paragraph(unknown ? unknown_product_sentence(*unknown) : "", "quiet");
  return view.report.is_week
             ? "<section>\n<h2>The week, day by day</h2>\n" + week_rows_html(view.report) + mending + "</section>\n"
             : "<section>\n<h2>The days in sum</h2>\n" + range_sums_html(view.report) + mending + "</section>\n";
}

std::string first_weeks_part(const HtmlView& view) {
  if (!is_before_first_answer(view.report.evidence)) return "";
  std::string items;
  for (const auto& sentence : first_weeks_sentences(view.report)) items += item(sentence);
  if (items.empty()) return "";
  return "<section>\n<h2>What there is so far</h2>\n<ul>\n" + items + "</ul>\n</section>\n";
}

std::string spasms_part(const HtmlView& view, calendar::DayRange charted) {
  if (!view.report.evidence.range) return "";  // nothing is logged, so there is nothing to draw
  std::string html = "<section>\n<h2>Intake and spasms over time</h2>\n" +
                     paragraph("The charts show " + long_dates(charted) + ".", "quiet") + "<div class=\"pair\">\n" +
                     figure_html(intake_chart(view.report.timeline, charted, view.report.aims)) + "<div>\n" +
                     figure_html(calendar_chart(view.report.timeline, charted));
  const auto sites = timeline::spasms_by_site(view.report.timeline, charted);
  if (!sites.empty()) html += figure_html(sites_chart(sites));
  return html + "</div>\n</div>\n</section>\n";
}

/// A card for each, or how far it is as long as there is no answer at all.
std::string answers_html(const insight::Evidence& evidence) {
  if (!is_before_first_answer(evidence)) return cards_html(evidence);
  std::string html = "<h3>How far it is to a first answer</h3>\n<ul>\n";
  for (const auto& sentence : way_to_go_sentences(evidence)) html += item(sentence);
  for (const auto& association : evidence.associations) {
    if (association.is_out_of_sight()) html += item(withheld_sentence(association));
  }
  return html + "</ul>\n";
}

std::string evidence_part(const HtmlView& view) {
  const auto& evidence = view.report.evidence;
  std::string html = "<section class=\"new-page\">\n<h2>The evidence so far</h2>\n";
  if (evidence.range) {
    html += paragraph(fmt::format("From {} of {}: {} closed, {} with a known number of spasms, {}. One week alone "
                                  "is never judged.",
                                  counted(static_cast<std::size_t>(evidence.range->length()), "day"),
                                  long_dates(*evidence.range), evidence.closed_days, evidence.spasm_days_known,
                                  counted(static_cast<std::size_t>(evidence.spasms), "spasm")),
                      "quiet");
  }
  html += paragraph(logging_bias_sentence(evidence.logging_bias), "quiet") + answers_html(evidence) +
          paragraph(allowed_for_sentences(evidence), "quiet");
  return html + paragraph(possibly_partial_sentence(evidence), "quiet") + "</section>\n";
}

std::string exploration_part(const HtmlView& view) {
  const auto& evidence = view.report.evidence;
  bool any_ratio = false;
  for (const auto& association : evidence.associations) {
    any_ratio = any_ratio || (!association.is_out_of_sight() && association.enough_data());
  }
  const bool any_lag = !evidence.lags.questions.empty();
  std::string html;
  if (any_ratio || any_lag) {
    html += "<section class=\"closer\">\n<h2>Looking closer</h2>\n<div class=\"pair\">\n";
    if (any_ratio) html += figure_html(ratios_chart(evidence));
    if (any_lag) html += figure_html(lags_chart(evidence.lags));
    html += "</div>\n</section>\n";
  }
  const std::string factors = factors_html(evidence);
  if (!factors.empty()) {
    html +=
        "<section>\n<h2>For exploring only</h2>\n<p class=\"quiet\">Whoever asks many questions finds something by "
        "chance. These figures can give an idea what to watch, not an answer.</p>\n" +
        factors + "</section>\n";
  }
  return html;
}

std::string next_part(const HtmlView& view) {
  const std::string notes = notes_html(view.report.evidence);
  return "<section>\n<h2>What to do next</h2>\n" + paragraph(next_step_sentences(view.report.evidence), "lead") +
         (notes.empty() ? "" : "<ul>\n" + notes + "</ul>\n") + "</section>\n";
}

std::string method_part(const HtmlView& view) {
  const std::string document = view.method_link.empty()
                                   ? "docs/statistics.md"
                                   : "<a href=\"" + escaped(view.method_link) + "\">docs/statistics.md</a>";
  return "<section>\n<h2>How this was worked out</h2>\n<p class=\"quiet\">A day counts when it was closed and nearly "
         "all of its items have figures; what is missing is never taken for zero. One Poisson regression holds spasms "
         "against water, magnesium and potassium of the day before, and of the week before, and all else that is named "
         "above, with errors calibrated on the diary itself. A verdict has stood at five weekly looks in a row. "
         "\"Sceptical\" starts from the small effects that trials have found. Formulas, limits and how often they "
         "err: " +
         document + ".</p>\n</section>\n</main>\n<footer>\n<p>" + escaped(what_this_can_tell()) +
         "</p>\n</footer>\n</body>\n</html>\n";
}

}  // namespace

std::string html_report(const HtmlView& view) {
  calendar::DayRange charted = begun(view.report);
  if (view.report.is_week) {
    const auto& diary = view.report.evidence.range;
    const calendar::Day first = diary ? std::min(diary->from, charted.from) : charted.from;
    charted.from = std::max(first, charted.to - behind_a_week);
  }
  return html_head(escaped(title(view))) + letterhead(view) + "<main>\n" + alarms_html(view.report.evidence) +
         in_short(view) + days_part(view) + first_weeks_part(view) + spasms_part(view, charted) +
         before_html(view.report.before_last_spasms) + evidence_part(view) + exploration_part(view) + next_part(view) +
         method_part(view);
}

}  // namespace lytes::report

#include <fmt/format.h>

#include "html/chart.hpp"
#include "html/page_head.hpp"
#include "html/text.hpp"
#include "html/visit_chart.hpp"
#include "lytes/report/visit_page.hpp"
#include "lytes/text/letters.hpp"
#include "words/evidence_words.hpp"
#include "words/trial_words.hpp"
#include "words/visit_words.hpp"

namespace lytes::report {

namespace {

/// Sentences that quote the user's own words, which were cut before.
constexpr std::size_t most_columns = 600;

std::string words_html(const std::string& words) { return user_words(words, most_columns); }

std::string cut_paragraph(const std::string& words, const char* looks) {
  return words.empty() ? "" : fmt::format("<p class=\"{}\">{}</p>\n", looks, words_html(words));
}

std::string cut_item(const std::string& words) { return words.empty() ? "" : "<li>" + words_html(words) + "</li>\n"; }

/// @param looks "whole" for one that stands on one sheet of paper
std::string section(const char* title, const std::string& inside, const char* looks = "whole") {
  return fmt::format("<section class=\"{}\">\n<h2>{}</h2>\n", looks, title) + inside + "</section>\n";
}

Table table_of(std::string caption, std::vector<std::string> heads, const std::vector<VisitRow>& rows) {
  Table table{std::move(caption), std::move(heads), {}};
  for (const auto& row : rows) {
    std::vector<std::string> cells = {isolated(row.name)};
    for (const auto& said : row.said) cells.push_back(words_html(said));
    cells.resize(table.head.size());
    table.rows.push_back(std::move(cells));
  }
  return table;
}

/// A table whose short columns stay on one line.
std::string ledger(const Table& table) { return "<div class=\"ledger\">\n" + table_html(table) + "</div>\n"; }

/// A table as wide as the page, whose columns are laid out by its looks.
std::string wide(const char* looks, const Table& table) {
  return fmt::format("<div class=\"{}\">\n", looks) + table_html(table) + "</div>\n";
}

std::string signs_part(const VisitView& view) {
  std::string open;
  for (const auto* sign : signs_to_show(view)) {
    const bool now = sign->sign.level == Level::Emergency;
    open += fmt::format("<li><b>{}</b> {}</li>\n",
                        now ? "EMERGENCY, open:" : "Open:", words_html(red_flag_sentence(*sign)));
  }
  open += cut_item(more_signs(view));
  std::string seen;
  for (const auto& sign : view.seen_signs) {
    if (sign.told.sign.name != safety::crisis) seen += "<li>" + words_html(seen_sign_sentence(sign)) + "</li>\n";
  }
  std::string html;
  if (!open.empty()) {
    html = "<section class=\"alarm\" aria-labelledby=\"alarm\">\n<h2 id=\"alarm\">Signs that are open</h2>\n<ul>\n" +
           open + "</ul>\n</section>\n";
  }
  if (!seen.empty()) return html + section("Signs that were seen by a doctor", "<ul>\n" + seen + "</ul>\n");
  if (!open.empty()) return html;
  return "<p class=\"quiet\">Signs that belong in a doctor's hands: none was heard in what was logged.</p>\n";
}

std::string health_part(const VisitView& view) {
  const auto part = [](const char* title, const std::vector<VisitRow>& rows, std::string_view none) {
    const std::string head = fmt::format("<h3>{}</h3>\n", title);
    if (rows.empty()) return head + fmt::format("<p class=\"plain\">{}</p>\n", none);
    return head + wide("health", table_of(title, {"As said", "Since", "What it changes here"}, rows));
  };
  return section("Who",
                 cut_paragraph(person_words(view), "lead") +
                     part("Conditions", condition_rows(view), no_conditions(view)) +
                     part("Medicines", medicine_rows(view), no_medicines(view)),
                 "list");
}

std::string logging_part(const VisitView& view) {
  std::string html;
  for (const auto& sentence : logging_sentences(view)) html += cut_paragraph(sentence, "plain");
  return section("How much is known", html);
}

std::string spasms_part(const VisitView& view) {
  std::string words;
  for (const auto& sentence : course_sentences(view)) words += cut_paragraph(sentence, "plain");
  if (!view.diary) return section("Spasms", words);
  std::string tables;
  if (const auto rows = course_rows(view); !rows.empty())
    tables += table_html(table_of("One half of these days against the other", course_heads(view), rows));
  if (const auto rows = site_rows(view); !rows.empty())
    tables += ledger(table_of("Where and when", {"Where", "Spasms", "When"}, rows));
  return section("Spasms", words + "<div class=\"pair course\">\n" +
                               figure_html(course_chart(view.timeline, view.shown)) + "<div>\n" + tables +
                               cut_paragraph(night_sentences(view), "plain") + "</div>\n</div>\n");
}

/// In two tables beside each other.
std::string factors_html(const std::vector<VisitRow>& rows) {
  if (rows.empty()) return "<p>Nothing in these days.</p>\n";
  const auto half = rows.begin() + static_cast<std::ptrdiff_t>((rows.size() + 1) / 2);
  const std::vector<std::string> heads = {"What", "Days", "Figures"};
  std::string html =
      "<div class=\"pair\">\n" + ledger(table_of("Stress and other things", heads, {rows.begin(), half}));
  if (half != rows.end()) html += ledger(table_of("Further things", heads, {half, rows.end()}));
  return html + "</div>\n";
}

std::string intake_part(const VisitView& view) {
  std::string html =
      cut_paragraph(about_intake(view), "quiet") +
      wide("intake",
           table_of("Intake a day", {"What", "Held against", "Mean a day (least to most)", "Days"}, intake_rows(view)));
  html = section("Water, magnesium, potassium, sodium", html);
  const auto taken = taken_rows(view);
  html += section("Supplements and medicines as logged",
                  taken.empty() ? "<p>None was logged in these days.</p>\n"
                                : wide("taken", table_of("As logged in these days",
                                                         {"What", "Dose", "How often", "What it makes"}, taken)));
  return html + section("What else was logged", factors_html(factor_rows(view)));
}

std::string finding(const insight::Association& association, int diary_days) {
  const std::string name = text::capitalised(word(association.exposure));
  const auto grade = association.withheld ? std::string_view("left out") : grade_words(association.grade);
  const std::string head =
      fmt::format("<article class=\"card\">\n<h3>{} <span class=\"grade\">{}</span></h3>\n", name, grade);
  const std::string words = association.withheld ? cut_paragraph(withheld_sentence(association), "plain")
                                                 : cut_paragraph(finding_words(association, diary_days), "plain") +
                                                       cut_paragraph(ratio_sentences(association), "quiet");
  return head + words + "</article>\n";
}

std::string findings_part(const VisitView& view) {
  if (!view.evidence.range) return "";
  std::string html = cut_paragraph(about_findings(view), "quiet");
  if (!view.evidence.any_told()) {
    return section("What goes together in the whole diary", html + cut_paragraph(all_withheld(), "plain"));
  }
  html += "<div class=\"cards\">\n";
  for (const auto& association : view.evidence.associations)
    html += finding(association, view.evidence.range->length());
  html += "</div>\n";
  for (const std::string& trial : trial_paragraphs(view.evidence)) html += cut_paragraph(trial, "plain");
  return section("What goes together in the whole diary", html);
}

std::string questions_part(const VisitView& view) {
  if (view.questions.empty()) return "";
  std::string items;
  for (const auto& question : view.questions) items += cut_item(question_sentence(question));
  return section("Questions for the visit", "<ul>\n" + items + "</ul>\n", "list");
}

}  // namespace

std::string visit_html(const VisitView& view) {
  const std::string title = escaped(visit_title(view));
  return html_head(title) + "<header class=\"visit\">\n<h1>" + title + "</h1>\n" +
         cut_paragraph(about_visit(view), "about") + "</header>\n<main class=\"visit\">\n" + signs_part(view) +
         health_part(view) + questions_part(view) + logging_part(view) + spasms_part(view) + intake_part(view) +
         findings_part(view) + "</main>\n<footer class=\"visit\">\n<p>" + escaped(what_this_can_tell()) +
         "</p>\n</footer>\n</body>\n</html>\n";
}

}  // namespace lytes::report

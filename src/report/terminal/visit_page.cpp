#include "lytes/report/visit_page.hpp"

#include <fmt/format.h>

#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"
#include "words/evidence_words.hpp"
#include "words/trial_words.hpp"
#include "words/visit_words.hpp"

namespace lytes::report {

namespace {

constexpr std::size_t indent = 2;

std::string heading(std::string_view words, const Style& style) { return "\n" + bold(words, style) + "\n"; }

/// A paragraph indented by two, its later lines by four; nothing for nothing.
std::string item(const std::string& words, const Style& style) {
  if (words.empty()) return "";
  return "  " + text::wrapped(text::printable(words), style.width - indent, 2 * indent) + "\n";
}

/// "Water: goal 2.7 l (AI); 1.9 l (0.9 to 3.1; 70 closed days); below it on 60 of 70 days"
std::string rows(const std::vector<VisitRow>& all, const Style& style, std::string_view between = "; ") {
  std::string text;
  for (const auto& row : all) {
    std::string words = row.name;
    bool first = true;
    for (const auto& said : row.said) {
      if (said.empty()) continue;
      words += (first ? ": " : std::string(between)) + said;
      first = false;
    }
    text += item(words, style);
  }
  return text;
}

std::string items(const std::vector<std::string>& sentences, const Style& style) {
  std::string text;
  for (const auto& sentence : sentences) text += item(sentence, style);
  return text;
}

std::string signs_part(const VisitView& view, const Style& style) {
  std::string emergencies;
  std::string others;
  for (const auto* sign : signs_to_show(view)) {
    const bool now = sign->sign.level == Level::Emergency;
    (now ? emergencies : others) += item((now ? "EMERGENCY, open: " : "open: ") + red_flag_sentence(*sign), style);
  }
  others += item(more_signs(view), style);
  for (const auto& sign : view.seen_signs) {
    if (sign.told.sign.name != safety::crisis) others += item("seen: " + seen_sign_sentence(sign), style);
  }
  if (emergencies.empty() && others.empty()) others = item("None was heard in what was logged.", style);
  return heading("Signs that belong in a doctor's hands", style) + emergencies +
         (emergencies.empty() || others.empty() ? "" : "\n") + others;
}

std::string health_part(const VisitView& view, const Style& style) {
  const auto conditions = condition_rows(view);
  const auto medicines = medicine_rows(view);
  return heading("Conditions", style) +
         (conditions.empty() ? item(std::string(no_conditions(view)), style) : rows(conditions, style)) +
         heading("Medicines", style) +
         (medicines.empty() ? item(std::string(no_medicines(view)), style) : rows(medicines, style));
}

std::string spasms_part(const VisitView& view, const Style& style) {
  std::string text =
      heading("Spasms", style) + items(course_sentences(view), style) + rows(course_rows(view), style, ", then ");
  if (const auto sites = site_rows(view); !sites.empty()) text += rows(sites, style);
  return text + item(night_sentences(view), style);
}

std::string intake_part(const VisitView& view, const Style& style) {
  std::string text = heading("Water, magnesium, potassium, sodium", style) + item(about_intake(view), style) +
                     rows(intake_rows(view), style);
  const auto taken = taken_rows(view);
  text += heading("Supplements and medicines as logged", style) +
          (taken.empty() ? item("None was logged in these days.", style) : rows(taken, style));
  const auto factors = factor_rows(view);
  return text + heading("What else was logged", style) +
         (factors.empty() ? item("Nothing in these days.", style) : rows(factors, style));
}

std::string finding(const insight::Association& association, int diary_days, const Style& style) {
  const std::string name = text::capitalised(word(association.exposure));
  if (association.withheld) return item(name + ": left out. " + withheld_sentence(association), style);
  const std::string words = finding_words(association, diary_days);
  const std::string_view grade = grade_words(association.grade);
  const bool said = text::lowered(words).starts_with(grade);  // "Not enough yet: 14 more closed days."
  return item(said ? name + ": " + text::without_capital(words) : fmt::format("{}: {}. {}", name, grade, words),
              style) +
         item(ratio_sentences(association), style);
}

std::string findings_part(const VisitView& view, const Style& style) {
  if (!view.evidence.range) return "";
  std::string text = heading("What goes together in the whole diary", style) + item(about_findings(view), style);
  if (!view.evidence.any_told()) return text + item(all_withheld(), style);
  for (const auto& association : view.evidence.associations)
    text += finding(association, view.evidence.range->length(), style);
  for (const std::string& trial : trial_paragraphs(view.evidence)) text += item(trial, style);
  return text;
}

std::string questions_part(const VisitView& view, const Style& style) {
  if (view.questions.empty()) return "";
  std::string text = heading("Questions for the visit", style);
  for (const auto& question : view.questions) text += item("- " + question_sentence(question), style);
  return text;
}

}  // namespace

std::string visit_page(const VisitView& view, const Style& style) {
  std::string text = bold(visit_title(view), style) + "\n" + text::wrapped(about_visit(view), style.width) + "\n";
  text += signs_part(view, style);
  text += heading("Who", style) + item(person_words(view), style);
  text += health_part(view, style);
  text += questions_part(view, style);
  text += heading("How much is known", style) + items(logging_sentences(view), style);
  text += spasms_part(view, style) + intake_part(view, style) + findings_part(view, style);
  text += "\n" + text::wrapped(what_this_can_tell(), style.width) + "\n";
  return in_style(text, style);
}

}  // namespace lytes::report

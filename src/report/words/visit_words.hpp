#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lytes/report/visit_page.hpp"

namespace lytes::report {

// What stands on the page for a doctor, in plain text for every kind of page, not escaped. Lists are cut to what two
// sheets of paper hold, and say so; the user's own words are cut and made printable.

/// One thing: its name, and what is said of it, a part for each column.
struct VisitRow {
  std::string name;
  std::vector<std::string> said;
};

/// "Spasms and intake, 1 September to 22 November 2026"
std::string visit_title(const VisitView& view);

/// "From one person's own diary, made by lytes on 22 November 2026. ..."
std::string about_visit(const VisitView& view);

/// Age, sex, pregnancy and weight; what is not known is said.
std::string person_words(const VisitView& view);

/// The period, and how much of it is known.
std::vector<std::string> logging_sentences(const VisitView& view);

std::vector<VisitRow> condition_rows(const VisitView& view);  ///< since when, what it changes here
std::vector<VisitRow> medicine_rows(const VisitView& view);   ///< likewise
/// In place of rows: that there is nothing, or that nothing was said.
std::string_view no_conditions(const VisitView& view);
std::string_view no_medicines(const VisitView& view);

/// Signs that are open, emergencies first, without those that are not for a page to share.
std::vector<const safety::OpenSign*> signs_to_show(const VisitView& view);
std::string seen_sign_sentence(const safety::SeenToldSign& sign);
/// The names of the others; empty if there are none.
std::string more_signs(const VisitView& view);

/// How many a week, then against now, in one or two sentences.
std::vector<std::string> course_sentences(const VisitView& view);
/// Both halves beside each other: how many a week, severity, minutes.
std::vector<VisitRow> course_rows(const VisitView& view);
std::vector<std::string> course_heads(const VisitView& view);
std::vector<VisitRow> site_rows(const VisitView& view);
std::string night_sentences(const VisitView& view);

/// What it is held against, the mean a day, days below or above.
std::vector<VisitRow> intake_rows(const VisitView& view);
/// How to read them.
std::string about_intake(const VisitView& view);

std::vector<VisitRow> taken_rows(const VisitView& view);   ///< dose, how often, what that makes a day
std::vector<VisitRow> factor_rows(const VisitView& view);  ///< days, mean, from least to most

/// Which days the findings rest on, and to whom their sentences speak.
std::string about_findings(const VisitView& view);
/// In place of all findings, where none of them may be told.
std::string all_withheld();
/// The verdict, or how much is missing, and the counts.
std::string finding_words(const insight::Association& association, int diary_days);

std::string question_sentence(const insight::VisitQuestion& question);

/// "water", "magnesium": its amount with its unit, "1.9 l", "250 mg".
std::string nutrient_amount(quantity::Nutrient nutrient, double amount);

}  // namespace lytes::report

#include "html/evidence.hpp"

#include <fmt/format.h>

#include "html/chart.hpp"
#include "html/text.hpp"
#include "lytes/text/letters.hpp"
#include "words/dates.hpp"
#include "words/evidence_words.hpp"
#include "words/exposure_names.hpp"

namespace lytes::report {

namespace {

using insight::Association;

void add(std::string& sentences, const std::string& another) {
  if (another.empty()) return;
  if (!sentences.empty()) sentences += " ";
  sentences += another;
}

std::string card(const Association& association, int diary_days) {
  if (association.is_out_of_sight()) {
    return fmt::format("<article class=\"card\">\n<h3>{} <span class=\"grade\">{}</span></h3>\n",
                       text::capitalised(word(association.exposure)), withheld_words(association)) +
           paragraph(withheld_sentence(association)) + "</article>\n";
  }
  // "Not enough yet: 14 more closed days" is an answer by itself.
  const std::string days = days_needed_sentence(association, diary_days);
  const bool enough = association.enough_data();
  std::string reasons = reason_sentences(association);
  if (enough) add(reasons, days);
  std::string numbers = counts_sentence(association);
  add(numbers, ratio_sentences(association));
  if (enough) add(numbers, doubt_sentences(association));
  add(numbers, left_out_sentence(association));
  return fmt::format("<article class=\"card\">\n<h3>{} <span class=\"grade\">{}</span></h3>\n",
                     text::capitalised(word(association.exposure)), grade_words(association.grade)) +
         paragraph(enough || days.empty() || association.trial ? verdict_sentence(association) : days) +
         paragraph(reasons, "quiet") + paragraph(numbers, "quiet") + "</article>\n";
}

/// "a point", "an hour", "100 mg", "a day with it"
std::string one(std::string_view step) {
  if (step == insight::day_with_it) return "a day with it";
  return (step == "hour" ? "an " : step == "point" ? "a " : "") + std::string(step);
}

std::string factor_cell(const insight::FactorAssociation& factor) {
  if (factor.status != stats::Status::Ok) return "not enough yet";
  std::string words =
      fmt::format("{} ({} to {})", ratio_digits(factor.ratio), ratio_digits(factor.lower), ratio_digits(factor.upper));
  if (factor.p_max_t) words += (*factor.p_max_t < 0.001 ? ", p " : ", p = ") + p_digits(*factor.p_max_t);
  return escaped(words);
}

/// Cautions quote the user's own words for conditions and medicines.
constexpr std::size_t most_columns = 600;

std::string dated(const safety::DatedCaution& dated) {
  std::string html = user_words(dated.caution.message, most_columns);
  if (dated.last) {
    html += dated.days > 1 ? fmt::format(" ({} days, last on {})", dated.days, short_date(*dated.last))
                           : fmt::format(" ({})", short_date(*dated.last));
  }
  return html;
}

}  // namespace

std::string cards_html(const insight::Evidence& evidence) {
  std::string html = "<div class=\"cards\">\n";
  const int days = evidence.range ? evidence.range->length() : 0;
  for (const auto& association : evidence.associations) html += card(association, days);
  return html + "</div>\n";
}

std::string factors_html(const insight::Evidence& evidence) {
  if (evidence.factors.empty()) return "";
  bool any_p = false;
  for (const auto& factor : evidence.factors) any_p = any_p || factor.p_max_t;
  Table table{any_p ? "How many times as many spasms go with each step, with 95 % intervals. p has paid for the search."
                    : "How many times as many spasms go with each step, with 95 % intervals. For a p that has paid for "
                      "the search the diary is still too short.",
              {"One step more", "The same day", "The day before"},
              {}};
  for (const auto factor : insight::all_factors) {
    std::vector<std::string> row = {text::capitalised(word(factor)) + ", " + one(step(factor)), "–", "–"};
    bool logged = false;
    for (const auto& found : evidence.factors) {
      if (found.factor != factor || found.lag_days > 1) continue;
      logged = true;
      row[found.lag_days == 0 ? 1 : 2] = factor_cell(found);
    }
    if (logged) table.rows.push_back(std::move(row));
  }
  return "<h3>Stress and what else you logged</h3>\n" + table_html(table);
}

std::string alarms_html(const insight::Evidence& evidence) {
  std::string items;
  for (const auto& flag : evidence.open_signs)
    if (flag.sign.name != safety::crisis)
      items += "<li>" + user_words(red_flag_sentence(flag), most_columns) + "</li>\n";
  for (const auto& caution : evidence.cautions) {
    if (caution.caution.level > Level::Soon) continue;
    items += "<li>" + dated(caution) + "</li>\n";
  }
  if (items.empty()) return "";
  return "<section class=\"alarm\" aria-labelledby=\"alarm\">\n<h2 id=\"alarm\">Show this to a doctor</h2>\n<ul>\n" +
         items + "</ul>\n</section>\n";
}

std::string notes_html(const insight::Evidence& evidence) {
  std::string items;
  for (const auto& caution : evidence.cautions) {
    if (caution.caution.level > Level::Soon) items += "<li>" + dated(caution) + "</li>\n";
  }
  return items;
}

}  // namespace lytes::report

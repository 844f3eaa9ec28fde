#include "html/days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "html/chart.hpp"
#include "html/text.hpp"
#include "lytes/safety/aims.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/timeline/summary.hpp"
#include "lytes/timeline/sums.hpp"
#include "words/dates.hpp"
#include "words/exposure_names.hpp"
#include "words/import_words.hpp"

namespace lytes::report {

namespace {

using quantity::Nutrient;
using timeline::DayRow;
using timeline::Standing;

std::string amount_words(Nutrient nutrient, double amount) {
  return nutrient == Nutrient::Water ? fmt::format("{:.1f}", amount / 1000) : fmt::format("{:.0f}", amount);
}

/// How much of the target is reached; full only when it is.
std::string bar_html(double share, bool low) {
  constexpr double full = 50;
  const double reached = std::min(share, 1.0) * full;
  return "<svg class=\"bar\" viewBox=\"0 0 52 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\" "
         "focusable=\"false\">" +
         box(1, 1, reached, 4, low ? "low" : "enough") + box(1, 1, full, 4, "frame") + "</svg>";
}

std::string standing_cell(const Standing& standing) {
  if (standing.known == 0) return standing.entries == 0 ? "–" : "not known";
  std::string html = amount_words(standing.nutrient, standing.sum);
  // 2.66 l of 2.7 l must not look like 2.7 of 2.7.
  const bool looks_reached = standing.target && html == amount_words(standing.nutrient, *standing.target);
  if (looks_reached && standing.verdict == timeline::Verdict::Low) {
    html = standing.nutrient == Nutrient::Water ? fmt::format("{:.2f}", std::floor(standing.sum / 10) / 100)
                                                : fmt::format("{:.1f}", std::floor(standing.sum * 10) / 10);
  }
  if (standing.known < standing.entries) html += "+";
  const auto verdict = timeline::word(standing.verdict);
  html += standing.share ? bar_html(*standing.share, standing.verdict == timeline::Verdict::Low) : " ";
  if (!verdict.empty()) html += fmt::format("<span class=\"w {}\">{}</span>", verdict, verdict);
  return html;
}

std::string status_words(const DayRow& row) {
  using journal::DayStatus;
  if (row.set_aside()) return "set aside";
  if (row.said_of_intake == DayStatus::Partial) return "partly logged";
  const bool intake = row.intake_status == DayStatus::Complete;
  const bool spasms = row.spasm_status == DayStatus::Complete;
  if (intake && spasms) return "closed";
  if (intake) return "intake closed";
  if (row.intake_status == DayStatus::None) return spasms ? "spasms closed" : "nothing logged";
  return "open";
}

std::string spasm_cell(const DayRow& row) {
  if (row.set_aside()) return "–";
  const auto count = row.spasm_count();
  if (!count) return "not known";
  std::string html = fmt::format("{}", *count);
  if (const auto worst = row.worst_severity()) html += fmt::format("<span class=\"d\">worst {}</span>", *worst);
  return html;
}

std::string per_week(const timeline::SpasmRate& rate) { return fmt::format("{:.1f} a week", 7 * *rate.per_day()); }

}  // namespace

calendar::DayRange begun(const ReportView& view) {
  return {view.shown.from, std::max(view.shown.from, std::min(view.shown.to, view.today))};
}

std::string week_rows_html(const ReportView& view) {
  const auto days = begun(view);
  bool plus = false;
  Table table{
      "", {"Day", "Water, l", "Magne&shy;sium, mg", "Potas&shy;sium, mg", "Sodium, mg", "Stress", "Spasms"}, {}};
  const DayRow* last = nullptr;
  for (calendar::Day day = days.from; day <= days.to; day += std::chrono::days(1)) {
    const DayRow* row = view.timeline.row(day);
    if (!row) continue;
    last = row;
    const std::chrono::year_month_day date(day);
    std::vector<std::string> cells = {fmt::format("{} {}<span class=\"d\">{}</span>", calendar::weekday_short(day),
                                                  static_cast<unsigned>(date.day()), status_words(*row))};
    for (const auto& standing : safety::standings(*row, view.aims)) {
      plus = plus || (!row->set_aside() && standing.known > 0 && standing.known < standing.entries);
      cells.push_back(row->set_aside() ? "–" : standing_cell(standing));
    }
    const auto stress = row->set_aside() ? std::nullopt : row->stress.mean();
    cells.push_back(stress ? fmt::format("{:.1f}", *stress) : "–");
    cells.push_back(spasm_cell(*row));
    table.rows.push_back(std::move(cells));
  }
  if (!last) return "<p>Nothing is logged in these days.</p>\n";
  std::vector<std::string> targets;
  for (const auto exposure : insight::all_exposures) {
    const auto nutrient = insight::nutrient_of(exposure);
    const safety::Aim aim = view.aims.on(nutrient);
    if (aim == safety::Aim::Nothing) {
      targets.push_back(fmt::format("{}: how much is for your doctor to say", word(exposure)));
    } else if (const auto target = last->target(nutrient)) {
      targets.push_back(fmt::format("{} {}{} {}", word(exposure), aim == safety::Aim::Limit ? "at most " : "",
                                    amount_words(nutrient, *target), nutrient == Nutrient::Water ? "l" : "mg"));
    }
  }
  if (last->targets.sodium_limit_mg && view.aims.is_goal(Nutrient::Sodium))
    targets.push_back(fmt::format("sodium at most {:.0f} mg", *last->targets.sodium_limit_mg));
  if (!targets.empty()) {
    table.caption = "Targets: ";
    for (std::size_t i = 0; i < targets.size(); ++i) table.caption += (i > 0 ? ", " : "") + targets[i];
    table.caption += last->targets.general_adult ? " (for adults in general). " : ". ";
    if (last->targets.fluid_basis == targets::FluidBasis::Drinks) table.caption += "Water is drinks alone. ";
  }
  table.caption += "Stress is the mean of the day's ratings, 0 to 10.";
  if (view.aims.any(safety::Aim::Goal)) table.caption += " LOW is under 80 % of the target, below from there up to it.";
  if (plus) table.caption += " +: some items have no figure, so it may be more.";
  return "<div class=\"week\">" + table_html(table) + "</div>\n";
}

std::string range_sums_html(const ReportView& view) {
  Table table{"Complete days only", {"What", "Complete days", "Mean a day", "Below target"}, {}};
  for (const auto exposure : insight::all_exposures) {
    const auto nutrient = insight::nutrient_of(exposure);
    const auto sum = timeline::intake_sum(view.timeline, view.shown, nutrient);
    const auto mean = sum.mean();
    const auto& days_short = sum.days_short;
    table.rows.push_back(
        {text::capitalised(word(exposure)), fmt::format("{}", sum.complete_days),
         mean ? fmt::format("{} {}", amount_words(nutrient, *mean), nutrient == Nutrient::Water ? "l" : "mg")
              : "not known",
         !view.aims.is_goal(nutrient) ? "for your doctor to say"
         : days_short.known == 0
             ? "not known"
             : fmt::format("{} of {}", days_short.below, counted(static_cast<std::size_t>(days_short.known), "day"))});
  }
  const auto sodium = timeline::intake_sum(view.timeline, view.shown, Nutrient::Sodium);
  const auto mean = sodium.mean();
  table.rows.push_back({"Sodium", fmt::format("{}", sodium.complete_days),
                        mean ? amount_words(Nutrient::Sodium, *mean) + " mg" : "not known", "held against a limit"});
  return table_html(table);
}

std::string spasms_sentence(const ReportView& view) {
  const auto days = begun(view);
  const auto now = timeline::spasm_rate(view.timeline, days);
  if (now.known_days == 0) return "Whether there were spasms in these days is not known.";
  std::string text = fmt::format("{} spasm{} on {} day{} whose number is known", now.spasms, now.spasms == 1 ? "" : "s",
                                 now.known_days, now.known_days == 1 ? "" : "s");
  if (now.known_days < now.days) text += fmt::format(", of {} in all", now.days);
  if (!view.is_week) return text + ": " + per_week(now) + ".";
  const auto before = timeline::spasm_week(view.timeline, view.shown).before;
  return text + (before.known_days > 0
                     ? fmt::format(". In the four weeks before: {} on {}, which is {}.", before.spasms,
                                   counted(static_cast<std::size_t>(before.known_days), "day"), per_week(before))
                     : ".");
}

}  // namespace lytes::report

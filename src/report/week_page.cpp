#include "lytes/report/week_page.hpp"

#include <fmt/format.h>

#include "bar.hpp"
#include "day_json.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/timeline/summary.hpp"

namespace lytes::report {

namespace {

using quantity::Nutrient;
using timeline::DayRow;
using timeline::Standing;
using timeline::Verdict;

/// "1.8 #####- LOW", sixteen columns; a figure with "+" has items whose share is unknown.
std::string cell(const Standing& standing, const Style& style) {
  if (standing.known == 0) return padded(standing.entries == 0 ? "   -" : "   ?", 16);
  const bool water = standing.nutrient == Nutrient::Water;
  std::string figure = water ? fmt::format("{:.1f}", standing.sum / 1000) : fmt::format("{:.0f}", standing.sum);
  if (standing.known < standing.entries) figure += "+";
  return padded(
      right_aligned(figure, 5) + " " + bar(standing.share, 5) + " " + judged(timeline::word(standing.verdict), style),
      16);
}

std::string spasm_cell(const DayRow& row) {
  const auto count = row.spasm_count();
  if (!count) return "?";
  if (const auto worst = row.worst_severity()) return fmt::format("{} ({})", *count, *worst);
  return fmt::format("{}", *count);
}

std::string status_word(const DayRow& row) {
  using journal::DayStatus;
  switch (row.intake_status) {
    case DayStatus::Complete:
      return row.spasm_status == DayStatus::Complete ? "closed" : "intake";
    case DayStatus::Partial:
      return "open";
    case DayStatus::None:
      return "-";
  }
  return "";
}

std::string day_line(const DayRow& row, const Style& style) {
  const std::chrono::year_month_day date(row.day);
  std::string line = fmt::format("{} {:>2}  ", calendar::weekday_short(row.day), static_cast<unsigned>(date.day()));
  for (const auto& standing : timeline::standings(row)) {
    if (standing.nutrient != Nutrient::Sodium) line += cell(standing, style) + "  ";
  }
  const auto stress = row.stress.mean();
  line += padded(stress ? fmt::format("{:.1f}", *stress) : "-", 6) + "  ";
  line += padded(spasm_cell(row), 6) + " " + status_word(row);
  while (line.ends_with(' ')) line.pop_back();
  return line + "\n";
}

/// "3 on 6 days; the day left is not known"
std::string spasms_over(const timeline::SpasmRate& rate) {
  if (rate.known_days == 0) return "not known";
  std::string text = fmt::format("{} on {} known day{}", rate.spasms, rate.known_days, rate.known_days == 1 ? "" : "s");
  if (rate.known_days < rate.days) text += fmt::format(" of {}", rate.days);
  return text;
}

std::string spasm_part(const timeline::Timeline& timeline, calendar::DayRange week, calendar::DayRange so_far,
                       const Style& style) {
  const auto spasms = timeline::spasm_week(timeline, week);
  const auto now = timeline::spasm_rate(timeline, so_far);
  std::string text = "Spasms: " + spasms_over(now) + ".";
  if (spasms.before.known_days > 0) {
    text += fmt::format(" The four weeks before: {} ({:.1f} a week).", spasms_over(spasms.before),
                        7 * *spasms.before.per_day());
  } else {
    text += " Of the four weeks before nothing is known.";
  }
  text = wrapped(text, style.width) + "\n";
  if (!spasms.by_site.empty()) {
    text +=
        fmt::format("  {:<28}{:>6} {:>8} {:>10} {:>8}\n", "where and when", "night", "morning", "afternoon", "evening");
    for (const auto& site : spasms.by_site) {
      const auto times = [&](std::size_t i) {
        return site.by_time[i] > 0 ? fmt::format("{}", site.by_time[i]) : std::string(".");
      };
      text += "  " + padded(shortened(printable(site.site), 27), 28) +
              fmt::format("{:>6} {:>8} {:>10} {:>8}\n", times(0), times(1), times(2), times(3));
    }
  }
  return text;
}

}  // namespace

std::string week_table(const timeline::Timeline& timeline, calendar::DayRange week, calendar::Day today,
                       const Style& style) {
  const calendar::DayRange so_far{week.from, std::min(week.to, today)};
  std::string text =
      bold(fmt::format("Week of {} to {}", calendar::iso(week.from), calendar::iso(week.to)), style) + "\n\n";
  text += "          water, l          magnesium, mg     potassium, mg   stress  spasms day\n";
  bool plus = false;
  bool general = false;
  for (calendar::Day day = so_far.from; day <= so_far.to; day += std::chrono::days(1)) {
    const DayRow* row = timeline.row(day);
    if (!row) continue;
    text += day_line(*row, style);
    general = general || row->targets.general_adult;
    for (const auto& standing : timeline::standings(*row))
      plus = plus || (standing.known > 0 && standing.known < standing.entries);
  }
  const DayRow* last = timeline.row(so_far.to);
  if (last && last->targets.water_ml && last->targets.magnesium_mg && last->targets.potassium_mg) {
    text +=
        fmt::format("target    {:<18.1f}{:<18.0f}{:.0f}{}\n", *last->targets.water_ml / 1000,
                    *last->targets.magnesium_mg, *last->targets.potassium_mg, general ? "  (adults in general)" : "");
  }
  text += "\nSpasms: number (worst of 10).";
  if (plus) text += " \"+\": some items have no figure.";
  text += " \"?\": not known. Open days are not\njudged in the evidence.\n\n";
  text += spasm_part(timeline, week, so_far, style);
  return in_style(text, style);
}

std::string week_json(const timeline::Timeline& timeline, calendar::DayRange week) {
  Json days = Json::array();
  for (calendar::Day day = week.from; day <= week.to; day += std::chrono::days(1)) {
    if (const DayRow* row = timeline.row(day)) days.push_back(day_row_json(*row));
  }
  const auto spasms = timeline::spasm_week(timeline, week);
  const auto rate = [](const timeline::SpasmRate& r) {
    return Json{{"spasms", r.spasms}, {"known_days", r.known_days}, {"days", r.days}};
  };
  Json json{{"range", {{"from", calendar::iso(week.from)}, {"to", calendar::iso(week.to)}}}, {"days", std::move(days)}};
  json["spasms"] = {{"this_week", rate(spasms.this_week)}, {"four_weeks_before", rate(spasms.before)}};
  return text_of(json);
}

}  // namespace lytes::report

#include "terminal/days_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "lytes/safety/aims.hpp"
#include "lytes/text/width.hpp"
#include "lytes/timeline/summary.hpp"
#include "terminal/bar.hpp"

namespace lytes::report {

namespace {

using quantity::Nutrient;
using timeline::DayRow;
using timeline::Standing;

constexpr std::size_t cell_width = 16;
constexpr std::size_t bar_width = 4;      // with a figure of five and "below" it fills the cell
constexpr std::size_t sodium_width = 10;  // it is shown against its limit, without a bar

/// "1.8 ###- LOW"; a figure with "+" has items whose share is unknown.
std::string cell(const Standing& standing, bool set_aside, const Style& style) {
  const bool sodium = standing.nutrient == Nutrient::Sodium;
  const std::size_t width = sodium ? sodium_width : cell_width;
  if (set_aside || standing.entries == 0) return text::padded("   -", width);
  if (standing.known == 0) return text::padded("   ?", width);
  const bool water = standing.nutrient == Nutrient::Water;
  std::string figure = water ? fmt::format("{:.1f}", standing.sum / 1000) : fmt::format("{:.0f}", standing.sum);
  if (standing.known < standing.entries) figure += "+";
  const std::string drawn =
      sodium ? "" : (standing.target ? bar(standing.share, bar_width) : std::string(bar_width, ' ')) + " ";
  return text::padded(text::right_aligned(figure, 5) + " " + drawn + judged(timeline::word(standing.verdict), style),
                      width);
}

std::string spasm_cell(const DayRow& row) {
  if (row.set_aside()) return "-";
  const auto count = row.spasm_count();
  if (!count) return "?";
  if (const auto worst = row.worst_severity()) return fmt::format("{} ({})", *count, *worst);
  return fmt::format("{}", *count);
}

std::string status_word(const DayRow& row) {
  using journal::DayStatus;
  if (row.set_aside()) return "skip";
  if (row.said_of_intake == DayStatus::Partial) return "part";
  switch (row.intake_status) {
    case DayStatus::Complete:
      return row.spasm_status == DayStatus::Complete ? "done" : "food";
    case DayStatus::Partial:
      return "open";
    case DayStatus::None:
      return "-";
  }
  return "";
}

std::string day_line(const DayRow& row, const safety::Aims& aims, const Style& style) {
  const std::chrono::year_month_day date(row.day);
  std::string line = fmt::format("{} {:>2}", calendar::weekday_short(row.day), static_cast<unsigned>(date.day()));
  for (const auto& standing : safety::standings(row, aims)) line += cell(standing, row.set_aside(), style);
  const auto stress = row.set_aside() ? std::nullopt : row.stress.mean();
  line += " " + text::padded(stress ? fmt::format("{:.1f}", *stress) : "-", 4);
  line += " " + text::padded(spasm_cell(row), 5) + " " + status_word(row);
  while (line.ends_with(' ')) line.pop_back();
  return line + "\n";
}

std::string of(int part, int whole) { return whole == 0 ? "-" : fmt::format("{} of {}", part, whole); }

std::string month_line(const timeline::MonthSums& month, const safety::Aims& aims) {
  const std::string date = calendar::iso(month.days.from);
  const auto stress = month.stress.mean();
  std::string line = fmt::format("{}  {:<10}", date.substr(0, 7), of(month.closed_days, month.days.length()));
  for (std::size_t place = 0; place < timeline::target_nutrients.size(); ++place) {
    const bool shown = aims.is_goal(timeline::target_nutrients[place]);
    const auto& days_short = month.days_short[place];
    line += fmt::format("{:<10}", shown ? of(days_short.below, days_short.known) : "-");
  }
  const auto sodium = month.sodium.mean();
  line += fmt::format(" {:<8}", sodium ? fmt::format("{:.0f}", *sodium) : "-");
  line += fmt::format("{:<8}", stress ? fmt::format("{:.1f}", *stress) : "-");
  const auto& spasms = month.spasms;
  return line +
         (spasms.known_days == 0
              ? "?"
              : fmt::format("{} on {} day{}", spasms.spasms, spasms.known_days, spasms.known_days == 1 ? "" : "s")) +
         "\n";
}

}  // namespace

std::string days_table(const timeline::Timeline& timeline, calendar::DayRange days, const safety::Aims& aims,
                       const Style& style) {
  std::string text = "        water, l        magnesium, mg   potassium, mg  sodium stress spasms day\n";
  bool plus = false;
  bool general = false;
  bool skip = false;
  bool part = false;
  for (calendar::Day day = days.from; day <= days.to; day += std::chrono::days(1)) {
    const DayRow* row = timeline.row(day);
    if (!row) continue;
    text += day_line(*row, aims, style);
    general = general || row->targets.general_adult;
    skip = skip || row->set_aside();
    part = part || row->said_of_intake == journal::DayStatus::Partial;
    if (row->set_aside()) continue;
    for (const auto& standing : timeline::standings(*row))
      plus = plus || (standing.known > 0 && standing.known < standing.entries);
  }
  const DayRow* last = timeline.row(days.to);
  const bool any_goal = aims.any(safety::Aim::Goal) || aims.any(safety::Aim::Limit);
  if (any_goal && last && last->targets.water_ml && last->targets.magnesium_mg && last->targets.potassium_mg) {
    const auto amount = [&](Nutrient nutrient, const std::string& text_of_it) {
      return aims.on(nutrient) == safety::Aim::Nothing ? std::string("-") : text_of_it;
    };
    const auto& limit = last->targets.sodium_limit_mg;
    text += fmt::format("target {:>4}            {:>4}            {:>4}            {}{}\n",
                        amount(Nutrient::Water, fmt::format("{:.1f}", *last->targets.water_ml / 1000)),
                        amount(Nutrient::Magnesium, fmt::format("{:.0f}", *last->targets.magnesium_mg)),
                        amount(Nutrient::Potassium, fmt::format("{:.0f}", *last->targets.potassium_mg)),
                        limit ? fmt::format("<{:.0f}", *limit) : "", general ? "  (adults)" : "");
  }
  std::string signs = "Spasms: number (worst of 10). Sodium, mg, against its limit.";
  const bool short_days = text.find(" LOW") != std::string::npos || text.find(" below") != std::string::npos;
  if (short_days) signs += " LOW: under 80 % of the target; below: from there up to it.";
  if (plus) signs += " \"+\": some items have no figure.";
  signs += " \"?\": not known. Open days are not judged in the evidence.";
  if (part) signs += " \"part\": kept as partly logged.";
  if (skip) signs += " \"skip\": set aside, nothing of it counts.";
  if (!any_goal) {
    signs += " How much of these is right is for your doctor to say.";
  } else if (aims.any(safety::Aim::Nothing)) {
    signs += " Target \"-\": how much is for your doctor to say.";
  }
  if (aims.any(safety::Aim::Limit)) signs += " Your own numbers are taken as limits, as your profile asks.";
  return text + "\n" + text::wrapped(signs, style.width) + "\n";
}

std::string months_table(std::span<const timeline::MonthSums> months, const safety::Aims& aims) {
  const bool any_goal = aims.any(safety::Aim::Goal);
  std::string text = any_goal ? "                   short of                       sodium\n"
                              : "                                                  sodium\n";
  text += "month    closed    water     magnesium potassium  a day   stress  spasms\n";
  for (const auto& month : months) text += month_line(month, aims);
  text += any_goal ? "\nShort of: closed days below target, of those that are known. " : "\n";
  return text + "Sodium: mg, mean of\nclosed days. Spasms: on days where their number is known.\n";
}

}  // namespace lytes::report

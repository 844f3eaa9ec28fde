#include "lytes/report/day_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "lytes/quantity/amount.hpp"
#include "lytes/report/entry_text.hpp"
#include "lytes/report/trial_page.hpp"
#include "lytes/safety/aims.hpp"
#include "lytes/text/width.hpp"
#include "lytes/timeline/summary.hpp"
#include "terminal/bar.hpp"
#include "terminal/signs_part.hpp"
#include "words/import_words.hpp"

namespace lytes::report {

namespace {

using quantity::Nutrient;
using timeline::Standing;
using timeline::Verdict;

constexpr std::size_t least_for_bars = 60;

std::string litres(double ml) { return fmt::format("{:.1f}", ml / 1000); }

/// "1.2 of 2.2 l", "140 of 320 mg", "140 mg" where there is no target. Below a target never rounded up to it.
std::string of_target(const Standing& standing) {
  const bool water = standing.nutrient == Nutrient::Water;
  const auto digits = [&](double amount) { return water ? litres(amount) : fmt::format("{:.0f}", amount); };
  const char* unit = water ? "l" : "mg";
  const auto& goal = standing.target ? standing.target : standing.limit;
  if (!goal) return digits(standing.sum) + " " + unit;
  double sum = standing.sum;
  const double step = water ? 100 : 1;
  if (sum < *goal && digits(sum) == digits(*goal)) sum = (std::ceil(*goal / step) - 1) * step;
  if (standing.target) return digits(sum) + " of " + digits(*goal) + " " + unit;
  return digits(sum) + " " + unit + ", limit " + digits(*goal);
}

std::string known_part(const Standing& standing) {
  if (standing.known == standing.entries) return {};
  return fmt::format("known for {} of {}", standing.known, counted(static_cast<std::size_t>(standing.entries), "item"));
}

std::string day_name(calendar::Day day, calendar::Day today) {
  if (day == today) return "today";
  return fmt::format("{} {}", calendar::weekday_short(day), calendar::iso(day));
}

/// "1.0 to go" while the day lasts; of an earlier day that was never closed the figure is what it comes to at least.
std::string open_words(const Standing& standing, bool today) {
  if (!today) return "at least";
  if (standing.nutrient != Nutrient::Water) return "";  // what is still to be eaten is nobody's duty
  return litres(std::max(*standing.target - standing.sum, 100.0)) + " to go";
}

/// Of a day that was set aside or kept as partly logged no more is to come.
bool lasts(const timeline::DayRow& row, calendar::Day today) { return row.day == today && !row.said_of_intake; }

std::string verdict_word(const Standing& standing, bool today, const Style& style) {
  if (standing.entries == 0) return "nothing logged";
  if (standing.known == 0) return "unknown";
  if (standing.verdict == Verdict::Open) return open_words(standing, today);
  return judged(timeline::word(standing.verdict), style);
}

std::string spasm_lines(const timeline::DayRow& row) {
  if (row.set_aside()) return "  spasms     not counted: the day is set aside\n";
  const auto count = row.spasm_count();
  if (!count) return "  spasms     not known: none logged, and the day is open\n";
  if (*count == 0) return "  spasms     none\n";
  std::string text = fmt::format("  spasms     {}", *count);
  if (const auto worst = row.worst_severity()) text += fmt::format(", worst {}/10", *worst);
  if (const auto minutes = row.spasm_minutes())
    text += fmt::format(", {} min in all", quantity::format_number(std::round(*minutes * 10) / 10));
  return text + "\n";
}

std::string feelings(const timeline::DayRow& row) {
  std::string text;
  if (const auto mean = row.stress.mean()) {
    text += fmt::format("  stress     {}/10", quantity::format_number(std::round(*mean * 10) / 10));
    if (row.stress.count > 1) text += fmt::format(" on average, highest {}", quantity::format_number(row.stress.max));
    text += "\n";
  }
  for (const auto& factor : row.factors) {
    text += "  " + text::padded(text::printable(factor.name), 10) + " ";
    const bool minutes = factor.unit == "h" && factor.value && *factor.value < 1;
    text +=
        !factor.value ? "logged" : quantity::format_number(minutes ? std::round(*factor.value * 60) : *factor.value);
    if (factor.unit) text += " " + (minutes ? "min" : text::printable(*factor.unit));
    text += "\n";
  }
  return text;
}

std::string status_line(const timeline::DayRow& row, calendar::Day today) {
  using journal::DayStatus;
  const std::string day = row.day == today ? "" : " " + calendar::iso(row.day);
  if (row.intake_status == DayStatus::Complete && row.spasm_status == DayStatus::Complete)
    return "The day is closed: what is not here was not.\n";
  if (row.set_aside())
    return fmt::format("The day is set aside: nothing of it counts. To count it: lytes day open{}\n", day);
  if (row.said_of_intake == DayStatus::Partial) {
    return fmt::format(
        "The day is kept as partly logged: its intake is left out of the evidence.\nWhen all is logged: "
        "lytes day done{}\n",
        day);
  }
  if (row.intake_status == DayStatus::Complete) return "Food and drink are complete; spasms are open.\n";
  return fmt::format("The day is open. When all is logged: lytes day done{}\n", day);
}

std::string without_blanks_behind(std::string line) {
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

const char* about(safety::Aim aim, const Standing& standing) {
  if (aim == safety::Aim::Nothing) return "how much is for your doctor to say";
  return aim == safety::Aim::Limit && standing.verdict == Verdict::High ? "above your own number: ask your doctor" : "";
}

/// What is to be said beside the figure of one nutrient.
std::vector<std::string> remarks(const Standing& standing, const timeline::DayRow& row, safety::Aim aim) {
  std::vector<std::string> said;
  if (const auto known = known_part(standing); !known.empty()) said.push_back(known);
  if (const std::string held = about(aim, standing); !held.empty()) said.push_back(held);
  if (standing.nutrient != Nutrient::Water) return said;
  if (row.targets.fluid_basis == targets::FluidBasis::Drinks) {
    said.emplace_back("drinks only");
  } else if (const auto share = timeline::share_from_drinks(row)) {
    said.push_back(fmt::format("{:.0f} % of it from drinks", *share * 100));
  }
  return said;
}

/// "water      1.6 of 2.7 l         [#####-----] LOW   79 % of it from drinks", with remarks that find no room below.
std::string standing_row(const Standing& standing, const timeline::DayRow& row, bool today, safety::Aim aim,
                         const Style& style) {
  constexpr std::size_t indent = 13;
  std::string line = "  " + text::padded(quantity::facts_of(standing.nutrient).name, indent - 3) + " ";
  if (standing.known == 0) return line + verdict_word(standing, today, style) + "\n";
  std::size_t used = 0;
  if (aim == safety::Aim::Nothing) {
    line += of_target(standing);
    used = text::display_width(line);
  } else if (style.width < least_for_bars) {
    line += of_target(standing) + "  " + verdict_word(standing, today, style);
    used = text::display_width(line);
  } else {
    line += text::padded(of_target(standing), 20) + " ";
    line += text::padded(standing.target ? "[" + bar(standing.share, 10) + "]" : "", 12) + " ";
    line += text::padded(verdict_word(standing, today, style), 4);
    used = text::display_width(line);
  }
  std::string text;
  for (const auto& remark : remarks(standing, row, aim)) {
    if (used + 2 + text::display_width(remark) > style.width) {
      text += without_blanks_behind(std::move(line)) + "\n";
      line = std::string(indent, ' ') + remark;
    } else {
      line += "  " + remark;
    }
    used = text::display_width(line);
  }
  return text + without_blanks_behind(std::move(line)) + "\n";
}

}  // namespace

std::string standing_line(const timeline::DayRow& row, calendar::Day today, const safety::Aims& aims,
                          const Style& style) {
  std::vector<std::string> parts;
  for (const auto& standing : safety::standings(row, aims)) {
    if (standing.nutrient == Nutrient::Sodium) continue;
    std::string part = std::string(quantity::facts_of(standing.nutrient).symbol) + " ";
    if (standing.known == 0) {
      part += standing.entries == 0 ? "nothing logged" : "unknown";
    } else {
      part += of_target(standing);
      if (standing.nutrient == Nutrient::Water && standing.target && style.width >= least_for_bars)
        part += "  [" + bar(standing.share, 10) + "]";
      const std::string verdict = standing.verdict == Verdict::Open && row.day != today
                                      ? ""  // said once, of the day
                                      : verdict_word(standing, row.day == today, style);
      if (!verdict.empty()) part += " " + verdict;
      const std::string held = about(aims.on(standing.nutrient), standing);
      if (!held.empty()) part += " (" + held + ")";
      if (const auto known = known_part(standing); !known.empty()) part += " (" + known + ")";
    }
    parts.push_back(std::move(part));
  }
  const bool open = row.day != today && row.intake_status != journal::DayStatus::Complete;
  const std::string head = day_name(row.day, today) + (open ? ", at least  " : "  ");
  std::string text = head;
  std::size_t used = text::display_width(head);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t size = text::display_width(parts[i]);
    if (i > 0 && used + 4 + size > style.width) {
      text += "\n" + std::string(text::display_width(head), ' ');
      used = text::display_width(head);
    } else if (i > 0) {
      text += "    ";
      used += 4;
    }
    text += parts[i];
    used += size;
  }
  return in_style(text + "\n", style);
}

std::string seen_lines(std::span<const journal::SeenSign> seen, const Style& style) {
  std::string text;
  for (const auto& one : seen) {
    text +=
        text::wrapped(
            fmt::format("Seen: {}{}. lytes says no more of it there for {} days, unless it is an emergency told anew.",
                        one.sign, one.place.empty() ? "" : ", " + text::printable(one.place),
                        safety::silent_once_seen.count()),
            style.width) +
        "\n";
  }
  return in_style(text, style);
}

std::string day_page(const DayView& view, const Style& style) {
  const auto& row = view.row;
  std::string text = open_signs_part(view.open_signs, style) +
                     bold(fmt::format("{} {}{}", calendar::weekday_short(row.day), calendar::iso(row.day),
                                      row.day == view.today ? ", today" : ""),
                          style) +
                     "\n";
  for (const auto& standing : safety::standings(row, view.aims))
    text += standing_row(standing, row, lasts(row, view.today), view.aims.on(standing.nutrient), style);
  text += feelings(row) + spasm_lines(row);
  if (!view.entries.empty()) {
    text += "\n";
    for (const auto& entry : view.entries) text += entry_line(entry, view.today, style);
  }
  const std::string coin = view.coin ? coin_reminder(*view.coin) : "";
  if (!coin.empty()) text += "\n" + text::wrapped(coin, style.width) + "\n";
  text += "\n" + status_line(row, view.today);
  if (row.targets.general_adult) {
    text += text::wrapped(
                "The targets are those for adults in general; `lytes profile set sex=female birth_year=1980` makes "
                "them yours.",
                style.width) +
            "\n";
  }
  return in_style(text, style);
}

std::string day_short(const DayView& view, const Style& style) {
  const auto& row = view.row;
  std::string line;
  for (const auto& standing : safety::standings(row, view.aims)) {
    if (standing.nutrient == Nutrient::Sodium || standing.known == 0) continue;
    line += (line.empty() ? "" : ", ") + std::string(quantity::facts_of(standing.nutrient).symbol) + " " +
            of_target(standing);
  }
  if (line.empty()) line = "nothing to eat or drink logged";
  if (const auto count = row.spasm_count())
    line += "; " + (*count == 0 ? "no spasm" : counted(static_cast<std::size_t>(*count), "spasm"));
  line += is_open(row) ? "; the day is open" : "; the day is closed";
  const std::string coin = view.coin ? coin_reminder(*view.coin) : "";
  if (!coin.empty()) line += ". " + coin;
  return in_style(line + "\n", style);
}

bool is_open(const timeline::DayRow& row) {
  using journal::DayStatus;
  const bool closed = row.intake_status == DayStatus::Complete && row.spasm_status == DayStatus::Complete;
  return !closed && !row.set_aside() && row.said_of_intake != DayStatus::Partial;
}

std::string greeting(const Style& style) {
  return in_style(bold("Welcome to lytes.", style) +
                      " Nothing is logged yet. One line is enough:\n\n"
                      "  lytes drink 500ml water\n"
                      "  lytes eat 2 eggs, 1 medium banana\n"
                      "  lytes spasm left calf 6/10 5m\n\n"
                      "Close a day when all of it is logged: lytes day done\n"
                      "To see it at work with a made-up diary: lytes demo\n",
                  style);
}

}  // namespace lytes::report

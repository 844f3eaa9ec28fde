#include "lytes/report/entry_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "lytes/quantity/amount.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"

namespace lytes::report {

namespace {

using quantity::Nutrient;

constexpr std::size_t figures_column = 17;  // under the description

/// "+471 ml"; an unknown figure is said to be unknown.
std::string added(std::string_view name, const std::optional<double>& amount, std::string_view unit) {
  return amount ? fmt::format("{} +{}", name, amount_text(*amount, unit)) : fmt::format("{} unknown", name);
}

std::string figures(const quantity::Nutrients& nutrients) {
  return added("water", nutrients[Nutrient::Water], "ml") + "  " + added("Mg", nutrients[Nutrient::Magnesium], "mg") +
         "  " + added("K", nutrients[Nutrient::Potassium], "mg");
}

std::string minutes_text(double minutes) {
  if (minutes >= 60) return fmt::format("{} h", quantity::format_number(std::round(minutes / 6) / 10));
  if (minutes < 1) return fmt::format("{:.0f} s", minutes * 60);
  return fmt::format("{} min", quantity::format_number(std::round(minutes * 10) / 10));
}

/// What was logged, in words; figures of an intake stand apart.
struct Words {
  std::string operator()(const journal::Intake& intake) const {
    std::string text = text::printable(intake.description) + "  " + text::printable(intake.amount);
    const bool weight_said =
        intake.amount.ends_with(" g") || intake.amount.ends_with(" mg") || intake.amount.ends_with(" kg");
    if (intake.grams && !weight_said) text += fmt::format(" ({})", amount_text(*intake.grams, "g"));
    return text;
  }
  std::string operator()(const journal::Spasm& spasm) const {
    std::string text = "Spasm, " + text::printable(spasm.site);
    if (spasm.severity) text += fmt::format("  {}/10", *spasm.severity);
    if (spasm.minutes) text += "  " + minutes_text(*spasm.minutes);
    if (!spasm.flags.empty()) text += "  with " + text::printable(fmt::format("{}", fmt::join(spasm.flags, ", ")));
    return text;
  }
  std::string operator()(const journal::Stress& stress) const {
    return fmt::format("Stress  {}/10", quantity::format_number(stress.rating));
  }
  std::string operator()(const journal::Factor& factor) const {
    std::string text = text::capitalised(text::printable(factor.name));
    if (factor.value) text += "  " + quantity::format_number(*factor.value);
    if (factor.unit) text += " " + text::printable(*factor.unit);
    return text;
  }
  std::string operator()(const journal::Note&) const { return "Note"; }
  std::string operator()(const journal::Medicine& medicine) const {
    std::string text = text::capitalised(text::printable(medicine.name));
    if (medicine.dose) text += "  " + text::printable(*medicine.dose);
    return text;
  }
};

std::string when_text(const calendar::Moment& when, calendar::Day today) {
  // As clocks and calendars on the wall showed it, whatever day it counts to.
  const calendar::Day date = civil_day(when);
  const auto age = (today - when.day).count();
  const std::string day = age >= 0 && age < 6 ? std::string(calendar::weekday_short(date)) : calendar::iso(date);
  return day + " " + short_time(when);
}

/// Under a day's heading the clock is enough, but for the small hours of the next date.
std::string list_time(const calendar::Moment& when) {
  const calendar::Day civil = civil_day(when);
  return (civil == when.day ? "" : std::string(calendar::weekday_short(civil)) + " ") + short_time(when);
}

/// What a remark begins with on a terminal.
std::string spoken(Level level) {
  switch (level) {
    case Level::Emergency:
      return "EMERGENCY: ";
    case Level::Soon:
      return "see a doctor: ";
    case Level::Care:
      return "care: ";
    case Level::Note:
      break;
  }
  return "note: ";
}

std::size_t indent_below(Level level) { return level == Level::Note || level == Level::Care ? 6 : 2; }

std::string body(const journal::Entry& entry, const std::string& head, const Style& style) {
  std::string text = std::visit(Words{}, entry.what);
  if (entry.note) text += (entry.kind == journal::EntryKind::Note ? "  " : "  note: ") + text::printable(*entry.note);
  if (const auto* intake = std::get_if<journal::Intake>(&entry.what)) {
    const std::string sums = figures(intake->nutrients);
    const std::string line = head + text + "   " + sums;
    if (text::display_width(line) <= style.width) return line + "\n";
    return text::wrapped(head + text, style.width, figures_column) + "\n" + std::string(figures_column, ' ') + sums +
           "\n";
  }
  return text::wrapped(head + text, style.width, figures_column) + "\n";
}

/// Whether the words are among those said, singular or plural: "1 tablet" among "1 slow-mag tablet".
bool says_all_of(std::string_view said, std::string_view words) {
  const auto all = text::words_of(said);
  return std::ranges::all_of(text::words_of(words), [&](const text::Word& word) {
    return std::ranges::find(all, word.text, &text::Word::text) != all.end();
  });
}

/// "100 g", or how much of it was had where no weight is known; empty where the words say it themselves.
std::string taken(const journal::Intake& intake, std::string_view words) {
  const auto holds = [&](std::string_view amount) {
    std::string bare(amount);
    std::erase(bare, ' ');
    std::string line = " " + text::lowered(words);
    std::erase(line, ' ');
    const std::size_t at = line.find(text::lowered(bare));
    return at != std::string::npos && (at == 0 || !text::is_digit(line[at - 1]));
  };
  constexpr std::string_view exact[] = {" g", " kg", " mg", " ml", " l", " cl", " dl"};
  const bool is_exact =
      std::ranges::any_of(exact, [&](std::string_view unit) { return intake.amount.ends_with(unit); });
  if (is_exact && holds(intake.amount)) return {};
  if (is_exact || !intake.grams)
    return holds(intake.amount) || says_all_of(words, intake.amount) ? std::string() : text::printable(intake.amount);
  const std::string weight = amount_text(*intake.grams, "g");
  return holds(weight) ? std::string() : weight;
}

/// What was had as it was said, on one line where the words have room beside the figures.
std::string said_line(const journal::Entry& entry, const Said& said, const std::string& head, const Style& style) {
  const auto& intake = std::get<journal::Intake>(entry.what);
  const std::string amount = taken(intake, said.words);
  const std::string what = head + text::printable(said.words) + (amount.empty() ? "" : "  " + amount);
  const std::string sums = figures(intake.nutrients);
  std::string line = what + "   " + sums + "\n";
  if (text::display_width(line) > style.width) {
    const std::string indent(figures_column, ' ');
    line = text::wrapped(what, style.width, figures_column) + "\n" +
           text::wrapped(indent + sums, style.width, figures_column) + "\n";
  }
  const auto below = [&](const std::string& more) {
    line += text::wrapped(std::string(figures_column, ' ') + more, style.width, figures_column) + "\n";
  };
  if (!said.is_named_so) below("= " + text::printable(intake.description));
  if (entry.note) below("note: " + text::printable(*entry.note));
  return in_style(line, style);
}

/// The same without figures, cut to the style's width.
std::string said_brief(const journal::Entry& entry, const Said& said, const std::string& head, const Style& style) {
  const auto& intake = std::get<journal::Intake>(entry.what);
  const std::string amount = taken(intake, said.words);
  const std::string behind = amount.empty() ? "" : "  " + amount;
  const std::string named = said.is_named_so ? "" : " = " + text::printable(intake.description);
  const std::string words = text::printable(said.words) + named;
  const std::size_t rest = text::display_width(head) + text::display_width(behind);
  return in_style(head + text::shortened(words, style.width > rest ? style.width - rest : 0) + behind, style);
}

}  // namespace

std::string amount_text(double amount, std::string_view unit) {
  const double size = std::abs(amount);
  const int decimals = size >= 10 || size == 0 ? 0 : 1;
  std::string digits = fmt::format("{:.{}f}", amount, decimals);
  if (decimals == 1 && digits.ends_with(".0")) digits.resize(digits.size() - 2);
  if (size > 0 && digits == "0") digits = "<0.1";
  return digits + " " + std::string(unit);
}

std::string entry_line(const journal::Entry& entry, calendar::Day today, const Style& style) {
  const std::string head = fmt::format("{:>4}  {}  ", entry.id, when_text(entry.when, today));
  return in_style(body(entry, head, style), style);
}

std::string entries_echo(std::span<const journal::Entry> entries, std::span<const Said> said, calendar::Day today,
                         const Style& style) {
  constexpr std::size_t most_lines = 10;
  std::vector<std::size_t> order(entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // What was had first, as one thing, then the rest in the order of their kinds.
  std::ranges::stable_sort(order, {}, [&](std::size_t i) {
    return journal::is_intake(entries[i].kind) ? journal::EntryKind{} : entries[i].kind;
  });
  const auto is_said = [&](std::size_t i) {
    return i < said.size() && !said[i].words.empty() && journal::is_intake(entries[i].kind);
  };
  const auto head = [&](std::size_t i) {
    return fmt::format("{:>4}  {}  ", entries[i].id, when_text(entries[i].when, today));
  };
  std::string text;
  for (const std::size_t i : std::span(order).first(std::min(order.size(), most_lines)))
    text += is_said(i) ? said_line(entries[i], said[i], head(i), style) : entry_line(entries[i], today, style);
  const bool fits =
      order.size() <= most_lines && static_cast<std::size_t>(std::ranges::count(text, '\n')) <= most_lines;
  if (fits || order.size() == 1) return text;
  text.clear();
  const bool all = order.size() <= most_lines;
  const std::size_t shown = all ? order.size() : most_lines - 1;
  for (const std::size_t i : std::span(order).first(shown))
    text +=
        (is_said(i) ? said_brief(entries[i], said[i], head(i), style) : entry_brief(entries[i], today, style)) + "\n";
  if (all) return text;
  return text + in_style(fmt::format("      and {} more; to see them: lytes list {}\n", order.size() - shown,
                                     calendar::iso(entries[order[shown]].when.day)),
                         style);
}

std::string entry_brief(const journal::Entry& entry, calendar::Day today, const Style& style) {
  std::string text = fmt::format("{:>4}  {}  ", entry.id, when_text(entry.when, today));
  text += std::visit(Words{}, entry.what);
  if (entry.note) text += (entry.kind == journal::EntryKind::Note ? "  " : "  note: ") + text::printable(*entry.note);
  const std::size_t width = text::display_width(text);
  if (const auto* intake = std::get_if<journal::Intake>(&entry.what); intake && width > style.width) {
    // What was eaten is known from fewer words; the amount behind it is what an edit changed.
    const std::size_t whole = text::display_width(text::printable(intake->description));
    constexpr std::size_t least = 12;
    if (whole > width - style.width + least) {
      journal::Entry shorter = entry;
      std::get<journal::Intake>(shorter.what).description =
          text::shortened(text::printable(intake->description), whole - (width - style.width));
      return entry_brief(shorter, today, style);
    }
  }
  return in_style(text::shortened(text, style.width), style);
}

std::string edited_lines(const journal::Entry& before, const journal::Entry& after, calendar::Day today,
                         const Style& style) {
  return dim("was", style) + " " + entry_line(before, today, style) + bold("now", style) + " " +
         entry_line(after, today, style);
}

std::string removed_lines(std::span<const journal::Entry> entries, bool dry_run, calendar::Day today,
                          const Style& style) {
  std::string text = dry_run ? "Would be removed:\n" : "Removed:\n";
  for (const auto& entry : entries) text += entry_line(entry, today, style);
  return text + (dry_run ? "Nothing was saved.\n" : "To have it back: lytes undo\n");
}

std::string nothing_found(calendar::DayRange days, const std::string& words) {
  const std::string from_to =
      days.from == calendar::earliest_day ? "" : " from " + calendar::iso(days.from) + " to " + calendar::iso(days.to);
  if (words.empty()) return "Nothing is logged" + from_to + ".\n";
  return "Nothing that is logged" + from_to + " speaks of \"" + text::printable(words) + "\".\n";
}

std::string entry_list(std::span<const journal::Entry> entries, calendar::Day today, const Style& style) {
  std::string text;
  std::optional<calendar::Day> day;
  for (const auto& entry : entries) {
    if (day != entry.when.day) {
      if (day) text += "\n";
      day = entry.when.day;
      text += bold(fmt::format("{} {}{}", calendar::weekday_short(*day), calendar::iso(*day),
                               *day == today ? ", today" : ""),
                   style) +
              "\n";
    }
    const std::string id = entry.id == 0 ? "" : std::to_string(entry.id);  // one that is not saved has none
    text += in_style(body(entry, fmt::format("{:>4}  {}  ", id, list_time(entry.when)), style), style);
  }
  return text;
}

std::string entry_page(const journal::Entry& entry, const Style& style) {
  std::string text = fmt::format("{}  {}  {} {}\n", entry.id, word(entry.kind),
                                 calendar::weekday_short(civil_day(entry.when)), iso(entry.when));
  text += fmt::format("  day       {}\n", calendar::iso(entry.when.day));
  text += "  what      " + text::wrapped(std::visit(Words{}, entry.what), style.width - 12, 12) + "\n";
  if (const auto* intake = std::get_if<journal::Intake>(&entry.what)) {
    for (const auto& facts : quantity::nutrient_table) {
      const auto& amount = intake->nutrients[facts.nutrient];
      text += fmt::format("  {:<9} {}\n", facts.name, amount ? amount_text(*amount, facts.unit) : "unknown");
    }
    if (intake->food) text += fmt::format("  source    {}\n", text::printable(*intake->food));
  }
  if (entry.note) text += "  note      " + text::wrapped(text::printable(*entry.note), style.width - 12, 12) + "\n";
  return in_style(text, style);
}

std::string remark_lines(std::span<const Remark> remarks, const Style& style) {
  std::string text;
  for (const Level level : {Level::Soon, Level::Care, Level::Note}) {
    for (const auto& remark : remarks) {
      if (remark.level != level) continue;
      text += text::wrapped(spoken(level) + text::printable(remark.message), style.width, indent_below(level)) + "\n";
    }
  }
  return in_style(text, style);
}

std::string emergency_lines(std::span<const Remark> remarks, const Style& style) {
  std::string text;
  for (const auto& remark : remarks) {
    if (remark.level != Level::Emergency) continue;
    text += text::wrapped(bold("EMERGENCY:", style) + " " + text::printable(remark.message), style.width,
                          indent_below(Level::Emergency)) +
            "\n";
  }
  return text.empty() ? text : in_style(text, style) + "\n";
}

}  // namespace lytes::report

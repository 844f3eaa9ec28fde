#include "lytes/report/import_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "lytes/journal/entry.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"
#include "words/import_words.hpp"

namespace lytes::report {

namespace {

std::string_view noun(journal::EntryKind kind) {
  switch (kind) {
    case journal::EntryKind::Total:
      return "day total";
    case journal::EntryKind::Stress:
      return "stress rating";
    default:
      return journal::word(kind);
  }
}

using ByKind = ImportCounts;

/// "280 day totals, 306 stress ratings and 97 spasms"
std::string entries_in_words(const ByKind& entries) {
  std::vector<std::string> parts;
  for (std::size_t kind = 0; kind < entries.size(); ++kind) {
    if (entries[kind] > 0) parts.push_back(counted(entries[kind], noun(static_cast<journal::EntryKind>(kind))));
  }
  std::string text;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    text += (part == 0 ? "" : part + 1 == parts.size() ? " and " : ", ") + parts[part];
  }
  return text.empty() ? "nothing" : text;
}

std::size_t sum(const ByKind& entries) { return std::accumulate(entries.begin(), entries.end(), std::size_t{0}); }

std::string figure_text(const ImportFigure& figure) {
  if (const auto* number = std::get_if<double>(&figure)) return quantity::format_number(*number);
  if (const auto* words = std::get_if<std::string>(&figure)) return text::printable(*words);
  return "unknown";
}

/// What became, becomes or may become of the days in conflict.
std::string conflicts_in_words(const ImportView& view) {
  const std::size_t days = view.conflicts.size();
  if (days == 0) return {};
  const bool one = days == 1;
  if (view.rule == ConflictRule::Replace) {
    return fmt::format(" {} {} the file's figures{}.", counted(days, "day"),
                       view.dry_run ? "would take" : (one ? "takes" : "take"),
                       sum(view.taken_out) == 0 ? "" : "; taken out: " + entries_in_words(view.taken_out));
  }
  if (view.rule == ConflictRule::Keep) {
    return fmt::format(" {} {} wholly as the journal has {}.", counted(days, "day"),
                       view.dry_run ? "would stay" : (one ? "stays" : "stay"), one ? "it" : "them");
  }
  return fmt::format(
      " Of {} the journal has other figures (journal -> file): --keep leaves {} as {}, --replace takes the file's.",
      counted(days, "day"), one ? "it" : "them", one ? "it is" : "they are");
}

/// "  2026-11-14  3 foods and 1 spasm; water +1800 ml  Mg +250 mg  K unknown"
std::string day_line(const ImportedDayView& day) {
  std::string line = fmt::format("  {}  ", calendar::iso(day.day));
  if (day.kept) return line + "stays as the journal has it\n";
  line += sum(day.added) == 0 ? "nothing new" : entries_in_words(day.added);
  const bool any_intake = day.added[0] + day.added[1] + day.added[2] + day.added[3] > 0;
  std::string figures;
  for (const quantity::Nutrient nutrient :
       {quantity::Nutrient::Water, quantity::Nutrient::Magnesium, quantity::Nutrient::Potassium}) {
    const auto& facts = quantity::facts_of(nutrient);
    const auto& figure = day.added_figures[nutrient];
    figures += fmt::format("{}{} {}", figures.empty() ? "; " : "  ", facts.symbol,
                           figure ? fmt::format("+{} {}", quantity::format_number(std::round(*figure)), facts.unit)
                                  : std::string("unknown"));
  }
  if (any_intake) line += figures;
  if (day.taken_out > 0) line += fmt::format("; {} taken out", day.taken_out);
  if (day.there_already > 0) line += fmt::format("; {} there already", day.there_already);
  return line + "\n";
}

std::string there_already_in_words(std::size_t entries) {
  if (entries == 0) return {};
  return entries == 1 ? " 1 entry is there already with the same figures and stays as before."
                      : fmt::format(" {} entries are there already with the same figures and stay as before.", entries);
}

}  // namespace

std::string conflict_lines(std::span<const ImportConflict> conflicts, const Style& style) {
  constexpr std::size_t most_shown = 10;
  const std::size_t shown = std::min(conflicts.size(), most_shown);
  const std::string indent(14, ' ');  // under the first column
  std::string text;
  for (const ImportConflict& conflict : conflicts.first(shown)) {
    std::string line = "  " + calendar::iso(conflict.day) + "  ";
    for (const ImportDifference& difference : conflict.differences) {
      const bool last = &difference == &conflict.differences.back();
      const std::string said = fmt::format("{} {} -> {}{}", difference.column, figure_text(difference.journal),
                                           figure_text(difference.file), last ? "" : ",");
      if (text::display_width(line + said) > style.width && !line.ends_with("  ")) {
        text += line.substr(0, line.size() - 1) + "\n";
        line = indent;
      }
      line += said + " ";
    }
    if (!conflict.sources.empty()) line += fmt::format("[{}] ", text::printable(text::listed(conflict.sources)));
    text += line.substr(0, line.size() - 1) + "\n";
  }
  if (shown < conflicts.size()) text += fmt::format("  and {} more\n", counted(conflicts.size() - shown, "day"));
  return text;
}

std::string import_page(const ImportView& view, const Style& style) {
  const bool nothing_new = sum(view.added) + sum(view.taken_out) + view.days_said == 0;
  std::string text = view.recognised ? fmt::format("This is {}. ", view.title) : std::string();
  text += fmt::format("{} in the file. ", counted(view.days, "day"));
  text += fmt::format("{}: {}.", view.dry_run ? "Would be added" : "Added", entries_in_words(view.added));
  text += there_already_in_words(view.there_already) + conflicts_in_words(view);
  text = text::wrapped(text, style.width) + "\n";
  if (!view.conflicts_shown) text += conflict_lines(view.conflicts, style);
  for (const ImportedDayView& day : view.by_day) text += day_line(day);
  const auto remarks = remarks_on(view);
  text = emergency_lines(remarks, style) + text + remark_lines(remarks, style);
  if (view.dry_run) return in_style(text + "Nothing was saved.\n", style);
  return in_style(text + (nothing_new ? "" : "To take it all back: lytes undo\n"), style);
}

std::string progress_line(const std::string& name, double share, const Style& style) {
  constexpr std::size_t cells = 20;
  const auto full = static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * static_cast<double>(cells));
  const std::string bar = fmt::format("[{}{}] {:3.0f} %", std::string(full, '#'), std::string(cells - full, ' '),
                                      std::clamp(share, 0.0, 1.0) * 100);
  const std::string shown = text::printable(name) + "  ";
  return text::display_width(shown + bar) < style.width ? shown + bar : bar;
}

}  // namespace lytes::report

#include "lytes/report/import_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "lytes/journal/entry.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/text/width.hpp"
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

using ByKind = std::array<std::size_t, 8>;

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
    text += line.substr(0, line.size() - 1) + "\n";
  }
  if (shown < conflicts.size()) text += fmt::format("  and {} more\n", counted(conflicts.size() - shown, "day"));
  return text;
}

std::string import_page(const ImportView& view, const Style& style) {
  const bool nothing_new = sum(view.added) + sum(view.taken_out) + view.days_said == 0;
  std::string text = fmt::format("{} in the file. ", counted(view.days, "day"));
  text += fmt::format("{}: {}.", view.dry_run ? "Would be added" : "Added", entries_in_words(view.added));
  text += there_already_in_words(view.there_already) + conflicts_in_words(view);
  text = text::wrapped(text, style.width) + "\n";
  if (!view.conflicts_shown) text += conflict_lines(view.conflicts, style);
  text += remark_lines(remarks_on(view), style);
  if (view.dry_run) return in_style(text + "Nothing was saved.\n", style);
  return in_style(text + (nothing_new ? "" : "To take it all back: lytes undo\n"), style);
}

}  // namespace lytes::report

#include "lytes/report/read_page.hpp"

#include <fmt/format.h>

#include "lytes/report/entry_text.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"
#include "words/import_words.hpp"

namespace lytes::report {

namespace {

/// More entries than these are not shown one by one.
constexpr std::size_t most_shown = 60;

std::string entries_part(const ReadView& view, calendar::Day today, const Style& style) {
  if (view.entries.empty()) return {};
  if (view.entries.size() <= most_shown) return entry_list(view.entries, today, style);
  return fmt::format("{} entries from {} to {}; lytes list {}..{} shows them.\n", view.entries.size(),
                     calendar::iso(view.entries.front().when.day), calendar::iso(view.entries.back().when.day),
                     calendar::iso(view.entries.front().when.day), calendar::iso(view.entries.back().when.day));
}

std::string left_part(const ReadView& view, const Style& style) {
  std::string text;
  for (const notebook::LeftLine& line : view.left) {
    // Not wrapped, so that it can be searched for and jumped to.
    text += fmt::format("{}:{}: {}\n", text::printable(view.name), line.number, text::printable(line.why));
    text += "  " + text::shortened(text::printable(line.text), style.width - 2) + "\n";
    for (const auto& candidate : line.candidates)
      text += "    " + text::shortened(text::printable(candidate), style.width - 4) + "\n";
  }
  return text;
}

std::string counts(const ReadView& view) {
  std::string text = fmt::format("{} {}", counted(view.read, "new line"), view.dry_run ? "to read" : "read");
  if (view.before > 0) text += fmt::format(", {} read before", view.before);
  if (!view.left.empty()) text += fmt::format(", {} left for the next time", view.left.size());
  text += ".";
  if (view.dry_run) text += " Nothing was saved.";
  return text;
}

}  // namespace

std::string read_page(const ReadView& view, calendar::Day today, const Style& style) {
  std::string text = entries_part(view, today, style);
  for (const auto day : view.no_spasms_on)
    text += fmt::format("{} {}: No spasm\n", calendar::weekday_short(day), calendar::iso(day));
  text += in_style(remark_lines(view.remarks, style), style) + in_style(left_part(view, style), style);
  return emergency_lines(view.remarks, style) + text + text::wrapped(counts(view), style.width) + "\n";
}

}  // namespace lytes::report

#include "lytes/report/help_page.hpp"

#include <algorithm>
#include <sstream>

#include "lytes/text/width.hpp"

namespace lytes::report {

namespace {

/// Where what is said begins: beside the terms of most rows, and with room for words of its own.
std::size_t column_of(const HelpView& view, std::size_t width) {
  const std::size_t most = std::min<std::size_t>(26, width / 3);
  std::size_t column = 0;
  for (const auto& group : view.groups) {
    for (const auto& row : group.rows) {
      const std::size_t needed = text::display_width(row.term) + 4;
      if (needed <= most) column = std::max(column, needed);
    }
  }
  return column == 0 ? most : column;
}

std::string row_text(const HelpRow& row, std::size_t column, std::size_t width) {
  const std::string term = "  " + row.term;
  if (row.says.empty()) return term + "\n";
  if (text::display_width(term) + 2 <= column)
    return text::wrapped(text::padded(term, column) + row.says, width, column) + "\n";
  const std::string indent(column, ' ');
  return text::wrapped(term, width, 4) + "\n" + text::wrapped(indent + row.says, width, column) + "\n";
}

}  // namespace

std::string help_page(const HelpView& view, const Style& style) {
  std::string page = text::wrapped(view.says, style.width) + "\n\n";
  page += text::wrapped("Usage: " + view.usage, style.width, 7) + "\n";
  const std::size_t column = column_of(view, style.width);
  for (const auto& group : view.groups) {
    if (group.rows.empty()) continue;
    page += "\n" + bold(group.title, style) + ":\n";
    for (const auto& row : group.rows) page += row_text(row, column, style.width);
  }
  if (!view.examples.empty()) page += "\n" + bold("Examples", style) + ":\n";
  for (const auto& example : view.examples) page += text::wrapped("  " + example, style.width, 6) + "\n";
  if (!view.more.empty()) page += "\n";
  std::istringstream more(view.more);
  for (std::string line; std::getline(more, line);)
    page += text::wrapped(line, style.width, std::min(line.find_first_not_of(' '), line.size())) + "\n";
  return in_style(std::move(page), style);
}

}  // namespace lytes::report

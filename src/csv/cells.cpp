#include "lytes/csv/cells.hpp"

namespace lytes::csv {
namespace {

constexpr char apostrophe = '\'';
/// What begins a formula, or is skipped before one.
constexpr std::string_view begins_formula = "=+-@\t\r\n";

bool may_be_formula(std::string_view text) {
  return !text.empty() && begins_formula.find(text.front()) != std::string_view::npos;
}

/// Apostrophes before what a formula begins with.
bool is_marked(std::string_view text) {
  const std::size_t first = text.find_first_not_of(apostrophe);
  return first != 0 && first != std::string_view::npos && may_be_formula(text.substr(first));
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string cell(text);
  if (may_be_formula(text) || is_marked(text)) cell.insert(cell.begin(), apostrophe);
  return cell;
}

std::string_view without_apostrophe(std::string_view cell) {
  if (is_marked(cell)) cell.remove_prefix(1);
  return cell;
}

std::string row_of(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) row += ',';
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
      row += cell;
      continue;
    }
    row += '"';
    for (const char letter : cell) {
      if (letter == '"') row += '"';
      row += letter;
    }
    row += '"';
  }
  return row + "\n";
}

}  // namespace lytes::csv

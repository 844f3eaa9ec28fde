#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lytes::csv {

/// A text that a spreadsheet might take for a formula, with an apostrophe before it, which makes it a text there; so
/// has one that begins with such an apostrophe already. All other texts stay as they are.
std::string harmless(std::string_view text);

/// The text that `harmless` was given.
std::string_view without_apostrophe(std::string_view cell);

/// One row as RFC 4180 has it, with a line end behind: cells in quotes where they need them.
std::string row_of(const std::vector<std::string>& cells);

}  // namespace lytes::csv

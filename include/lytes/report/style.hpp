#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lytes::report {

/// How a page may look. Colour never says anything that a word beside it does not.
struct Style {
  std::size_t width = 80;
  bool colour = false;
  bool ascii = false;          ///< nothing beyond ASCII: other signs are written out
  bool width_is_said = false;  ///< by a terminal or by COLUMNS
};

/// For a style that must be ASCII: the same text with every other sign written out or as '?'.
std::string in_style(std::string line, const Style& style);

std::string bold(std::string_view words, const Style& style);
std::string dim(std::string_view words, const Style& style);

/// A word that judges: LOW, OK, HIGH. The word itself carries the meaning.
std::string judged(std::string_view word, const Style& style);

}  // namespace lytes::report

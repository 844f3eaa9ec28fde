#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lytes::text {

/// Columns that a text takes on a terminal. Combining accents take none, East Asian wide signs two.
std::size_t display_width(std::string_view text);

/// Cut to `width` columns with "..." where it is longer; never inside a character.
std::string shortened(std::string_view text, std::size_t width);

/// The end of a printable text, as much of it as `width` columns hold; never from inside a character.
std::string_view last_columns(std::string_view text, std::size_t width);

/// Filled with blanks to `width` columns, or as it is where it is wider.
std::string padded(std::string_view text, std::size_t width);
std::string right_aligned(std::string_view text, std::size_t width);

/// Words on lines of at most `width` columns, later lines indented by `indent` blanks. Blanks within a line are kept;
/// a word longer than a line stands alone.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent = 0);

/// Text of the user's as it may be shown on a terminal: control characters and invisible direction marks, which could
/// disguise what is written, become '?'; bytes that are no UTF-8 become U+FFFD, or '?' in ASCII.
std::string printable(std::string_view text);

}  // namespace lytes::text

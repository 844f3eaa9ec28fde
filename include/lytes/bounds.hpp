#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "lytes/errors.hpp"

/// How much one line may bring into the journal. More than anybody types: what goes beyond is a file in the wrong
/// place or a script gone astray, and would be read back on every page.
namespace lytes {

/// Bytes of a note, a name or any other text that is kept: some ten printed pages.
inline constexpr std::size_t longest_text = 20'000;

/// Entries that one line makes.
inline constexpr std::size_t most_entries_at_once = 200;

/// Bytes of a whole command line, which the history keeps as it was typed.
inline constexpr std::size_t longest_line = 250'000;

/// @throws InputError for a longer one
inline void require_line_that_fits(std::string_view line) {
  if (line.size() <= longest_line) return;
  throw InputError("A line holds at most " + std::to_string(longest_line) + " bytes, and this one has " +
                       std::to_string(line.size()),
                   {}, 0, "a shorter line; what is longer fits into several");
}

/// @param what whose text it is, in the user's words: "A note"
/// @throws InputError for a longer one
inline void require_text_that_fits(const std::string& what, std::string_view text) {
  if (text.size() <= longest_text) return;
  throw InputError(what + " holds at most " + std::to_string(longest_text) + " bytes, and this one has " +
                       std::to_string(text.size()),
                   {}, 0, "a shorter one; the rest in another, or in a file that it names");
}

/// @param line that would make one entry more than may be
/// @param place where in the line that entry begins
[[noreturn]] inline void refuse_more_entries(std::string_view line, std::size_t place) {
  throw InputError("One line makes at most " + std::to_string(most_entries_at_once) + " entries", std::string(line),
                   place, "the rest from here on in a line of its own");
}

}  // namespace lytes

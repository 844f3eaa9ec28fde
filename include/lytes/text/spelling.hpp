#pragma once

#include <cstddef>
#include <string_view>

namespace lytes::text {

/// The fewest insertions, deletions, replacements and swaps of neighbours that turn one word into the other,
/// or `limit` + 1 when more would be needed.
int spelling_distance(std::string_view left, std::string_view right, int limit);

/// How many letters of a name stand in a word at most one place apart, so that swapped and missing ones count.
std::size_t letters_in_place(std::string_view name, std::string_view word);

}  // namespace lytes::text

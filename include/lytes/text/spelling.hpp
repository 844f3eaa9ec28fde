#pragma once

#include <string_view>

namespace lytes::text {

/// The fewest insertions, deletions, replacements and swaps of neighbours that turn one word into the other,
/// or `limit` + 1 when more would be needed.
int spelling_distance(std::string_view left, std::string_view right, int limit);

}  // namespace lytes::text

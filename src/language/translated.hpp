#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "lytes/language/vocabulary.hpp"

namespace lytes::language {

/// A line of food in German, Spanish, Italian, French or Filipino, word by word in English: "2 scheiben brot mit käse"
/// as "2 slices bread with cheese". Nothing where fewer than two of its words are of one of these languages.
/// @param is_known whether a name is that of a food as it stands: of "chili con carne" nothing is another language's
std::optional<std::string> translated(const Vocabulary& vocabulary, std::string_view line,
                                      const std::function<bool(std::string_view)>& is_known);

}  // namespace lytes::language

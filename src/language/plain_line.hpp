#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "lytes/language/vocabulary.hpp"

namespace lytes::language {

/// A line of food parted into what was had and what else it tells.
struct PlainLine {
  /// As long as the line, so that places stay what they were, with blanks where its words name nothing that was had.
  std::string text;
  std::string story;  ///< where it was had, at what and why: "while reading"; empty where nothing is told
};

/// "I think I drank about a pint of water while reading" as "a pint of water" and "while reading".
/// @param units the words that count or contain
/// @param is_name whether a part of the line is a name as it stands, such as the user's own "my tablets"
PlainLine plain_line(const Vocabulary& vocabulary, const WordSet& units, std::string_view line,
                     const std::function<bool(std::string_view)>& is_name);

}  // namespace lytes::language

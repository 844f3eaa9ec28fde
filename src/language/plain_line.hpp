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

/// What is known of names of foods.
struct FoodNames {
  std::function<bool(std::string_view)> is_name;  ///< whether words are one as they stand: the user's own "my tablets"
  std::function<bool(const std::string&)> is_word;  ///< whether a singular word stands in any of the catalogue's
};

/// "I think I drank about a pint of water while reading" as "a pint of water" and "while reading".
/// @param units the words that count or contain
PlainLine plain_line(const Vocabulary& vocabulary, const WordSet& units, std::string_view line, const FoodNames& foods);

}  // namespace lytes::language

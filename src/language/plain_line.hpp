#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "lytes/language/vocabulary.hpp"

namespace lytes::language {

/// A line of food with blanks where its words name nothing that was had: "I think I drank about a pint of water while
/// reading" keeps "a pint of water". As long as the line, so that places stay what they were.
/// @param units the words that count or contain
/// @param is_name whether a part of the line is a name as it stands, such as the user's own "my tablets"
std::string plain_line(const Vocabulary& vocabulary, const WordSet& units, std::string_view line,
                       const std::function<bool(std::string_view)>& is_name);

}  // namespace lytes::language

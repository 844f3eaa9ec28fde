#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lytes::targets {

/// Lower case, '_' and '-' as spaces, single spaces, none at the ends: how words are compared in this room.
/// Letters beyond ASCII stay as they are.
std::string plain_words(std::string_view text);

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& words);

/// With its first letter in upper case, to begin a sentence.
std::string sentence_start(std::string text);

}  // namespace lytes::targets

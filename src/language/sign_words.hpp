#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lytes::language {

/// A word of a text in which signs are looked for.
struct SignWord {
  std::string text;       ///< in lower case, without apostrophes; "cant" for "cannot", "can not", "unable"
  std::size_t begin = 0;  ///< in the text as said
  std::size_t end = 0;
  bool after_break = false;  ///< a comma or another sign stands before it
};

std::vector<SignWord> sign_words_of(std::string_view text);

}  // namespace lytes::language

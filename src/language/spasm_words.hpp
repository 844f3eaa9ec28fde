#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/language/vocabulary.hpp"

namespace lytes::language {

/// A word of a spasm line.
struct Token {
  std::string text;  ///< lower case, without what ends a sentence
  std::size_t begin;
  std::size_t end;
  bool comma_before;
  BodyWord body;
  bool in_sign = false;  ///< part of a sign
};

/// Blanks and commas part words, but not the comma of "6,5".
std::vector<Token> tokens_of(std::string_view text, const BodyParts& parts);

}  // namespace lytes::language

#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "body_part.hpp"

namespace lytes::cli {

/// A word of a spasm line.
struct Token {
  std::string text;  ///< lower case, without what ends a sentence
  std::size_t begin;
  std::size_t end;
  bool comma_before;
  BodyWord body;
  bool in_sign = false;  ///< part of a red flag
};

/// Blanks and commas part words, but not the comma of "6,5".
std::vector<Token> tokens_of(std::string_view text);

bool is_digit(char c);

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace lytes::cli

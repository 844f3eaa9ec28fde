#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lytes::language {

class Vocabulary;

/// A word of a text between blanks, in lower case and without what ends a sentence.
struct PlainWord {
  std::string text;
  std::size_t begin;
  std::size_t end;
};

std::vector<PlainWord> plain_words_of(std::string_view text);

/// "3", "three", "12": a whole number from 0 to 12; empty for any other word.
std::optional<int> small_number(std::string_view word);

/// "10 min", "1h30"
bool is_length(std::string_view text);

/// "34°C", "90 degrees F"
bool is_temperature(std::string_view text);

/// "mild", "really bad": only words for how something was.
bool says_quality(const Vocabulary& vocabulary, const std::vector<PlainWord>& words);

/// Begins with "on and off", "now and then".
bool says_how_often(const Vocabulary& vocabulary, const std::vector<PlainWord>& words);

/// "pain 6", "severity 6/10": a rating of what was said before.
bool says_how_bad(const std::vector<PlainWord>& words);

}  // namespace lytes::language

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lytes::foods {

/// A word of a phrase as it is compared: lower case, without accents, in the singular.
struct Word {
  std::string text;
  std::size_t offset;  ///< where it begins in the phrase, in bytes
  std::size_t length;
};

/// The words of a phrase. Hyphens and punctuation part words; apostrophes vanish; "2%" is one word; "w/" and "w" are
/// "with", "w/o" is "without".
///
/// The singular is a rule of thumb that only has to treat a name and a phrase alike: "cookies" and "cookie"
/// both become "cooky".
std::vector<Word> words_of(std::string_view phrase);

/// Words in their order, one blank between: the key under which names are looked up.
std::string key_of(const std::vector<Word>& words);

/// Words in alphabetical order, so that "bread whole wheat" finds "whole wheat bread".
std::string sorted_key_of(const std::vector<Word>& words);

}  // namespace lytes::foods

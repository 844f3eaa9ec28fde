#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lytes::text {

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

/// The words of a phrase, letters and figures parted and percent signs left out: "ckd4" is "ckd" and "4", "5mg" is "5"
/// and "mg". A part stands where its word does.
std::vector<Word> words_and_figures_of(std::string_view phrase);

/// Words in their order, one blank between: the key under which names are looked up.
std::string key_of(const std::vector<Word>& words);

/// Words in alphabetical order, so that "bread whole wheat" finds "whole wheat bread".
std::string sorted_key_of(const std::vector<Word>& words);

/// In lower case, '_' and '-' as spaces, single spaces, none at the ends: how names of settings, conditions and signs
/// are compared.
std::string plain_words(std::string_view phrase);

/// Whether a word is one of those with bars between: "left|l|lt".
bool is_one_of(std::string_view word, std::string_view alternatives);

/// A text parted at its blanks.
std::vector<std::string> parted_at_blanks(const std::string& text);

/// The same of a line that is typed as a command; what stands between double quotes is one word:
/// --with "pins and needles".
std::vector<std::string> typed_words(const std::string& line);

/// Words as typed, with one blank between.
std::string joined(const std::vector<std::string>& words);

/// As a shell takes it for one word: 'mum'\''s'.
std::string in_quotes(const std::string& word);

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& words);

}  // namespace lytes::text

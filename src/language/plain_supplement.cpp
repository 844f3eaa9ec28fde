#include <algorithm>

#include "food_context.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::language {

namespace {

constexpr std::size_t longest_name = 4;  // words

/// How many words from `first` on are a name of the list; 0 for none.
std::size_t name_at(const std::vector<text::Word>& words, std::size_t first, const WordSet& names) {
  for (std::size_t count = std::min(longest_name, words.size() - first); count > 0; --count) {
    std::string phrase;
    for (std::size_t i = first; i < first + count; ++i) phrase += (i > first ? " " : "") + words[i].text;
    if (names.contains(phrase)) return count;
  }
  return 0;
}

/// Whether a text is names of the list and nothing else but numbers and what it comes in.
bool is_all_of(const Vocabulary& vocabulary, std::string_view name, const WordSet& plain) {
  const auto words = text::words_of(name);
  const WordSet& beside = vocabulary.words("supplement packing");
  bool any = false;
  for (std::size_t i = 0; i < words.size();) {
    if (const std::size_t count = name_at(words, i, plain); count > 0) {
      any = true;
      i += count;
    } else if (text::is_digit(words[i].text.front()) || beside.contains(words[i].text)) {
      ++i;
    } else {
      return false;
    }
  }
  return any;
}

}  // namespace

bool holds_no_minerals(const Vocabulary& vocabulary, std::string_view name) {
  return is_all_of(vocabulary, name, vocabulary.words("mineral-free supplement"));
}

bool is_known_supplement(const Vocabulary& vocabulary, std::string_view name) {
  return holds_no_minerals(vocabulary, name) || is_all_of(vocabulary, name, vocabulary.words("supplement name"));
}

}  // namespace lytes::language

#include "turned_factor.hpp"

#include <algorithm>
#include <vector>

#include "factor_phrases.hpp"
#include "lytes/text/letters.hpp"
#include "plain_words.hpp"

namespace lytes::language {

namespace {

/// "5k", "3 miles"
bool is_distance(const Vocabulary& vocabulary, std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789.,"), text.size());
  return digits > 0 && vocabulary.words("activity unit").contains(text::trimmed(text.substr(digits)));
}

/// @param first where the length would begin. @return whether a factor's name stands behind it, and was put before it
bool put_length_behind(const Vocabulary& vocabulary, const std::vector<PlainWord>& words, std::size_t first,
                       std::string& text) {
  constexpr std::size_t most_words = 3;
  for (std::size_t count = std::min(most_words, words.size() - 1 - first); count > 0; --count) {
    const std::size_t behind = first + count;
    const std::size_t name = behind + (words[behind].text == "of" && behind + 1 < words.size() ? 1 : 0);
    const std::string length = text.substr(words[first].begin, words[behind - 1].end - words[first].begin);
    const std::string rest = text.substr(words[name].begin);
    if (!(is_length(length) || is_distance(vocabulary, length)) || factor_named(vocabulary, rest) == nullptr) continue;
    // "after 2h gardening lower back seized 6/10": only the factor lasted so long
    const std::size_t end = first == 0 ? rest.size() : words[name].end - words[name].begin;
    text = text.substr(0, words[first].begin) + rest.substr(0, end) + " " + length + rest.substr(end);
    return true;
  }
  return false;
}

}  // namespace

void put_length_behind(const Vocabulary& vocabulary, std::string& text) {
  const auto words = plain_words_of(text);
  const WordSet& story = vocabulary.words("story start");
  constexpr std::size_t farthest = 12;
  for (std::size_t first = 0; first + 1 < std::min(words.size(), farthest); ++first) {
    if (first > 0 && !story.contains(words[first - 1].text)) continue;
    if (put_length_behind(vocabulary, words, first, text)) return;
  }
}

void put_steps_behind(std::string& text) {
  const auto words = plain_words_of(text);
  if (words.size() < 2 || words[1].text != "steps") return;
  std::string number = words[0].text;
  const std::size_t comma = number.find(',');
  if (comma != std::string::npos && comma + 4 == number.size()) number.erase(comma, 1);
  if (std::ranges::all_of(number, text::is_digit)) text = "steps " + number + text.substr(words[1].end);
}

}  // namespace lytes::language

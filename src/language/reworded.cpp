#include "reworded.hpp"

#include <algorithm>
#include <optional>

#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "plain_words.hpp"

namespace lytes::language {

namespace {

/// The words from one place to another with single blanks between; nothing where a comma or the like parts them.
std::optional<std::string> phrase_of(const std::vector<PlainWord>& words, std::string_view line, std::size_t first,
                                     std::size_t count) {
  std::string phrase;
  for (std::size_t i = first; i < first + count; ++i) {
    const bool parted = words[i].text.size() != words[i].end - words[i].begin;
    if (parted && i + 1 < first + count) return std::nullopt;
    phrase += (phrase.empty() ? "" : " ") + words[i].text;
  }
  return line.substr(words[first].begin, 1) == "(" ? std::nullopt : std::optional(phrase);
}

bool begins_with_digit(const PlainWord& word) { return text::is_digit(word.text.front()); }

/// "between 5 and 6": its four words.
bool is_range(const std::vector<PlainWord>& words, std::size_t at) {
  return at + 3 < words.size() && words[at].text == "between" && begins_with_digit(words[at + 1]) &&
         text::is_one_of(words[at + 2].text, "and|to") && begins_with_digit(words[at + 3]);
}

}  // namespace

Reworded::Reworded(const Vocabulary& vocabulary, std::string_view line,
                   const std::function<bool(std::string_view)>& is_known) {
  constexpr std::size_t most_words = 4;
  const WordSet& meant = vocabulary.words("meant by");
  const auto words = plain_words_of(line);
  for (std::size_t i = 0; i < words.size();) {
    if (is_range(words, i)) {
      put(line, words[i].begin, words[i + 3].begin, words[i + 1].text + "-");
      i += 3;
      continue;
    }
    std::size_t taken = 1;
    for (std::size_t count = std::min(most_words, words.size() - i); count > 0; --count) {
      const auto said = phrase_of(words, line, i, count);
      const auto meaning = said ? meant.meaning_of(*said) : std::nullopt;
      if (!meaning) continue;
      taken = count;
      if (is_known(*said)) break;
      const std::size_t parting =
          words[i + count - 1].end - words[i + count - 1].begin - words[i + count - 1].text.size();
      put(line, words[i].begin, words[i + count - 1].end - parting, *meaning);
      break;
    }
    i += taken;
  }
  text_ += line.substr(copied_);
}

void Reworded::put(std::string_view line, std::size_t begin, std::size_t end, std::string_view words) {
  text_ += line.substr(copied_, begin - copied_);
  changes_.push_back({text_.size(), words.size(), begin, end - begin});
  text_ += words;
  copied_ = end;
}

std::size_t Reworded::place_in_line(std::size_t place) const {
  std::size_t behind = 0;  // the change that the place stands behind, plus one
  while (behind < changes_.size() && changes_[behind].begin <= place) ++behind;
  if (behind == 0) return place;
  const Change& change = changes_[behind - 1];
  if (place < change.begin + change.size) return change.begin_in_line;
  return change.begin_in_line + change.size_in_line + (place - change.begin - change.size);
}

}  // namespace lytes::language

#include "translated.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "plain_words.hpp"

namespace lytes::language {

namespace {

constexpr std::array<std::string_view, 5> languages = {"german words", "spanish words", "italian words", "french words",
                                                       "filipino words"};
constexpr std::size_t most_words = 4;  ///< that stand for one thing

/// A line with what is known of it in one language.
struct Translation {
  std::string text;
  int words = 0;  ///< that the language has
};

class Translator {
 public:
  Translator(std::string_view line, const std::function<bool(std::string_view)>& is_known)
      : line_(line), words_(plain_words_of(line)) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      names_.push_back(0);
      for (std::size_t count = std::min(most_words, words_.size() - i); count > 1 && names_[i] == 0; --count) {
        if (is_known(line.substr(words_[i].begin, last_end(i, count) - words_[i].begin))) names_[i] = count;
      }
    }
  }

  Translation into(const WordSet& meanings) const {
    Translation translation;
    std::size_t copied = 0;
    for (std::size_t i = 0; i < words_.size();) {
      if (names_[i] > 0) {
        i += names_[i];
        continue;
      }
      std::size_t taken = 1;
      for (std::size_t count = std::min(most_words, words_.size() - i); count > 0; --count) {
        const auto meaning = meanings.meaning_of(phrase(i, count));
        if (!meaning) continue;
        translation.text += line_.substr(copied, words_[i].begin - copied);
        translation.text += *meaning;
        copied = last_end(i, count);
        translation.words += static_cast<int>(count);
        taken = count;
        break;
      }
      i += taken;
    }
    translation.text += line_.substr(copied);
    return translation;
  }

 private:
  /// Behind the letters of the last of so many words, before a comma.
  std::size_t last_end(std::size_t first, std::size_t count) const {
    const PlainWord& last = words_[first + count - 1];
    return last.begin + last.text.size();
  }

  std::string phrase(std::size_t first, std::size_t count) const {
    std::string phrase;
    for (std::size_t i = first; i < first + count; ++i) {
      const bool parted = words_[i].text.size() != words_[i].end - words_[i].begin;
      if (parted && i + 1 < first + count) return {};
      phrase += (phrase.empty() ? "" : " ") + words_[i].text;
    }
    return phrase;
  }

  std::string_view line_;
  std::vector<PlainWord> words_;
  std::vector<std::size_t> names_;  ///< of how many words the food is that is named from a word on; 0: of none
};

}  // namespace

std::optional<std::string> translated(const Vocabulary& vocabulary, std::string_view line,
                                      const std::function<bool(std::string_view)>& is_known) {
  const auto words = plain_words_of(line);
  const auto holds_any = [&](const WordSet& of) {
    return std::ranges::any_of(words, [&](const PlainWord& word) { return of.contains(word.text); });
  };
  const bool unlike_english = holds_any(vocabulary.words("unlike english"));  // "ein Spezi"
  if (!unlike_english && !holds_any(vocabulary.words("another language"))) return std::nullopt;
  const int enough_words = unlike_english ? 1 : 2;
  const Translator translator(line, is_known);
  Translation best;
  for (const auto language : languages) {
    auto translation = translator.into(vocabulary.words(language));
    if (translation.words > best.words) best = std::move(translation);
  }
  return best.words < enough_words ? std::nullopt : std::optional(std::move(best.text));
}

}  // namespace lytes::language

#include "lytes/language/signs.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "lytes/errors.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {
namespace {

struct Word {
  std::string text;       ///< in lower case, without apostrophes
  std::size_t begin = 0;  ///< in the text as said
  std::size_t end = 0;
  bool after_break = false;  ///< a comma or another sign stands before it
};

/// "can't", "cannot" and "unable to" as "cant", "can not" as one word.
void add_word(std::vector<Word>& words, Word word) {
  if (text::is_one_of(word.text, "cannot|couldnt|couldn|unable")) word.text = "cant";
  const bool split =
      !words.empty() && !word.after_break && word.text == "not" && text::is_one_of(words.back().text, "can|could");
  if (!split) return words.push_back(std::move(word));
  words.back().text = "cant";
  words.back().end = word.end;
}

bool is_apostrophe(char32_t code) { return code == '\'' || code == 0x2019; }

/// Commas, semicolons, "+" and their like part what belongs to one sign from what does not.
bool breaks(char32_t code) {
  return code < 0x80 && std::string_view(",;.!?()+&").find(static_cast<char>(code)) != std::string_view::npos;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  bool broken = false;
  Word word;
  std::size_t at = 0;
  const auto close = [&] {
    if (word.text.empty()) return;
    word.text = text::lowered(word.text);
    add_word(words, std::exchange(word, {}));
  };
  text::each_character(text, [&](const text::Character& character, std::string_view bytes) {
    const bool letter = !text::is_ascii(bytes[0]) || text::is_digit(bytes[0]) || text::is_ascii_letter(bytes[0]);
    if (letter && !is_apostrophe(character.code)) {
      if (word.text.empty()) {
        word.begin = at;
        word.after_break = std::exchange(broken, false);
      }
      word.text += bytes;
      word.end = at + bytes.size();
    } else if (!is_apostrophe(character.code)) {
      close();
      broken = broken || breaks(character.code);
    }
    at += bytes.size();
  });
  close();
  return words;
}

/// Looks for the phrases of the vocabulary among the words of a text.
class SignFinder {
 public:
  explicit SignFinder(const Vocabulary& vocabulary)
      : vocabulary_(vocabulary), small_(vocabulary.words("sign filler")), negations_(vocabulary.words("negation")) {}

  std::vector<FoundSign> find(std::string_view text) const {
    const std::vector<Word> words = words_of(text);
    std::vector<FoundSign> signs;
    std::size_t denied_to = words.size() + 1;  // no word's number
    for (std::size_t i = 0; i < words.size();) {
      const auto found = longest(words, i);
      if (!found) {
        ++i;
        continue;
      }
      if (!found->phrase->sign.empty()) {
        if (is_denied(words, i, denied_to)) {
          denied_to = found->end;
        } else {
          const std::size_t begin = words[i].begin;
          signs.push_back({found->phrase->sign, begin, words[found->end - 1].end - begin});
        }
      }
      i = found->end;
    }
    return signs;
  }

 private:
  struct Match {
    const SignPhrase* phrase;
    std::size_t end;  ///< one past its last word
  };

  /// One past the last word of the phrase where it begins at `first`, or nothing.
  std::optional<std::size_t> match(std::string_view phrase, const std::vector<Word>& words, std::size_t first) const {
    constexpr std::size_t most_between = 3;
    std::size_t at = first;
    for (std::size_t begin = 0; begin < phrase.size();) {
      const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
      const std::string_view wanted = phrase.substr(begin, end - begin);
      const auto fits = [&](std::size_t i) { return i < words.size() && text::is_one_of(words[i].text, wanted); };
      for (std::size_t skipped = 0; begin > 0 && !fits(at); ++skipped, ++at) {
        if (at >= words.size() || words[at].after_break || skipped == most_between) return std::nullopt;
        if (!small_.contains(words[at].text)) return std::nullopt;
      }
      if (!fits(at) || (begin > 0 && words[at].after_break)) return std::nullopt;
      ++at;
      begin = end + 1;
    }
    return at;
  }

  /// The longest sign that begins at a word; of two that are as long what is harmless, then the one that is listed
  /// first.
  std::optional<Match> longest(const std::vector<Word>& words, std::size_t first) const {
    std::optional<Match> best;
    for (const SignPhrase& phrase : vocabulary_.sign_phrases()) {
      if (phrase.asked) continue;
      const auto end = match(phrase.words, words, first);
      const bool harmless = phrase.sign.empty();
      if (end && (!best || *end > best->end || (*end == best->end && harmless && !best->phrase->sign.empty())))
        best = Match{&phrase, *end};
    }
    return best;
  }

  bool is_negation(const std::string& word) const { return negations_.contains(word); }

  /// Whether the word before a sign takes it back: "no numbness", and with it "no numbness or tingling".
  bool is_denied(const std::vector<Word>& words, std::size_t first, std::size_t denied_to) const {
    for (std::size_t i = first; i > 0 && !words[i].after_break; --i) {
      const std::string& before = words[i - 1].text;
      if (is_negation(before) || before == "longer") return true;
      if (before == "more") return i > 1 && is_negation(words[i - 2].text);
      if (i == denied_to) return true;
      if (before == "or") {
        if (i > 1 && !is_negation(words[i - 2].text)) --i;  // "no pain or numbness"
      } else if (before == "and" || !small_.contains(before)) {
        return false;
      }
    }
    return false;
  }

  const Vocabulary& vocabulary_;
  const WordSet& small_;
  const WordSet& negations_;
};

/// The sign that these words alone are the name of, or another word for; empty where they are none.
std::string sign_named(const Vocabulary& vocabulary, std::string_view text) {
  const std::string words = text::plain_words(text);
  for (const std::string& name : vocabulary.sign_names()) {
    if (words == name) return name;
  }
  for (const SignPhrase& phrase : vocabulary.sign_phrases()) {
    if (phrase.asked && words == phrase.words) return phrase.sign;
  }
  return {};
}

/// The signs that part of what was said after --with names.
std::vector<std::string> signs_in(const Vocabulary& vocabulary, const std::string& part) {
  if (std::string name = sign_named(vocabulary, part); !name.empty()) return {std::move(name)};
  std::vector<std::string> names;
  for (FoundSign& sign : find_signs(vocabulary, part)) names.push_back(std::move(sign.name));
  return names;
}

/// Where a sign's words may end and what divides them from the next.
struct Divider {
  std::size_t at;
  std::size_t length;
};

/// The first divider after `from`.
Divider next_divider(const std::string& text, std::size_t from) {
  static constexpr std::array<std::string_view, 5> dividers = {",", ";", "+", "&", " and "};
  for (std::size_t at = from; at < text.size(); ++at) {
    for (const std::string_view divider : dividers) {
      if (text.compare(at, divider.size(), divider) == 0) return {at, divider.size()};
    }
  }
  return {text.size(), 0};
}

/// Whether the words name a sign that begins before `limit`.
bool begins_sign(const Vocabulary& vocabulary, const std::string& words, std::size_t limit) {
  if (!sign_named(vocabulary, words).empty()) return true;
  const auto signs = find_signs(vocabulary, words);
  return !signs.empty() && signs.front().begin < limit;
}

/// Each sign's words with their place in the text: the shortest run of parts that is a sign, else a single part.
std::vector<std::pair<std::string, std::size_t>> parts_of(const Vocabulary& vocabulary, const std::string& text) {
  constexpr int most_parts = 4;  // of one sign: "pins and needles" has two
  std::vector<std::pair<std::string, std::size_t>> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    Divider end = next_divider(text, begin);
    const Divider single = end;
    const auto known = [&] { return begins_sign(vocabulary, text.substr(begin, end.at - begin), single.at - begin); };
    for (int part = 1; part < most_parts && !known() && end.length > 0; ++part)
      end = next_divider(text, end.at + end.length);
    if (!known()) end = single;
    const std::string words = text::plain_words(text.substr(begin, end.at - begin));
    const std::size_t place = text.find_first_not_of(" \t", begin);
    if (!words.empty()) parts.emplace_back(words, place);
    begin = end.at + std::max<std::size_t>(end.length, 1);
  }
  return parts;
}

}  // namespace

std::vector<FoundSign> find_signs(const Vocabulary& vocabulary, std::string_view text) {
  return SignFinder(vocabulary).find(text);
}

SaidSigns read_signs(const Vocabulary& vocabulary, std::string_view text) {
  SaidSigns said;
  std::vector<std::string> named;
  for (const auto& [words, place] : parts_of(vocabulary, std::string(text))) {
    const auto signs = signs_in(vocabulary, words);
    named.insert(named.end(), signs.begin(), signs.end());
    if (signs.empty()) said.unknown.push_back({words, place});
  }
  for (const std::string& name : vocabulary.sign_names()) {
    if (std::ranges::find(named, name) != named.end()) said.names.push_back(name);
  }
  return said;
}

std::vector<std::string> read_sign_names(const Vocabulary& vocabulary, std::string_view text) {
  SaidSigns said = read_signs(vocabulary, text);
  if (!said.unknown.empty()) {
    const auto& [words, place] = said.unknown.front();
    throw InputError("'" + words + "' is not a sign that is known", std::string(text), place,
                     text::listed(vocabulary.sign_names()));
  }
  if (said.names.empty())
    throw InputError("No sign is named", std::string(text), 0, text::listed(vocabulary.sign_names()));
  return std::move(said.names);
}

}  // namespace lytes::language

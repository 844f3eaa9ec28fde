#include "lytes/language/signs.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "lytes/errors.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/text/words.hpp"
#include "phrase_finder.hpp"
#include "told_values.hpp"

namespace lytes::language {
namespace {

/// The sign that these words alone are the name of, or another word for; empty where they are none.
std::string sign_named(const Vocabulary& vocabulary, std::string_view text) {
  const std::string words = text::plain_words(text);
  for (const std::string& name : vocabulary.sign_names()) {
    if (words == name) return name;
  }
  for (const SignPhrase& phrase : vocabulary.sign_phrases()) {
    if (phrase.said == SignPhrase::Said::Asked && words == phrase.words) return phrase.sign;
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
  std::vector<FoundSign> signs = find_phrases(vocabulary, vocabulary.sign_index(), text).said;
  for (FoundSign& value : values_told(vocabulary, text)) {
    if (std::ranges::find(signs, value.name, &FoundSign::name) == signs.end()) signs.push_back(std::move(value));
  }
  std::ranges::stable_sort(signs, {}, &FoundSign::begin);
  return signs;
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

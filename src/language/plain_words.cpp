#include "plain_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "lytes/calendar/spoken.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

std::vector<PlainWord> plain_words_of(std::string_view text) {
  std::vector<PlainWord> words;
  for (std::size_t at = text::skip_spaces(text, 0); at < text.size(); at = text::skip_spaces(text, at)) {
    const std::size_t begin = at;
    while (at < text.size() && text::space_length(text, at) == 0) ++at;
    std::string word = text::lowered(text.substr(begin, at - begin));
    while (!word.empty() && std::string_view(".!?:,;").find(word.back()) != std::string_view::npos) word.pop_back();
    if (!word.empty()) words.push_back({std::move(word), begin, at});
  }
  return words;
}

std::optional<int> small_number(std::string_view word) {
  constexpr std::array<std::string_view, 13> in_words = {"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                         "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  const auto found = std::ranges::find(in_words, word);
  if (found != in_words.end()) return static_cast<int>(found - in_words.begin());
  const bool digits = !word.empty() && word.size() <= 2 && std::ranges::all_of(word, text::is_digit);
  if (!digits || (word.size() == 2 && word.front() == '0')) return std::nullopt;
  const int number = std::stoi(std::string(word));
  return number <= 12 ? std::optional(number) : std::nullopt;
}

bool is_length(std::string_view text) {
  try {
    return calendar::parse_duration_minutes(text) > 0;
  } catch (const InputError&) {
    return false;
  }
}

bool is_temperature(std::string_view text) {
  const std::size_t unit = std::min(text.find_first_not_of("0123456789.,"), text.size());
  return unit > 0 && text::is_one_of(text::lowered(text::trimmed(text.substr(unit))),
                                     "\u00B0|\u00B0c|c|degrees|degrees c|deg|celsius|\u00B0f|f|fahrenheit|degrees f");
}

bool says_quality(const Vocabulary& vocabulary, const std::vector<PlainWord>& words) {
  const WordSet& quality = vocabulary.words("spasm quality");
  return !words.empty() &&
         std::ranges::all_of(words, [&](const PlainWord& word) { return quality.contains(word.text); });
}

bool says_how_often(const Vocabulary& vocabulary, const std::vector<PlainWord>& words) {
  return words.size() > 2 &&
         vocabulary.words("how often").contains(words[0].text + " " + words[1].text + " " + words[2].text);
}

bool says_how_bad(const std::vector<PlainWord>& words) {
  if (words.size() != 2 || !text::is_one_of(words.front().text, "pain|severity|intensity|level|rated")) return false;
  const std::string& said = words.back().text;
  return small_number(std::string_view(said).substr(0, said.find("/10"))).value_or(11) <= 10;
}

}  // namespace lytes::language

#include "in_all.hpp"

#include <algorithm>
#include <vector>

#include "lytes/language/vocabulary.hpp"
#include "lytes/quantity/units.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "plain_words.hpp"

namespace lytes::language {

namespace {

/// Where the words begin that say it is of all: "in all", "altogether"; the number of words where none do.
std::size_t begin_of_total(const std::vector<PlainWord>& words) {
  const std::size_t count = words.size();
  if (count > 0 && text::is_one_of(words.back().text, "altogether|total|combined")) {
    return count - (count > 1 && words[count - 2].text == "in" ? 2 : 1);
  }
  const bool two =
      count > 1 && ((words[count - 2].text == "in" && words.back().text == "all") ||
                    (words[count - 2].text == "all" && text::is_one_of(words.back().text, "told|together|in")));
  return two ? count - 2 : count;
}

bool is_measure(std::string_view word) {
  const auto plain = text::words_of(word);
  return plain.size() == 1 && quantity::measure_named(plain.front().text).has_value();
}

bool is_number(const Vocabulary& vocabulary, const std::string& word) {
  return text::is_digit(word.front()) || vocabulary.words("number").contains(word);
}

/// "100g", "1.5l"
bool is_measured_in_one(const std::string& word) {
  const std::size_t unit = std::min(word.find_first_not_of("0123456789.,"), word.size());
  return unit > 0 && unit < word.size() && is_measure(std::string_view(word).substr(unit));
}

}  // namespace

bool says_what_it_came_to(std::string_view text) {
  const auto words = plain_words_of(text);
  const std::size_t total = begin_of_total(words);
  return total < words.size() && total > 0 && total <= 3 &&
         (is_measured_in_one(words[total - 1].text) || is_measure(words[total - 1].text));
}

std::optional<std::string> with_what_it_came_to(const Vocabulary& vocabulary, std::string_view line) {
  const auto words = plain_words_of(line);
  const std::size_t total = begin_of_total(words);
  if (total == words.size() || total < 3) return std::nullopt;
  std::size_t amount = total - 1;
  if (!is_measured_in_one(words[amount].text)) {
    if (!is_measure(words[amount].text) || !is_number(vocabulary, words[amount - 1].text)) return std::nullopt;
    --amount;
  }
  const std::string said(line.substr(words[amount].begin, words[total - 1].end - words[amount].begin));
  while (amount > 0 && vocabulary.words("estimate").contains(words[amount - 1].text)) --amount;
  if (amount < 2 || !is_number(vocabulary, words[0].text)) return std::nullopt;
  std::size_t first = 1;
  const auto unit = text::words_of(words[first].text);
  if (unit.size() == 1 && vocabulary.words("unit").contains(unit.front().text)) ++first;
  if (first < amount && words[first].text == "of") ++first;
  std::size_t last = amount;
  while (last > first && words[last - 1].text == "today") --last;
  if (first >= last) return std::nullopt;
  const std::string_view thing =
      text::trimmed(line.substr(words[first].begin, words[last - 1].end - words[first].begin));
  const std::string_view named = thing.ends_with(',') ? thing.substr(0, thing.size() - 1) : thing;
  const bool one_thing = named.find(',') == std::string_view::npos && named.find(" and ") == std::string_view::npos;
  return one_thing ? std::optional(said + " " + std::string(named)) : std::nullopt;
}

}  // namespace lytes::language

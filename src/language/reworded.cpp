#include "reworded.hpp"

#include <algorithm>
#include <optional>

#include "lytes/quantity/units.hpp"
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

/// Behind a phrase that means something else at the end of what is named: "glass of red ." is not "glass of red bull".
constexpr std::string_view end_of_piece = " .";

bool ends_piece(const std::vector<PlainWord>& words, std::size_t i) {
  return i + 1 == words.size() || words[i].text.size() != words[i].end - words[i].begin;
}

bool begins_with_digit(const PlainWord& word) { return text::is_digit(word.text.front()); }

/// "between 5 and 6": its four words.
bool is_range(const std::vector<PlainWord>& words, std::size_t at) {
  return at + 3 < words.size() && words[at].text == "between" && begins_with_digit(words[at + 1]) &&
         text::is_one_of(words[at + 2].text, "and|to") && begins_with_digit(words[at + 3]);
}

/// "a", "one", "2" as a whole number; 0 for what is none.
int how_many(const PlainWord& word) {
  if (text::is_one_of(word.text, "a|an")) return 1;
  const int number = small_number(word.text).value_or(0);
  return number < 10 ? number : 0;
}

/// "a mug and a half", "2 glasses and a half": its five words.
bool is_and_a_half(const Vocabulary& vocabulary, const std::vector<PlainWord>& words, std::size_t at) {
  if (at + 4 >= words.size() || how_many(words[at]) == 0) return false;
  const auto unit = text::words_of(words[at + 1].text);
  return unit.size() == 1 &&
         (vocabulary.words("unit").contains(unit.front().text) || quantity::measure_named(unit.front().text)) &&
         words[at + 2].text == "and" && words[at + 3].text == "a" && words[at + 4].text == "half";
}

/// "three times today", "twice" at the end: how often; 0 for none.
int times_said(const std::vector<PlainWord>& words, std::size_t at) {
  if (at == 0) return 0;
  const bool today = text::is_one_of(words.back().text, "today|daily");
  const std::size_t end = words.size() - (today ? 1 : 0);
  if (at + 1 == end && words[at].text == "twice") return 2;
  return at + 2 == end && words[at + 1].text == "times" ? how_many(words[at]) : 0;
}

/// Where the unit ends in "500mlwater", with a name behind it; 0 for anything else.
std::size_t end_of_glued_unit(const PlainWord& word, const std::function<bool(std::string_view)>& is_known) {
  const std::size_t unit = std::min(word.text.find_first_not_of("0123456789."), word.text.size());
  if (unit == 0) return 0;
  for (const std::string_view each : {"ml", "mg", "kg", "cl", "oz", "g", "l"}) {
    const std::string_view behind = std::string_view(word.text).substr(unit);
    if (behind.size() > each.size() + 2 && behind.starts_with(each) && is_known(behind.substr(each.size())))
      return unit + each.size();
  }
  return 0;
}

/// "oat milk" of "latte oat milk", "cappuccino large soy milk": the milk in what is made with some.
bool is_milk_poured(const Vocabulary& vocabulary, const std::vector<PlainWord>& words, std::size_t at) {
  if (at == 0 || at + 1 >= words.size() || words[at + 1].text != "milk") return false;
  if (!vocabulary.words("kind of milk").contains(words[at].text)) return false;
  const bool sized = at > 1 && vocabulary.words("cup size").contains(words[at - 1].text);
  return vocabulary.words("made with milk").contains(words[sized ? at - 2 : at - 1].text);
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
    if (is_and_a_half(vocabulary, words, i)) {
      const std::string amount = std::to_string(how_many(words[i])) + ".5 " + words[i + 1].text;
      put(line, words[i].begin, words[i + 4].end, amount);
      i += 5;
      continue;
    }
    if (const int times = times_said(words, i); times > 1) {
      put(line, words[i].begin, words.back().end, "x" + std::to_string(times));
      break;
    }
    if (i + 1 < words.size() && text::is_one_of(words[i].text, "whole|entire|full") &&
        begins_with_digit(words[i + 1])) {
      put(line, words[i].begin, words[i + 1].begin, "");  // "soup, whole 400g tin"
      ++i;
      continue;
    }
    if (const std::size_t unit = end_of_glued_unit(words[i], is_known); unit > 0) {
      put(line, words[i].begin + unit, words[i].begin + unit, " ");
      ++i;
      continue;
    }
    if (is_milk_poured(vocabulary, words, i)) {
      put(line, words[i].begin, words[i].begin, "with ");
      i += 2;
      continue;
    }
    std::size_t taken = 1;
    for (std::size_t count = std::min(most_words, words.size() - i); count > 0; --count) {
      const auto said = phrase_of(words, line, i, count);
      auto meaning = said ? meant.meaning_of(*said) : std::nullopt;
      if (said && !meaning && ends_piece(words, i + count - 1))
        meaning = meant.meaning_of(*said + std::string(end_of_piece));
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

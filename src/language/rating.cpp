#include "lytes/language/rating.hpp"

#include <algorithm>
#include <initializer_list>
#include <sstream>
#include <string_view>

#include "in_figures.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/quantity/number_signs.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "plain_words.hpp"

namespace lytes::language {

namespace {

/// "7", or the middle of "7-8".
double middle_of(std::string_view text) {
  for (const std::string_view dash : {"-", "\u2013", " to "}) {
    const std::size_t at = text.find(dash);
    if (at == std::string_view::npos || at == 0) continue;
    return (quantity::parse_number(text.substr(0, at)) + quantity::parse_number(text.substr(at + dash.size()))) / 2;
  }
  return quantity::parse_number(text);
}

}  // namespace

double read_rating(const std::string& text) {
  const std::string valid = "a number from 0 to 10, such as `lytes stress 7`";
  const std::size_t slash = text.find('/');
  const std::string out_of = slash == std::string::npos ? "10" : text.substr(slash + 1);
  if (out_of != "10" && out_of != "5") throw InputError("stress is out of 10", text, slash + 1, valid);
  double rating = 0;
  try {
    rating = middle_of(std::string_view(text).substr(0, slash));
  } catch (const InputError& error) {
    throw InputError(error.what(), text, error.place, valid);
  }
  if (out_of == "5") rating *= 2;  // "4/5" is 8 of 10
  if (rating > 10) throw InputError("stress goes up to " + out_of, text, 0, valid);
  return rating;
}

namespace {

/// A sign before the rating or close behind it; farther on it belongs to the words: "7 after -10 degrees".
void refuse_signed_rating(const std::string& text) {
  const auto sign = quantity::signed_number_in(text);
  if (!sign) return;
  const std::string before = text.substr(0, sign->place);
  const std::size_t digit = before.find_first_of("0123456789");
  if (digit != std::string::npos && before.find_first_not_of("0123456789.,/ ", digit) != std::string::npos) return;
  throw InputError(sign->complaint("a rating"), text, sign->place, "a number from 0 to 10, such as `lytes stress 7`");
}

}  // namespace

namespace {

struct RatedList {
  const char* list;
  double rating;
};

std::optional<double> rating_by(const Vocabulary& vocabulary, std::initializer_list<RatedList> lists,
                                std::string_view word) {
  for (const auto& [list, rating] : lists) {
    if (vocabulary.words(list).contains(word)) return rating;
  }
  return std::nullopt;
}

/// The number behind "to" that the words begin with: "8" of "to 8 after the call".
std::optional<std::string> rating_behind_to(const std::string& words) {
  constexpr std::string_view to = "to ";
  if (!words.starts_with(to) || words.size() == to.size() || !text::is_digit(words[to.size()])) return std::nullopt;
  return words.substr(to.size(), std::min(words.find(' ', to.size()), words.size()) - to.size());
}

}  // namespace

std::optional<double> rating_in_words(const Vocabulary& vocabulary, const std::string& word) {
  const std::string_view whole = word;
  const std::string_view plain =
      whole.ends_with("ish") ? whole.substr(0, whole.size() - (whole.ends_with("-ish") ? 4 : 3)) : whole;
  return rating_by(vocabulary, {{"rating 2", 2}, {"rating 5", 5}, {"rating 8", 8}, {"rating 10", 10}}, plain);
}

std::optional<double> stress_in_words(const Vocabulary& vocabulary, const std::string& word) {
  return rating_by(vocabulary, {{"stressed 3", 3}, {"stressed 6", 6}, {"stressed 8", 8}}, word);
}

std::optional<double> quality_in_words(const Vocabulary& vocabulary, const std::string& word) {
  return rating_by(vocabulary, {{"quality 2", 2}, {"quality 5", 5}, {"quality 8", 8}}, word);
}

namespace {

/// "level high", "very high after the meeting": the one word that is a rating.
std::optional<RatingLine> rating_said_in_a_word(const Vocabulary& vocabulary, const std::string& text) {
  const auto words = plain_words_of(text);
  const auto one_word = [&](auto in_words) {
    std::optional<RatingLine> line;
    for (const PlainWord& word : words) {
      const auto rating = in_words(vocabulary, word.text);
      if (!rating) continue;
      if (line && line->rating != *rating) return std::optional<RatingLine>();
      if (!line) line = RatingLine{*rating, {}, word.text};
    }
    return line;
  };
  auto line = one_word(rating_in_words);
  const bool stressed = std::ranges::any_of(words, [](const PlainWord& word) { return word.text == "stressed"; });
  if (!line && stressed) line = one_word(stress_in_words);  // "very stressed"
  if (!line) return std::nullopt;
  line->note = text;
  return line;
}

}  // namespace

namespace {

/// A line around its first number.
struct AroundNumber {
  std::string before;  ///< without small words
  std::string number;
  std::string after;
};

AroundNumber parted_at_number(const Vocabulary& vocabulary, const std::string& text) {
  const WordSet& small = vocabulary.words("rating filler");
  AroundNumber line;
  const auto add = [](std::string& to, const std::string& word) { to += (to.empty() ? "" : " ") + word; };
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    const bool digit = text::is_digit(word[0]);
    if (!line.number.empty()) {
      add(line.after, word);
    } else if (digit || (word[0] == '~' && word.size() > 1)) {
      line.number = digit ? word : word.substr(1);
    } else if (!small.contains(word)) {
      add(line.before, word);
    }
  }
  return line;
}

/// "6ish", "6 out of 10", "work - 6" as the number alone.
void take_signs_of_rating(AroundNumber& line) {
  std::string& number = line.number;
  while (number.ends_with(',') || number.ends_with(';')) number.pop_back();
  if (number.ends_with("ish")) number.resize(number.size() - 3);
  for (const std::string_view out_of : {"out of 10", "of 10", "out of 5", "of 5"}) {
    if (line.after != out_of && !line.after.starts_with(std::string(out_of) + " ")) continue;
    number += "/" + std::string(out_of.substr(out_of.rfind(' ') + 1));
    line.after.erase(0, out_of.size() + 1);
  }
  for (const std::string_view dash : {" -", " \u2013", " \u2014"}) {
    if (line.before.ends_with(dash)) line.before.resize(line.before.size() - dash.size());
  }
}

/// "3 to 5" is one rating, "went from 3 to 8" are two.
void take_range(const std::string& text, AroundNumber& line) {
  const auto to = rating_behind_to(line.after);
  if (!to) return;
  if (text.find("from ") != std::string::npos) {
    throw InputError("which of the two?", text, text.find(line.number), "a line for each: `lytes stress 3 @ 9:00`");
  }
  line.number += "-" + *to;
  line.after.erase(0, std::min(line.after.find(' ', 3), line.after.size()));
  line.after = std::string(text::trimmed(line.after));
}

}  // namespace

RatingLine read_rating_line(const Vocabulary& vocabulary, const std::string& text) {
  refuse_signed_rating(text);
  AroundNumber line = parted_at_number(vocabulary, text);
  if (line.number.empty()) {
    if (const std::string figure = figure_alone(text); !figure.empty()) return {read_rating(figure), {}};  // "eight"
    if (auto said = rating_said_in_a_word(vocabulary, text)) return *said;
    return {read_rating(text), {}};
  }
  take_signs_of_rating(line);
  take_range(text, line);
  const auto& [before, number, after] = line;
  const bool second = !after.empty() && after.find_first_not_of("0123456789.,/ ") == std::string::npos;
  if (second) return {read_rating(text), {}};
  const std::string note = before.empty() || after.empty() ? before + after : before + ", " + after;
  try {
    return {read_rating(number), note};
  } catch (const InputError& error) {
    throw InputError(error.what(), text, text.find(number) + error.place, error.valid);
  }
}

}  // namespace lytes::language

#include "lytes/language/rating.hpp"

#include <sstream>
#include <string_view>

#include "lytes/errors.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/quantity/number_signs.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

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

std::optional<double> rating_in_words(const Vocabulary& vocabulary, const std::string& word) {
  if (vocabulary.words("rating 2").contains(word)) return 2;
  if (vocabulary.words("rating 5").contains(word)) return 5;
  if (vocabulary.words("rating 8").contains(word)) return 8;
  return std::nullopt;
}

namespace {

/// "level high", "very high after the meeting": the one word that is a rating.
std::optional<RatingLine> rating_said_in_a_word(const Vocabulary& vocabulary, const std::string& text) {
  RatingLine line{};
  for (const auto& word : text::words_of(text)) {
    const auto rating = rating_in_words(vocabulary, word.text);
    if (rating && !line.word.empty()) return std::nullopt;
    if (!rating) continue;
    line.rating = *rating;
    line.word = word.text;
  }
  if (line.word.empty()) return std::nullopt;
  line.note = text;
  return line;
}

}  // namespace

RatingLine read_rating_line(const Vocabulary& vocabulary, const std::string& text) {
  const WordSet& small = vocabulary.words("rating filler");
  refuse_signed_rating(text);
  std::istringstream words(text);
  std::string before;
  std::string number;
  std::string after;
  const auto add = [](std::string& to, const std::string& word) { to += (to.empty() ? "" : " ") + word; };
  for (std::string word; words >> word;) {
    const bool digit = text::is_digit(word[0]);
    if (!number.empty()) {
      add(after, word);
    } else if (digit) {
      number = word;
    } else if (!small.contains(word)) {
      add(before, word);
    }
  }
  if (number.empty()) {
    if (auto said = rating_said_in_a_word(vocabulary, text)) return *said;
    return {read_rating(text), {}};
  }
  while (number.ends_with(',') || number.ends_with(';')) number.pop_back();
  for (const std::string_view out_of : {"out of 10", "of 10"}) {
    if (after != out_of && !after.starts_with(std::string(out_of) + " ")) continue;
    number += "/10";
    after.erase(0, out_of.size() + 1);
  }
  for (const std::string_view dash : {" -", " \u2013", " \u2014"}) {
    if (before.ends_with(dash)) before.resize(before.size() - dash.size());
  }
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

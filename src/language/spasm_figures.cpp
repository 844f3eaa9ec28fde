#include "spasm_figures.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>

#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/spasm_line.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::language {

namespace {

constexpr std::string_view dashes = "-\u2013\u2014";

bool is_number(const std::vector<Token>& tokens, std::size_t i) {
  return i < tokens.size() && text::is_digit(tokens[i].text[0]);
}

}  // namespace

std::optional<double> number_in(std::string_view word) {
  try {
    return quantity::parse_number(word);
  } catch (const InputError&) {
    return std::nullopt;
  }
}

std::optional<Times> times_at(const std::vector<Token>& tokens, std::size_t begin) {
  static constexpr std::array<std::string_view, 11> numbers = {"",    "one",   "two",   "three", "four", "five",
                                                               "six", "seven", "eight", "nine",  "ten"};
  std::string_view word = tokens[begin].text;
  std::size_t end = begin + 1;
  const bool sign = word.starts_with("x") || word.starts_with("\xC3\x97");
  const auto next_is = [&](std::string_view what) { return end < tokens.size() && tokens[end].text == what; };
  if (sign) {
    word.remove_prefix(word[0] == 'x' ? 1 : 2);
    if (word.empty() && is_number(tokens, end)) word = tokens[end++].text;
  } else if (word.ends_with("x")) {
    word.remove_suffix(1);
  } else if (next_is("times") || next_is("x")) {
    ++end;
  } else {
    return std::nullopt;
  }
  int count = static_cast<int>(std::ranges::find(numbers, word) - numbers.begin()) % static_cast<int>(numbers.size());
  if (count == 0) {
    const auto [rest, error] = std::from_chars(word.data(), word.data() + word.size(), count);
    if (error != std::errc{} || rest != word.data() + word.size()) return std::nullopt;
  }
  if (count < 1 || count > most_spasms_at_once) return std::nullopt;
  return Times{count, end};
}

std::optional<Severity> severity_at(const std::vector<Token>& tokens, std::size_t begin) {
  std::string said = tokens[begin].text;
  std::size_t end = begin + 1;
  const auto next_is = [&](std::initializer_list<std::string_view> words) {
    std::size_t i = end;
    for (const std::string_view word : words) {
      if (i == tokens.size() || tokens[i++].text != word) return false;
    }
    return true;
  };
  const auto out_of = [](std::string_view number) { return number.ends_with("/10"); };
  // "4/10 - 6 min" is no range.
  const bool may_go_on = is_number(tokens, end + 1) && (!out_of(said) || out_of(tokens[end + 1].text));
  if ((next_is({"to"}) || next_is({"-"})) && may_go_on) {
    said += "-" + tokens[end + 1].text;
    end += 2;
  }
  bool out_of_ten = out_of(said);
  if (out_of_ten) said.resize(said.size() - 3);
  for (const auto& words :
       {std::initializer_list<std::string_view>{"out", "of", "10"}, {"of", "10"}, {"/", "10"}, {"/10"}}) {
    if (out_of_ten || !next_is(words)) continue;
    out_of_ten = true;
    end += words.size();
  }
  std::string_view highest = said;
  if (const std::size_t dash = said.find_first_of(dashes); dash != std::string::npos) {
    const std::size_t after = std::min(said.find_first_not_of(dashes, dash), said.size());
    if (!number_in(said.substr(0, dash))) return std::nullopt;
    highest.remove_prefix(after);
  }
  const auto value = number_in(highest);
  if (!value || *value > 1e6) return std::nullopt;
  const int rounded = static_cast<int>(std::ceil(*value));
  const bool whole = said.find_first_not_of("0123456789") == std::string::npos;
  return Severity{rounded, whole ? "" : said, out_of_ten, end};
}

}  // namespace lytes::language

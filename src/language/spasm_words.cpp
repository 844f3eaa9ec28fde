#include "spasm_words.hpp"

#include <algorithm>
#include <array>

#include "lytes/text/letters.hpp"

namespace lytes::language {

namespace {

/// "six out of ten" as "6 out of 10".
void put_numbers(std::vector<Token>& tokens) {
  constexpr std::array<std::string_view, 11> numbers = {"zero", "one",   "two",   "three", "four", "five",
                                                        "six",  "seven", "eight", "nine",  "ten"};
  const auto put = [&](Token& token) {
    const auto found = std::ranges::find(numbers, token.text);
    if (found != numbers.end()) token.text = std::to_string(found - numbers.begin());
  };
  for (std::size_t i = 0; i + 3 < tokens.size(); ++i) {
    if (tokens[i + 1].text != "out" || tokens[i + 2].text != "of") continue;
    put(tokens[i]);
    put(tokens[i + 3]);
  }
}

/// "~6/10"
bool is_about_sign(std::string_view text, std::size_t at) {
  return text[at] == '~' && at + 1 < text.size() && text::is_digit(text[at + 1]);
}

/// "back's gone"
std::string without_possessive(const std::string& word) {
  constexpr std::string_view possessive = "'s";
  return word.ends_with(possessive) ? word.substr(0, word.size() - possessive.size()) : word;
}

/// Where the dash of "mid-back" or "left-calf" stands; 0 where the word is no place with one.
std::size_t dash_in_place(const BodyParts& body, const std::string& word) {
  const std::size_t dash = word.find('-');
  if (dash == std::string::npos || dash == 0 || body.kind_of(word) != BodyWord::None) return 0;
  const bool place =
      body.kind_of(word.substr(0, dash)) != BodyWord::None && body.kind_of(word.substr(dash + 1)) == BodyWord::Part;
  return place ? dash : 0;
}

/// "6ish" is 6.
std::string without_ish(std::string word) {
  constexpr std::string_view ish = "ish";
  const bool number = word.size() > ish.size() && text::is_digit(word[word.size() - ish.size() - 1]);
  if (number && word.ends_with(ish)) word.resize(word.size() - ish.size());
  return word;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text, const BodyParts& body) {
  std::vector<Token> tokens;
  bool comma = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto parts = [&](std::size_t at) {
      const bool decimal =
          at > 0 && at + 1 < text.size() && text::is_digit(text[at - 1]) && text::is_digit(text[at + 1]);
      return text[at] == ' ' || text[at] == '\t' || text[at] == ';' || text[at] == '(' || text[at] == ')' ||
             (text[at] == ',' && !decimal);
    };
    if (parts(i) || is_about_sign(text, i)) {
      comma = comma || text[i] == ',' || text[i] == ';' || text[i] == '(';
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && !parts(i)) ++i;
    std::string word(text.substr(begin, i - begin));
    while (word.size() > 1 && std::string_view(".!?:").find(word.back()) != std::string_view::npos) word.pop_back();
    const std::size_t end = begin + word.size();
    word = without_ish(text::lowered(word));
    if (const std::string part = without_possessive(word); body.kind_of(part) == BodyWord::Part) word = part;
    if (const std::size_t dash = dash_in_place(body, word); dash > 0) {  // "mid-back"
      tokens.push_back({word.substr(0, dash), begin, begin + dash, comma, body.kind_of(word.substr(0, dash))});
      comma = false;
      word.erase(0, dash + 1);
      tokens.push_back({word, begin + dash + 1, end, false, body.kind_of(word)});
      continue;
    }
    const BodyWord kind = body.kind_of(word);
    tokens.push_back({std::move(word), begin, end, comma, kind});
    comma = false;
  }
  put_numbers(tokens);
  return tokens;
}

}  // namespace lytes::language

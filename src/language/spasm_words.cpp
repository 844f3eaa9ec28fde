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

}  // namespace

std::vector<Token> tokens_of(std::string_view text, const BodyParts& body) {
  std::vector<Token> tokens;
  bool comma = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto parts = [&](std::size_t at) {
      const bool decimal =
          at > 0 && at + 1 < text.size() && text::is_digit(text[at - 1]) && text::is_digit(text[at + 1]);
      return text[at] == ' ' || text[at] == '\t' || text[at] == ';' || (text[at] == ',' && !decimal);
    };
    if (parts(i)) {
      comma = comma || text[i] == ',' || text[i] == ';';
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && !parts(i)) ++i;
    std::string word(text.substr(begin, i - begin));
    while (word.size() > 1 && std::string_view(".!?:").find(word.back()) != std::string_view::npos) word.pop_back();
    word = text::lowered(word);
    const std::size_t end = begin + word.size();
    const BodyWord kind = body.kind_of(word);
    tokens.push_back({std::move(word), begin, end, comma, kind});
    comma = false;
  }
  put_numbers(tokens);
  return tokens;
}

}  // namespace lytes::language

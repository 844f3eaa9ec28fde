#include "spasm_words.hpp"

#include <cctype>

namespace lytes::cli {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  bool comma = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto parts = [&](std::size_t at) {
      const bool decimal = at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]);
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
    std::ranges::transform(word, word.begin(), [](unsigned char c) {
      return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
    });
    const std::size_t end = begin + word.size();
    const BodyWord body = body_word(word);
    tokens.push_back({std::move(word), begin, end, comma, body});
    comma = false;
  }
  return tokens;
}

}  // namespace lytes::cli

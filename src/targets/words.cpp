#include "words.hpp"

#include <cctype>
#include <cstddef>

namespace lytes::targets {

std::string plain_words(std::string_view text) {
  std::string plain;
  for (const char raw : text) {
    const auto letter = static_cast<unsigned char>(raw);
    if (std::isspace(letter) != 0 || raw == '_' || raw == '-') {
      if (!plain.empty() && plain.back() != ' ') plain += ' ';
    } else {
      plain += letter < 0x80 ? static_cast<char>(std::tolower(letter)) : raw;
    }
  }
  if (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

std::string sentence_start(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

}  // namespace lytes::targets

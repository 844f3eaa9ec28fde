#include "lytes/report/style.hpp"

#include <array>
#include <utility>

#include "lytes/text/letters.hpp"

namespace lytes::report {

namespace {

std::string painted(std::string_view words, const char* paint, const Style& style) {
  return style.colour ? "\x1b[" + std::string(paint) + "m" + std::string(words) + "\x1b[0m" : std::string(words);
}

}  // namespace

std::string in_style(std::string line, const Style& style) {
  if (!style.ascii) return line;
  constexpr std::array<std::pair<char32_t, const char*>, 12> written = {{{0x2013, "-"},
                                                                         {0x2014, "-"},
                                                                         {0x2018, "'"},
                                                                         {0x2019, "'"},
                                                                         {0x201C, "\""},
                                                                         {0x201D, "\""},
                                                                         {0x2026, "..."},
                                                                         {0xD7, "x"},
                                                                         {0xB5, "u"},
                                                                         {0x2192, "->"},
                                                                         {0x2265, ">="},
                                                                         {0x2264, "<="}}};
  std::string plain;
  text::each_character(line, [&](const text::Character& character, std::string_view bytes) {
    if (character.sound && character.code < 0x80) {
      plain += bytes;
      return;
    }
    for (const auto& [code, instead] : written) {
      if (code == character.code) {
        plain += instead;
        return;
      }
    }
    plain += '?';
  });
  return plain;
}

std::string bold(std::string_view words, const Style& style) { return painted(words, "1", style); }
std::string dim(std::string_view words, const Style& style) { return painted(words, "2", style); }

std::string judged(std::string_view word, const Style& style) {
  if (word == "LOW") return painted(word, "1;33", style);
  if (word == "HIGH") return painted(word, "1;35", style);
  return painted(word, word == "OK" ? "36" : "1", style);
}

}  // namespace lytes::report

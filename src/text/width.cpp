#include "lytes/text/width.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "lytes/text/letters.hpp"

namespace lytes::text {

namespace {

bool in(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }

std::size_t columns(char32_t code) {
  if (code < 0x7F) return 1;
  return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(code))));
}

/// Signs that change the direction of what follows, and others that cannot be seen.
bool is_hidden(char32_t code) {
  return code < 0x20 || in(code, 0x7F, 0x9F) || in(code, 0x200B, 0x200F) || in(code, 0x2028, 0x202E) ||
         in(code, 0x2060, 0x206F) || code == 0xFEFF || in(code, 0xE0000, 0xE007F);
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  bool in_paint = false;  // colours take no room
  each_character(text, [&](const Character& character, std::string_view) {
    if (character.code == 0x1B) in_paint = true;
    if (!in_paint) width += columns(character.code);
    if (in_paint && character.code == 'm') in_paint = false;
  });
  return width;
}

std::string shortened(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  const std::size_t room = width > 3 ? width - 3 : 0;
  std::string kept;
  std::size_t used = 0;
  bool full = false;
  each_character(text, [&](const Character& character, std::string_view bytes) {
    full = full || used + columns(character.code) > room;
    if (full) return;
    kept += bytes;
    used += columns(character.code);
  });
  while (kept.ends_with(' ')) kept.pop_back();
  return kept + std::string(std::min<std::size_t>(3, width), '.');
}

std::string_view last_columns(std::string_view text, std::size_t width) {
  constexpr std::size_t longest_sign = 4;
  std::size_t begin = text.size();
  for (std::size_t used = 0; begin > 0;) {
    std::size_t at = begin - 1;
    while (at > 0 && begin - at < longest_sign && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    used += columns(first_character(text.substr(at)).code);
    if (used > width) break;
    begin = at;
  }
  return text.substr(begin);
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

std::string right_aligned(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(used < width ? width - used : 0, ' ') + std::string(text);
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  std::string lines;
  std::size_t used = 0;
  bool line_has_word = false;
  while (!text.empty()) {
    const std::size_t gap = std::min(text.find_first_not_of(' '), text.size());
    text.remove_prefix(gap);
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    if (word.empty()) break;
    const std::size_t size = display_width(word);
    const bool full = line_has_word && used + gap + size > width;
    lines += full ? "\n" + std::string(indent, ' ') : std::string(gap, ' ');
    used = full ? indent : used + gap;
    lines += word;
    used += size;
    line_has_word = true;
  }
  return lines;
}

std::string printable(std::string_view text) {
  std::string shown;
  each_character(text, [&](const Character& character, std::string_view bytes) {
    if (!character.sound) {
      shown += "\xEF\xBF\xBD";
    } else if (character.code == '\n' || character.code == '\t') {
      shown += ' ';
    } else if (is_hidden(character.code)) {
      shown += '?';
    } else {
      shown += bytes;
    }
  });
  return shown;
}

}  // namespace lytes::text

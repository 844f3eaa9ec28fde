#include "lytes/report/style.hpp"

#include <array>
#include <utility>

namespace lytes::report {

namespace {

struct Sign {
  char32_t code;
  std::size_t length;
  bool sound;  ///< false for a byte that begins no UTF-8
};

Sign sign_at(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  if (lead >= 0xC2 && lead < 0xE0 && tail(1)) return {(lead & 0x1FU) << 6U | (byte(1) & 0x3FU), 2, true};
  if (lead >= 0xE0 && lead < 0xF0 && tail(1) && tail(2)) {
    const char32_t code = (lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    if (code >= 0x800 && (code < 0xD800 || code > 0xDFFF)) return {code, 3, true};
  }
  if (lead >= 0xF0 && lead < 0xF5 && tail(1) && tail(2) && tail(3)) {
    const char32_t code =
        (lead & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU);
    if (code >= 0x10000 && code <= 0x10FFFF) return {code, 4, true};
  }
  return {0xFFFD, 1, false};
}

template <typename Each>
void each_sign(std::string_view text, Each each) {
  while (!text.empty()) {
    const Sign sign = sign_at(text);
    each(sign, text.substr(0, sign.length));
    text.remove_prefix(sign.length);
  }
}

bool in(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }

std::size_t columns(char32_t code) {
  if (in(code, 0x300, 0x36F) || in(code, 0x200B, 0x200F) || in(code, 0xFE00, 0xFE0F) || code == 0x200D) return 0;
  const bool wide = in(code, 0x1100, 0x115F) || in(code, 0x2E80, 0xA4CF) || in(code, 0xAC00, 0xD7A3) ||
                    in(code, 0xF900, 0xFAFF) || in(code, 0xFE30, 0xFE6F) || in(code, 0xFF00, 0xFF60) ||
                    in(code, 0xFFE0, 0xFFE6) || in(code, 0x1F300, 0x1FAFF);
  return wide ? 2 : 1;
}

/// Signs that change the direction of what follows, and others that cannot be seen.
bool is_hidden(char32_t code) {
  return code < 0x20 || in(code, 0x7F, 0x9F) || in(code, 0x200B, 0x200F) || in(code, 0x2028, 0x202E) ||
         in(code, 0x2060, 0x206F) || code == 0xFEFF || in(code, 0xE0000, 0xE007F);
}

std::string painted(std::string_view text, const char* paint, const Style& style) {
  return style.colour ? "\x1b[" + std::string(paint) + "m" + std::string(text) + "\x1b[0m" : std::string(text);
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  bool in_paint = false;  // colours take no room
  each_sign(text, [&](Sign sign, std::string_view) {
    if (sign.code == 0x1B) in_paint = true;
    if (!in_paint) width += columns(sign.code);
    if (in_paint && sign.code == 'm') in_paint = false;
  });
  return width;
}

std::string shortened(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  const std::size_t room = width > 3 ? width - 3 : 0;
  std::string kept;
  std::size_t used = 0;
  bool full = false;
  each_sign(text, [&](Sign sign, std::string_view bytes) {
    full = full || used + columns(sign.code) > room;
    if (full) return;
    kept += bytes;
    used += columns(sign.code);
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
    used += columns(sign_at(text.substr(at)).code);
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
  each_sign(text, [&](Sign sign, std::string_view bytes) {
    if (!sign.sound) {
      shown += "\xEF\xBF\xBD";
    } else if (sign.code == '\n' || sign.code == '\t') {
      shown += ' ';
    } else if (is_hidden(sign.code)) {
      shown += '?';
    } else {
      shown += bytes;
    }
  });
  return shown;
}

std::string in_style(std::string text, const Style& style) {
  if (!style.ascii) return text;
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
  each_sign(text, [&](Sign sign, std::string_view bytes) {
    if (sign.sound && sign.code < 0x80) {
      plain += bytes;
      return;
    }
    for (const auto& [code, instead] : written) {
      if (code == sign.code) {
        plain += instead;
        return;
      }
    }
    plain += '?';
  });
  return plain;
}

std::string bold(std::string_view text, const Style& style) { return painted(text, "1", style); }
std::string dim(std::string_view text, const Style& style) { return painted(text, "2", style); }

std::string judged(std::string_view word, const Style& style) {
  if (word == "LOW") return painted(word, "1;33", style);
  if (word == "HIGH") return painted(word, "1;35", style);
  return painted(word, word == "OK" ? "36" : "1", style);
}

}  // namespace lytes::report

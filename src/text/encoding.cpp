#include "lytes/text/encoding.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <utility>

#include "lytes/text/letters.hpp"

namespace lytes::text {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view little_mark = "\xFF\xFE";
constexpr std::string_view big_mark = "\xFE\xFF";
constexpr char no_letter = '\xFF';  ///< in no encoding of UTF-8

/// What code page 1252 has in place of control characters: https://www.unicode.org/Public/MAPPINGS, CP1252.TXT.
constexpr std::array<char16_t, 32> windows_signs = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void append(std::string& text, char32_t code) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes.data());
  text.append(bytes.begin(), bytes.begin() + std::max<utf8proc_ssize_t>(size, 0));
}

std::string from_latin1(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool sign = byte >= 0x80 && byte < 0xA0;
    append(text, sign ? windows_signs.at(byte - std::size_t{0x80}) : static_cast<char32_t>(byte));
  }
  return text;
}

constexpr bool is_high(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
constexpr bool is_low(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

Encoding encoding_of(std::string_view beginning) {
  if (beginning.starts_with(little_mark)) return Encoding::Utf16LittleEndian;
  if (beginning.starts_with(big_mark)) return Encoding::Utf16BigEndian;
  constexpr std::size_t looked_at = 4;
  if (beginning.size() < looked_at) return Encoding::Utf8;
  const auto zero = [&](std::size_t at) { return beginning[at] == '\0'; };
  if (!zero(0) && zero(1) && !zero(2) && zero(3)) return Encoding::Utf16LittleEndian;
  if (zero(0) && !zero(1) && zero(2) && !zero(3)) return Encoding::Utf16BigEndian;
  return Encoding::Utf8;
}

std::size_t byte_order_mark(std::string_view beginning) {
  if (beginning.starts_with(utf8_mark)) return utf8_mark.size();
  return beginning.starts_with(little_mark) || beginning.starts_with(big_mark) ? little_mark.size() : 0;
}

std::string Decoder::decoded(std::string_view bytes) {
  if (encoding_ == Encoding::Utf8) return std::string(bytes);
  if (encoding_ == Encoding::Latin1) return from_latin1(bytes);
  rest_ += bytes;
  const bool little = encoding_ == Encoding::Utf16LittleEndian;
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(rest_[at]);
    const auto second = static_cast<unsigned char>(rest_[at + 1]);
    return static_cast<char32_t>(little ? first + (second << 8) : second + (first << 8));
  };
  std::string text;
  std::size_t at = 0;
  while (at + 2 <= rest_.size()) {
    const char32_t unit = unit_at(at);
    if (is_high(unit) && at + 4 > rest_.size()) break;
    if (is_high(unit) && is_low(unit_at(at + 2))) {
      append(text, 0x10000 + ((unit - 0xD800) << 10) + (unit_at(at + 2) - 0xDC00));
      at += 4;
      continue;
    }
    if (is_high(unit) || is_low(unit)) {
      text += no_letter;
    } else {
      append(text, unit);
    }
    at += 2;
  }
  rest_.erase(0, at);
  return text;
}

std::string Decoder::finished() { return std::exchange(rest_, {}).empty() ? std::string() : std::string(1, no_letter); }

std::size_t unsound_place(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_ascii(text[at])) {
      ++at;
      continue;
    }
    const Character character = first_character(text.substr(at));
    if (!character.sound) return at;
    at += character.length;
  }
  return std::string_view::npos;
}

}  // namespace lytes::text

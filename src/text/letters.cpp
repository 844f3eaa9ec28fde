#include "lytes/text/letters.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace lytes::text {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// Letters that Unicode does not take apart into a base and its accents.
struct Base {
  char32_t code;
  std::string_view letters;
};
constexpr std::array<Base, 13> undivided = {{{0xE6, "ae"},
                                             {0xF0, "d"},
                                             {0xF8, "o"},
                                             {0xFE, "th"},
                                             {0x111, "d"},
                                             {0x127, "h"},
                                             {0x131, "i"},
                                             {0x133, "ij"},
                                             {0x138, "k"},
                                             {0x142, "l"},
                                             {0x14B, "n"},
                                             {0x153, "oe"},
                                             {0x167, "t"}}};

std::string encoded(char32_t code) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes.data());
  return {bytes.begin(), bytes.begin() + std::max<utf8proc_ssize_t>(size, 0)};
}

bool is_space(char32_t code) { return utf8proc_category(static_cast<utf8proc_int32_t>(code)) == UTF8PROC_CATEGORY_ZS; }

bool ends_word(char32_t code) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    default:
      return false;
  }
}

}  // namespace

Character first_character(std::string_view text) {
  if (is_ascii(text.front())) return {static_cast<char32_t>(text.front()), 1, true};
  utf8proc_int32_t code = -1;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size(), 4)), &code);
  if (length <= 0) return {replacement, 1, false};
  return {static_cast<char32_t>(code), static_cast<std::size_t>(length), true};
}

std::size_t space_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (is_ascii(c)) return c == ' ' || (c >= '\t' && c <= '\r') ? 1 : 0;
  const Character here = first_character(text.substr(at));
  return here.sound && is_space(here.code) ? here.length : 0;
}

std::size_t letter_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (is_ascii(text[at])) return is_ascii_letter(text[at]) ? 1 : 0;
  const Character here = first_character(text.substr(at));
  return here.sound && ends_word(here.code) ? 0 : here.length;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (const std::size_t length = space_length(text, at)) at += length;
  return at;
}

std::string_view without_trailing_spaces(std::string_view text) {
  constexpr std::size_t longest_space = 3;  // bytes
  const auto space_at_end = [&] {
    for (std::size_t length = 1; length <= std::min(longest_space, text.size()); ++length) {
      if (space_length(text, text.size() - length) == length) return length;
    }
    return std::size_t{0};
  };
  while (const std::size_t length = space_at_end()) text.remove_suffix(length);
  return text;
}

std::string_view trimmed(std::string_view text) {
  const std::string_view begun = text.substr(std::min(skip_spaces(text, 0), text.size()));
  return without_trailing_spaces(begun);
}

std::string_view letters_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (const std::size_t length = letter_length(text, end)) end += length;
  return text.substr(std::min(at, text.size()), end - at);
}

std::string lowered(std::string_view text) {
  std::string result(text);
  for (std::size_t at = 0; at < result.size();) {
    if (is_ascii(result[at])) {
      result[at] = lower(result[at]);
      ++at;
      continue;
    }
    const Character here = first_character(std::string_view(result).substr(at));
    const std::string small =
        here.sound ? encoded(static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(here.code)))) : "";
    if (small.size() == here.length) std::ranges::copy(small, result.begin() + static_cast<std::ptrdiff_t>(at));
    at += here.length;
  }
  return result;
}

std::string capitalised(std::string_view text) {
  if (text.empty()) return {};
  const Character first = first_character(text);
  if (!first.sound) return std::string(text);
  const auto large = utf8proc_toupper(static_cast<utf8proc_int32_t>(first.code));
  return encoded(static_cast<char32_t>(large)) + std::string(text.substr(first.length));
}

std::string without_capital(std::string_view text) {
  if (text.empty()) return {};
  const std::size_t first = first_character(text).length;
  return lowered(text.substr(0, first)) + std::string(text.substr(first));
}

std::string folded(char32_t code) {
  if (code < 0x80) return {lower(static_cast<char>(code))};
  const auto small = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code)));
  if (const auto base = std::ranges::find(undivided, small, &Base::code); base != undivided.end())
    return std::string(base->letters);
  constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
  constexpr std::size_t most_parts = 18;  // of any one character, by the Unicode standard, annex 15
  std::array<utf8proc_int32_t, most_parts> parts{};
  int boundary = 0;
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code), parts.data(),
                                             static_cast<utf8proc_ssize_t>(parts.size()), options, &boundary);
  std::string result;
  for (utf8proc_ssize_t i = 0; i < count; ++i)
    result += encoded(static_cast<char32_t>(parts[static_cast<std::size_t>(i)]));
  return result;
}

}  // namespace lytes::text

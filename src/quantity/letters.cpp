#include "letters.hpp"

#include <algorithm>
#include <array>

namespace lytes::quantity {

namespace {

constexpr std::array<std::string_view, 3> wide_spaces = {"\u00A0", "\u202F", "\u2009"};
// Signs that join or sign numbers; they end a word.
constexpr std::array<std::string_view, 5> number_signs = {"\u00D7", "\u2044", "\u2212", "\u2013", "\u2014"};

constexpr std::array<VulgarFraction, 15> vulgar_fractions = {{
    {"\u00BD", 1.0 / 2},  // 1/2
    {"\u00BC", 1.0 / 4},  // 1/4
    {"\u00BE", 3.0 / 4},  // 3/4
    {"\u2153", 1.0 / 3},  // 1/3
    {"\u2154", 2.0 / 3},  // 2/3
    {"\u2155", 1.0 / 5},  // 1/5
    {"\u2156", 2.0 / 5},  // 2/5
    {"\u2157", 3.0 / 5},  // 3/5
    {"\u2158", 4.0 / 5},  // 4/5
    {"\u2159", 1.0 / 6},  // 1/6
    {"\u215A", 5.0 / 6},  // 5/6
    {"\u215B", 1.0 / 8},  // 1/8
    {"\u215C", 3.0 / 8},  // 3/8
    {"\u215D", 5.0 / 8},  // 5/8
    {"\u215E", 7.0 / 8},  // 7/8
}};

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

}  // namespace

std::size_t space_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (is_ascii(c)) return 0;
  const auto found = std::find_if(wide_spaces.begin(), wide_spaces.end(),
                                  [&](std::string_view space) { return text.substr(at).starts_with(space); });
  return found == wide_spaces.end() ? 0 : found->size();
}

std::size_t letter_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (is_ascii(text[at])) return is_ascii_letter(text[at]) ? 1 : 0;
  const std::string_view here = text.substr(at);
  if (space_length(text, at) > 0 || vulgar_fraction_at(text, at) != nullptr) return 0;
  if (std::any_of(number_signs.begin(), number_signs.end(), [&](auto sign) { return here.starts_with(sign); }))
    return 0;
  return 1;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (const std::size_t length = space_length(text, at)) at += length;
  return at;
}

std::string_view without_trailing_spaces(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = space_length(text, at);
    at += space > 0 ? space : 1;
    if (space == 0) end = at;
  }
  return text.substr(0, end);
}

std::string_view letters_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (const std::size_t length = letter_length(text, end)) end += length;
  return text.substr(std::min(at, text.size()), end - at);
}

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

const VulgarFraction* vulgar_fraction_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || is_ascii(text[at])) return nullptr;
  const auto found = std::find_if(vulgar_fractions.begin(), vulgar_fractions.end(),
                                  [&](const VulgarFraction& f) { return text.substr(at).starts_with(f.sign); });
  return found == vulgar_fractions.end() ? nullptr : &*found;
}

}  // namespace lytes::quantity

#include "counting.hpp"

#include <algorithm>
#include <array>

#include "lytes/quantity/amount.hpp"

namespace lytes::foods {

namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

}  // namespace

bool is_size(std::string_view word) {
  constexpr std::array<std::string_view, 12> sizes = {"small", "medium",  "large", "extra", "big",  "mini",
                                                      "jumbo", "regular", "tall",  "tiny",  "huge", "giant"};
  return std::ranges::find(sizes, word) != sizes.end();
}

std::string counted(double number, std::string_view unit) {
  std::string text = quantity::format_number(number) + " " + std::string(unit);
  const auto last = unit.substr(unit.rfind(' ') == std::string_view::npos ? 0 : unit.rfind(' ') + 1);
  if (number <= 1 || is_size(last) || last.ends_with("oz") || unit.ends_with(')')) return text;
  if (last.ends_with('s') && !last.ends_with("ss")) return text;
  if (last.ends_with("half") || last.ends_with("leaf") || last.ends_with("loaf")) {
    return text.substr(0, text.size() - 1) + "ves";
  }
  if (last.size() > 2 && last.ends_with('y') && !is_vowel(last[last.size() - 2])) {
    return text.substr(0, text.size() - 1) + "ies";
  }
  if (last.ends_with("ss") || last.ends_with('x') || last.ends_with("ch") || last.ends_with("sh")) return text + "es";
  return text + "s";
}

}  // namespace lytes::foods

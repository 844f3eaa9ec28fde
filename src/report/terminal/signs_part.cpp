#include "terminal/signs_part.hpp"

#include <algorithm>
#include <vector>

#include "lytes/text/width.hpp"
#include "words/evidence_words.hpp"

namespace lytes::report {

namespace {

constexpr std::size_t indent = 2;

std::string sentence(const safety::OpenSign& sign, const std::string& head, const Style& style) {
  return text::wrapped(head + text::printable(red_flag_sentence(sign)), style.width, indent) + "\n";
}

std::string of_level(std::span<const safety::OpenSign> signs, Level level, const std::string& head,
                     const Style& style) {
  std::string text;
  for (const auto& sign : signs) {
    if (sign.sign.level == level) text += sentence(sign, head, style);
  }
  return text;
}

/// Emergencies stand apart.
std::string both_levels(std::span<const safety::OpenSign> signs, const Style& style) {
  std::string text = of_level(signs, Level::Emergency, bold("EMERGENCY:", style) + " ", style);
  const std::string soon = of_level(signs, Level::Soon, "see a doctor: ", style);
  if (!text.empty() && !soon.empty()) text += "\n";
  return text + soon;
}

}  // namespace

std::string open_signs_part(std::span<const safety::OpenSign> signs, const Style& style) {
  if (signs.empty()) return "";
  return both_levels(signs, style) + text::wrapped(open_sign_hint(signs.front()), style.width) + "\n\n";
}

std::string signs_for_a_doctor(std::span<const safety::OpenSign> signs, const Style& style) {
  std::vector<safety::OpenSign> shared(signs.begin(), signs.end());
  std::erase_if(shared, [](const safety::OpenSign& sign) { return sign.sign.name == safety::crisis; });
  if (shared.empty()) return "";
  return bold("For a doctor", style) + "\n" + both_levels(shared, style) + "\n";
}

}  // namespace lytes::report

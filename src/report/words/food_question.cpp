#include <fmt/format.h>

#include "lytes/report/food_page.hpp"
#include "lytes/text/width.hpp"

namespace lytes::report {

FoodQuestion food_question(std::string_view phrase, const std::vector<std::string>& names, const Style& style) {
  const std::string shown = text::printable(phrase);
  std::string question =
      names.empty() ? fmt::format("No food is known as \"{}\".\n", shown) : fmt::format("Which \"{}\"?\n", shown);
  for (std::size_t i = 0; i < names.size(); ++i)
    question += fmt::format("  {}  {}\n", i + 1, text::shortened(names[i], style.width - 5));
  question += "  k  keep it by this name, minerals unknown\n  x  leave it out\n  q  none of these: save nothing\n";
  const std::string answers = names.empty() ? "k, x or q" : fmt::format("1 to {}, k, x or q", names.size());
  question += names.empty() ? "k, x or q (Enter for q): " : "Number, k, x or q (Enter for 1): ";
  return {question, answers};
}

}  // namespace lytes::report

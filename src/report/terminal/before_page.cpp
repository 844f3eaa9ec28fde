#include "lytes/report/before_page.hpp"

#include <fmt/format.h>

#include "lytes/text/width.hpp"
#include "words/before_words.hpp"

namespace lytes::report {

std::string before_page(const timeline::BeforeSpasm& before, const Style& style) {
  std::string text = bold("Before the spasm of " + text::printable(spasm_words(before)), style) + "\n";
  text += fmt::format("  {:<16}{:>16}{:>12}\n", "", "24 hours before", "usually");
  for (const auto& facts : timeline::beforehand_table) {
    const auto& figure = before.of(facts.what);
    if (!is_known(figure)) continue;
    const std::string name =
        facts.unit.empty() ? std::string(facts.name) : fmt::format("{}, {}", facts.name, facts.unit);
    text += fmt::format("  {:<16}{:>16}{:>12}\n", name, before_words(figure, facts), usual_words(figure, facts));
  }
  text +=
      text::wrapped(
          fmt::format("Usually: the median of the same 24 hours up to {} on other days of the eight weeks before; for "
                      "food and drink on {} closed days. {}",
                      calendar::short_time(before.when), before.usual_days, coincidence_sentence()),
          style.width) +
      "\n";
  return in_style(text, style);
}

}  // namespace lytes::report

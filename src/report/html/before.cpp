#include "html/before.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "html/chart.hpp"
#include "html/text.hpp"
#include "lytes/text/letters.hpp"
#include "words/before_words.hpp"

namespace lytes::report {

std::string before_html(std::span<const timeline::BeforeSpasm> spasms) {
  if (spasms.empty()) return "";
  Table table{"The 24 hours before each, and in brackets what is usual up to that time of day.", {"When"}, {}};
  constexpr std::size_t most_columns = 24;
  std::vector<std::string> where = {"Where"};
  for (const auto& spasm : spasms) {
    table.head.push_back(when_words(spasm));
    where.push_back(user_words(spasm.site, most_columns));
  }
  table.rows.push_back(std::move(where));
  for (const auto& facts : timeline::beforehand_table) {
    const bool any =
        std::ranges::any_of(spasms, [&](const auto& spasm) { return spasm.of(facts.what).before.has_value(); });
    if (!any) continue;
    std::vector<std::string> row = {text::capitalised(facts.name) +
                                    (facts.unit.empty() ? "" : ", " + std::string(facts.unit))};
    for (const auto& spasm : spasms) {
      const auto& figure = spasm.of(facts.what);
      row.push_back(fmt::format("{} ({})", before_words(figure, facts), usual_words(figure, facts)));
    }
    table.rows.push_back(std::move(row));
  }
  if (table.rows.size() == 1) return "";
  return "<section class=\"before\">\n<h2>Before the last spasms</h2>\n<div class=\"numbers\">" + table_html(table) +
         "</div>\n<p class=\"quiet\">" + escaped(coincidence_sentence()) + "</p>\n</section>\n";
}

}  // namespace lytes::report

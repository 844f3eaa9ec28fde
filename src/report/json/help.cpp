#include "json/text.hpp"
#include "lytes/report/help_page.hpp"

namespace lytes::report {

std::string help_json(const HelpView& view) {
  Json groups = Json::array();
  for (const HelpGroup& group : view.groups) {
    if (group.rows.empty()) continue;
    Json rows = Json::array();
    for (const HelpRow& row : group.rows) rows.push_back({{"term", row.term}, {"says", row.says}});
    groups.push_back({{"title", group.title}, {"rows", std::move(rows)}});
  }
  return text_of(Json{{"help",
                       {{"command", view.command},
                        {"says", view.says},
                        {"usage", view.usage},
                        {"groups", std::move(groups)},
                        {"examples", view.examples}}}});
}

std::string help_text_json(const std::string& text) { return text_of(Json{{"help", {{"text", text}}}}); }

std::string completion_json(const std::string& shell, const std::string& script) {
  return text_of(Json{{"completion", {{"shell", shell}, {"script", script}}}});
}

}  // namespace lytes::report

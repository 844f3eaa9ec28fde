#include "json/text.hpp"
#include "lytes/report/demo_page.hpp"

namespace lytes::report {

std::string demo_json(const std::string& today, const std::string& week) {
  Json document{{"today", Json::parse(today)}, {"week", Json::parse(week)}};
  for (const char* page : {"today", "week"}) document[page].erase("schema");  // said once, of all of it
  return text_of(document);
}

}  // namespace lytes::report

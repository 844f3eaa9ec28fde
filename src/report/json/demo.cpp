#include "json/text.hpp"
#include "lytes/report/demo_page.hpp"

namespace lytes::report {

std::string demo_json(const std::vector<DemoPage>& pages) {
  Json document;
  for (const auto& [name, text] : pages) {
    Json page = Json::parse(text);
    page.erase("schema");  // said once, of all of it
    document[name] = page.size() == 1 && page.contains(name) ? page[name] : page;
  }
  return text_of(document);
}

}  // namespace lytes::report

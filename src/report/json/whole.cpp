#include "json/text.hpp"
#include "lytes/report/whole_text.hpp"

namespace lytes::report {

std::string whole_json(const WholeView& view) {
  Json tables = Json::object();
  for (const auto& count : view.counts) {
    tables[count.of] = {{"added", count.added}, {"there_already", count.there_already}, {"differing", count.differing}};
  }
  return text_of(Json{{"import",
                       {{"format", "lytes"},
                        {"dry_run", view.dry_run},
                        {"replaced", view.replaced},
                        {"tables", std::move(tables)},
                        {"differing", view.differing}}},
                      {"warnings", Json::array()}});
}

std::string exported_json(const std::string& format, const std::string& file) {
  return text_of(Json{{"export", {{"format", format}, {"file", file}}}});
}

}  // namespace lytes::report

#include "json/entry.hpp"
#include "lytes/report/read_page.hpp"

namespace lytes::report {

std::string read_json(const ReadView& view) {
  Json left = Json::array();
  for (const notebook::LeftLine& line : view.left) {
    left.push_back({{"line", line.number},
                    {"text", line.text},
                    {"code", line.code},
                    {"message", line.why},
                    {"candidates", line.candidates}});
  }
  Json days = Json::array();
  for (const auto day : view.no_spasms_on) days.push_back(calendar::iso(day));
  Json entries = Json::array();
  for (const auto& entry : view.entries) entries.push_back(entry_json(entry));
  return text_of(Json{{"read",
                       {{"name", view.name},
                        {"dry_run", view.dry_run},
                        {"lines", {{"read", view.read}, {"before", view.before}, {"left", view.left.size()}}},
                        {"left", std::move(left)},
                        {"no_spasms_on", std::move(days)}}},
                      {"entries", std::move(entries)},
                      {"warnings", remarks_json(view.remarks)}});
}

}  // namespace lytes::report

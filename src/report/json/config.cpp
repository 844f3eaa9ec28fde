#include "json/text.hpp"
#include "lytes/report/config_page.hpp"

namespace lytes::report {

std::string config_json(std::span<const SettingRow> settings) {
  Json values = Json::object();
  for (const auto& setting : settings) values[setting.name] = setting.value;
  return text_of(Json{{"settings", std::move(values)}});
}

}  // namespace lytes::report

#include "lytes/report/config_page.hpp"

#include <algorithm>

#include "lytes/text/width.hpp"

namespace lytes::report {

std::string config_page(std::span<const SettingRow> settings, const Style& style) {
  std::size_t names = 0;
  for (const auto& setting : settings) names = std::max(names, setting.name.size());
  std::string page;
  for (const auto& setting : settings) {
    page += text::padded(setting.name, names + 2) + bold(text::printable(setting.value), style) + "\n";
    page += text::wrapped("  " + setting.says + " (" + setting.values + ")", style.width, 2) + "\n";
  }
  return in_style(std::move(page), style);
}

}  // namespace lytes::report

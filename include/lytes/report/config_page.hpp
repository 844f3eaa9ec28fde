#pragma once

#include <span>
#include <string>

#include "lytes/report/style.hpp"

namespace lytes::report {

struct SettingRow {
  std::string name;
  std::string value;
  std::string says;    ///< what it is for
  std::string values;  ///< what it may be
};

std::string config_page(std::span<const SettingRow> settings, const Style& style);
std::string config_json(std::span<const SettingRow> settings);

}  // namespace lytes::report

#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace lytes::report {

/// Keys in the order in which they were given, so that a person can read the output too.
using Json = nlohmann::ordered_json;

/// One line. Bytes that are no UTF-8 become U+FFFD: the output is valid whatever was logged.
inline std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// A figure as JSON shows it, rounded to `decimals`; unknown is null.
inline Json figure(std::optional<double> value, int decimals = 1) {
  if (!value || !std::isfinite(*value)) return nullptr;
  const double scale = std::pow(10.0, decimals);
  return std::round(*value * scale) / scale;
}

}  // namespace lytes::report

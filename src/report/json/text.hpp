#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace lytes::report {

/// Keys in the order in which they were given, so that a person can read the output too.
using Json = nlohmann::ordered_json;

/// Goes up when a document's shape changes so that a reader of the old one would misread it.
inline constexpr int schema = 2;

/// A document on one line, its schema first. Bytes that are no UTF-8 become U+FFFD: the output is valid whatever was
/// logged.
inline std::string text_of(const Json& json) {
  std::string body = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  const std::string head = "{\"schema\":" + std::to_string(schema);
  return head + (body.size() > 2 ? "," : "") + body.substr(1) + "\n";
}

/// A figure as JSON shows it, rounded to `decimals`; unknown is null.
inline Json figure(std::optional<double> value, int decimals = 1) {
  if (!value || !std::isfinite(*value)) return nullptr;
  const double scale = std::pow(10.0, decimals);
  return std::round(*value * scale) / scale;
}

}  // namespace lytes::report

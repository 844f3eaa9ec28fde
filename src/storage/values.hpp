#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <optional>
#include <string_view>

namespace lytes::storage {

inline bool is_number_in(sqlite3_value* value) {
  const int type = sqlite3_value_type(value);
  return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

/// Empty for NULL, as the next.
inline std::optional<double> known_real_in(sqlite3_value* value) {
  const double number = sqlite3_value_double(value);
  // NULL reads as 0, and most values are neither.
  if (number == 0 && sqlite3_value_type(value) == SQLITE_NULL) return std::nullopt;
  return number;
}

inline std::string_view text_in(sqlite3_value* value) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

}  // namespace lytes::storage

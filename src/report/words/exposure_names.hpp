#pragma once

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <string_view>

namespace lytes::report {

/// A ratio to three digits or two decimals, whichever is shorter: "0.42", "1.71", "12.3".
inline std::string ratio_digits(double ratio) {
  if (!std::isfinite(ratio)) return "∞";
  if (ratio >= 100) return fmt::format("{:.0f}", ratio);
  return ratio >= 9.995 ? fmt::format("{:.1f}", ratio) : fmt::format("{:.2f}", ratio);
}

/// "0.031", "< 0.001"
inline std::string p_digits(double p) { return p < 0.001 ? "< 0.001" : fmt::format("{:.3f}", p); }

}  // namespace lytes::report

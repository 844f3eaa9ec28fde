#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>

namespace lytes::report {

/// "######----": how much of a target is reached. Full only when it is reached; unknown is a row of dots.
inline std::string bar(std::optional<double> share, std::size_t width) {
  if (!share) return std::string(width, '.');
  auto filled = static_cast<std::size_t>(std::floor(std::clamp(*share, 0.0, 1.0) * static_cast<double>(width)));
  if (*share < 1 && filled == width) filled = width - 1;
  return std::string(filled, '#') + std::string(width - filled, '-');
}

}  // namespace lytes::report

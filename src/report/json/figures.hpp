#pragma once

#include <cmath>
#include <optional>

#include "json/text.hpp"

namespace lytes::report {

/// Infinite and undefined figures are null.
inline Json exact(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }
inline Json exact(const std::optional<double>& value) { return value ? exact(*value) : Json(nullptr); }

inline Json interval(double lower, double upper) { return Json::array({exact(lower), exact(upper)}); }

}  // namespace lytes::report

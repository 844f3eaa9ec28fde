#pragma once

#include <chrono>

#include "lytes/calendar/day.hpp"
#include "lytes/calendar/zone.hpp"

namespace lytes::safety {

/// The evening's date that a night begins with.
inline calendar::Day night_of(calendar::LocalTime local) {
  return calendar::Day(std::chrono::floor<std::chrono::days>(local - std::chrono::hours{12}).time_since_epoch());
}

/// Between 23:00 and 06:00.
inline bool is_at_night(calendar::LocalTime local) {
  const auto since_midnight = local - std::chrono::floor<std::chrono::days>(local);
  return since_midnight >= std::chrono::hours{23} || since_midnight < std::chrono::hours{6};
}

}  // namespace lytes::safety

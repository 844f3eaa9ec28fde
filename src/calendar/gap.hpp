#pragma once

#include <cstddef>
#include <string_view>

#include "lytes/calendar/zone.hpp"
#include "lytes/errors.hpp"

namespace lytes::calendar {

/// What to say of a local time that clocks skipped, with the nearest times on both sides.
/// @param gap a reading with Times::Never
InputError skipped_time(const LocalReading& gap, std::string_view text, std::size_t place);

}  // namespace lytes::calendar

#pragma once

#include "lytes/calendar/moment.hpp"

namespace lytes::cli {

/// The moment at which clocks showed `local`, for times that nobody said of this day. Where clocks were put forward
/// over it, the moment at which it would have been, which they showed as later: 02:30 becomes 03:30.
/// @throws InputError outside the years 1900 to 2199
calendar::Moment moment_past_gap(calendar::LocalTime local, const calendar::Reckoning& reckoning);

}  // namespace lytes::cli

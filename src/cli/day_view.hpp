#pragma once

#include "lytes/calendar/day.hpp"
#include "terms.hpp"

namespace lytes::cli {

/// The page of one day.
void show_day(Session& session, calendar::Day day);

}  // namespace lytes::cli

#pragma once

#include "lytes/calendar/day.hpp"

namespace lytes::cli {

class Session;

/// The page of one day.
void show_day(Session& session, calendar::Day day);

}  // namespace lytes::cli

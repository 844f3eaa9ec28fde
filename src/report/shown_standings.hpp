#pragma once

#include <array>

#include "lytes/report/restraint.hpp"
#include "lytes/timeline/summary.hpp"

namespace lytes::report {

/// The day's standings as this person may see them: never short of what must not be suggested.
std::array<timeline::Standing, 4> shown_standings(const timeline::DayRow& row, const Restraint& restraint);

}  // namespace lytes::report

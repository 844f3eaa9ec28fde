#pragma once

#include "json/text.hpp"
#include "lytes/timeline/day_row.hpp"

namespace lytes::report {

/// One row of `week --json` and `report --json`.
Json day_row_json(const timeline::DayRow& row);

}  // namespace lytes::report

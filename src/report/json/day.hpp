#pragma once

#include "json/text.hpp"
#include "lytes/safety/aims.hpp"
#include "lytes/timeline/day_row.hpp"

namespace lytes::report {

/// One row of `week --json` and `report --json`. A target that is no goal for this person is null, and so is whether it
/// was missed.
Json day_row_json(const timeline::DayRow& row, const safety::Aims& aims);

}  // namespace lytes::report

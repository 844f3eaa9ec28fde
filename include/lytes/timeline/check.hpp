#pragma once

#include "lytes/storage/finding.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::journal {
struct PlainSums;
}

namespace lytes::timeline {

/// Holds the days' totals against what SQL alone adds up over the same days.
storage::Finding check_totals(const Timeline& timeline, const journal::PlainSums& sums);

}  // namespace lytes::timeline

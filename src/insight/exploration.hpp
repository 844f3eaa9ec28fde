#pragma once

#include <span>
#include <vector>

#include "diary_series.hpp"
#include "lytes/insight/exploration.hpp"
#include "lytes/stats/scored_series.hpp"

namespace lytes::insight {

/// @param deficient the diary's, beside its spasms
LagProfile lag_profile(const DiarySeries& diary, std::span<const stats::ScoredSeries, exposure_count> deficient);
std::vector<FactorAssociation> factor_associations(const DiarySeries& diary, const stats::Outcome& outcome);

}  // namespace lytes::insight

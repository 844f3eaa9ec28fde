#pragma once

#include <vector>

#include "diary_series.hpp"
#include "lytes/insight/exploration.hpp"
#include "lytes/stats/outcome.hpp"

namespace lytes::insight {

LagProfile lag_profile(const DiarySeries& diary, const stats::Outcome& outcome);
std::vector<FactorAssociation> factor_associations(const DiarySeries& diary, const stats::Outcome& outcome);

}  // namespace lytes::insight

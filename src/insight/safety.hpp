#pragma once

#include <vector>

#include "diary_series.hpp"
#include "lytes/insight/evidence.hpp"

namespace lytes::insight {

/// Every sign that stands beside a spasm of these days or that its numbers say, urgent ones first, then by name.
std::vector<RedFlag> red_flags_of(Rows rows);

/// What the sums of these days and the profile call for.
std::vector<DatedCaution> cautions_of(Rows rows, const targets::TargetBook& targets,
                                      const targets::PersonalAdvice& personal);

}  // namespace lytes::insight

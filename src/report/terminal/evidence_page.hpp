#pragma once

#include <string>

#include "lytes/insight/evidence.hpp"
#include "lytes/report/style.hpp"

namespace lytes::report {

/// What the evidence says, for a terminal: signs for a doctor first, then the three comparisons, the exploratory part,
/// what to do next, and what all this can tell.
std::string evidence_page(const insight::Evidence& evidence, const Style& style);

}  // namespace lytes::report

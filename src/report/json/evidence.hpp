#pragma once

#include "json/text.hpp"
#include "lytes/insight/evidence.hpp"

namespace lytes::report {

/// Adds everything that the evidence says to a page's JSON: "associations", "lag_screen", "red_flags", ...
///
/// Figures of the estimates are given as they are, unrounded, so that another program can check them.
void add_evidence_json(Json& page, const insight::Evidence& evidence);

}  // namespace lytes::report

#pragma once

#include <string>

#include "lytes/report/style.hpp"
#include "lytes/timeline/before_spasm.hpp"

namespace lytes::report {

/// The 24 hours before a spasm beside the usual ones: a line for each figure that is known.
std::string before_page(const timeline::BeforeSpasm& before, const Style& style);

/// {"before":{"at":"2026-11-26T10:52:00+01:00","site":"upper back","usual_days":41,"figures":{"fluid_ml":{...}}}}
std::string before_json(const timeline::BeforeSpasm& before);

}  // namespace lytes::report

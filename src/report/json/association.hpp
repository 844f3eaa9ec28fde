#pragma once

#include "json/text.hpp"
#include "lytes/insight/association.hpp"

namespace lytes::report {

/// One exposure, with every figure that docs/statistics.md names.
Json association_json(const insight::Association& association);

}  // namespace lytes::report

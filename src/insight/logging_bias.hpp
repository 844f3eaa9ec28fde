#pragma once

#include "diary_series.hpp"
#include "lytes/insight/evidence.hpp"

namespace lytes::insight {

/// @param days the last of which may still be going on and is not looked at
LoggingBias logging_bias(Facts days);

}  // namespace lytes::insight

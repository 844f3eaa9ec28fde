#pragma once

#include "html/chart.hpp"
#include "lytes/insight/evidence.hpp"

namespace lytes::report {

/// Rate ratios of the three with their intervals, on an axis where a doubling is as far as a halving.
Chart ratios_chart(const insight::Evidence& evidence);

/// The search over days before: its statistic for each lag and window. Only for a profile that has questions.
Chart lags_chart(const insight::LagProfile& lags);

}  // namespace lytes::report

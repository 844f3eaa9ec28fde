#pragma once

#include "count_regression.hpp"
#include "lytes/stats/poisson_regression.hpp"

namespace lytes::stats {

/// A model as callers see it, with covariance and goodness of fit.
CountFit to_count_fit(const CountModel& model, Series counts, double theta);

}  // namespace lytes::stats

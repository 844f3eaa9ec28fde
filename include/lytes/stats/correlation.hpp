#pragma once

#include <cstddef>

#include "lytes/stats/series.hpp"

namespace lytes::stats {

/// A correlation over the days known in both series. For a lag, give `lagged(x, lag)`.
struct Correlation {
  Status status = Status::TooFewEvents;  ///< Ok, or TooFewEvents if fewer than 3 pairs or one side does not vary
  std::size_t pairs = 0;
  double coefficient = 0.0;
  /// What a textbook gives, taking days as independent. Days that follow each other are not, so no page prints it;
  /// it is here to be compared with other programs. For a p that holds see `shifted_spearman`.
  double p_if_independent = 1.0;
};

/// Checked against R cor.test(method = "pearson").
/// @throws std::invalid_argument if lengths differ or a known value is not finite
Correlation pearson(Series x, Series y);

/// Pearson on midranks of the paired days, which is right under ties. R cor.test(method = "spearman", exact = FALSE).
Correlation spearman(Series x, Series y);

/// Tau-b with its tie terms, by merge sort (Knight 1966). R cor.test(method = "kendall", exact = FALSE).
Correlation kendall_tau_b(Series x, Series y);

}  // namespace lytes::stats

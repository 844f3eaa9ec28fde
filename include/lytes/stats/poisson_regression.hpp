#pragma once

#include <cstddef>
#include <vector>

#include "lytes/stats/design.hpp"
#include "lytes/stats/series.hpp"

namespace lytes::stats {

/// What became of one column of a design.
enum class ColumnState {
  Estimated,
  Aliased,   ///< a sum of earlier columns on the days used; its coefficient is 0 and it counts as absent
  Diverging  ///< the events leave it no finite value
};

/// A log-linear model of counts.
struct CountFit {
  /// Ok; TooFewEvents without a row or without an event; Separated if a column diverges;
  /// RankDeficient if one is aliased and none diverges; NotConverged.
  /// An aliased or diverging calendar column leaves the other columns sound.
  Status status = Status::TooFewEvents;
  std::vector<double> coefficients;  ///< as the design's columns
  std::vector<double> covariance;    ///< inverse expected information, columns x columns; 0 where aliased
  std::vector<ColumnState> columns;
  std::vector<double> fitted;  ///< expected count on every day, used or not
  std::vector<double> score;   ///< what each day adds per unit of a regressor: y - mu for Poisson; 0 on unused days
  std::size_t rows = 0;        ///< days used
  std::size_t rank = 0;        ///< columns that are not aliased
  double log_likelihood = 0.0;
  double deviance = 0.0;
  double pearson_chi2 = 0.0;
  double dispersion = 1.0;  ///< Pearson chi2 / (rows - rank), 1 if no row is left over

  double standard_error(std::size_t column) const;
};

/// Poisson regression with log link over the days on which `counts` is known.
///
/// Newton's method with step halving (for this link the same as Fisher scoring, McCullagh & Nelder 1989, ch. 2).
/// Quasi-Poisson errors are `standard_error` times sqrt(dispersion). Checked against R glm(family = poisson).
/// @throws std::invalid_argument if lengths differ, or a known count is negative or not finite
CountFit poisson_regression(const Design& design, Series counts);

}  // namespace lytes::stats

#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <span>
#include <vector>

#include "lytes/stats/design.hpp"

namespace lytes::stats {

/// Row-major, because its factor is read along rows.
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Vector = Eigen::VectorXd;

/// X c, one value a day.
Vector times(const Design& design, const Vector& coefficients);

/// X' v.
Vector transpose_times(const Design& design, const Vector& per_day);

/// X' diag(w) X, lower triangle only. A day of weight 0 is not used.
Matrix weighted_gram(const Design& design, const Vector& weights);

/// Cholesky factor of a Gram matrix that leaves out every column which the ones before it already explain.
///
/// Skips what is zero ahead of each row's first entry: a spline's columns are a band, so ten years of days with
/// 68 columns costs hardly more than the eight columns that are full.
class GramFactor {
 public:
  /// @param own_share_needed of a column's sum of squares; a squared sine, so 1e-11 is an angle of 3e-6. Rounding here
  ///        is near 1e-15.
  explicit GramFactor(const Matrix& gram, double own_share_needed = 1e-11);

  /// Solves gram x = b; 0 where aliased.
  Vector solve(const Vector& b) const;
  /// A generalised inverse: 0 in the rows and columns that are aliased.
  Matrix inverse() const;

  bool aliased(std::size_t column) const { return aliased_[column] != 0; }
  std::size_t rank() const;
  /// What is left of a column's weighted sum of squares after the ones before it. 0 where aliased.
  double pivot(std::size_t column) const;

 private:
  std::size_t size() const { return aliased_.size(); }

  Matrix lower_;
  std::vector<Eigen::Index> first_;  ///< column of each row's first entry
  std::vector<unsigned char> aliased_;
};

}  // namespace lytes::stats

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
Vector times(const DesignView& design, const Vector& coefficients);

/// X' v.
Vector transpose_times(const DesignView& design, const Vector& per_day);

/// The lower triangle of a symmetric matrix, each row from its first entry that may not be zero: a spline's columns are
/// a band, and of a hundred years of days most of the square is nothing.
class LowerRows {
 public:
  LowerRows() = default;
  /// All entries zero.
  /// @param first the first column of each row
  explicit LowerRows(std::vector<std::size_t> first);

  std::size_t size() const { return first_.size(); }
  std::size_t first(std::size_t row) const { return first_[row]; }
  /// @param column from `first(row)` to `row`
  double& at(std::size_t row, std::size_t column) { return values_[begin_[row] + column]; }
  const double& at(std::size_t row, std::size_t column) const { return values_[begin_[row] + column]; }
  /// A row from its first entry to the diagonal.
  std::span<double> row(std::size_t row) { return {&at(row, first(row)), row + 1 - first(row)}; }
  std::span<const double> row(std::size_t row) const { return {&at(row, first(row)), row + 1 - first(row)}; }

 private:
  std::vector<std::size_t> first_;
  std::vector<std::size_t> begin_;  ///< where column 0 of the row would stand, which may be before the values
  std::vector<double> values_;
};

/// X' diag(w) X. A day of weight 0 is not used.
LowerRows weighted_gram(const DesignView& design, const Vector& weights);

/// Cholesky factor of a Gram matrix that leaves out every column which the ones before it already explain.
///
/// What is zero ahead of each row's first entry stays so: ten years of days with 68 columns cost hardly more than the
/// eight columns that are full.
class GramFactor {
 public:
  GramFactor() = default;
  /// @param own_share_needed of a column's sum of squares; a squared sine, so 1e-11 is an angle of 3e-6. Rounding here
  ///        is near 1e-15.
  explicit GramFactor(LowerRows gram, double own_share_needed = 1e-11);

  /// Solves gram x = b; 0 where aliased.
  Vector solve(const Vector& b) const;
  /// A generalised inverse: 0 in the rows and columns that are aliased.
  Matrix inverse() const;

  std::size_t size() const { return aliased_.size(); }  ///< columns
  bool aliased(std::size_t column) const { return aliased_[column] != 0; }
  std::size_t rank() const;
  /// What is left of a column's weighted sum of squares after the ones before it. 0 where aliased.
  double pivot(std::size_t column) const;

 private:
  LowerRows lower_;
  std::vector<unsigned char> aliased_;
};

}  // namespace lytes::stats

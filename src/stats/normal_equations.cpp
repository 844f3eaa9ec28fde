#include "normal_equations.hpp"

#include <algorithm>
#include <cmath>

namespace lytes::stats {
namespace {

using Eigen::Index;

/// A column is aliased when less than this share of its sum of squares is its own. The share is a squared sine, so
/// this is an angle of 3e-6; R's glm drops columns below 1e-11 after forming no squares, and rounding here is near
/// 1e-15.
constexpr double own_share_needed = 1e-11;
constexpr double smallest_sum_of_squares = 1e-280;

Index at(std::size_t place) { return static_cast<Index>(place); }

Eigen::Map<const Eigen::MatrixXd> plain_of(const Design& design) {
  return {design.plain().data(), at(design.days()), at(design.plain_columns())};
}

/// The calendar's own block.
void add_calendar_block(const CalendarTerms& calendar, const Vector& weights, Matrix& gram) {
  const std::size_t width = calendar.spline_width();
  for (std::size_t day = 0; day < calendar.days(); ++day) {
    const double weight = weights[at(day)];
    if (weight == 0.0) continue;
    const Index first = at(calendar.first_spline(day));
    const auto& spline = calendar.spline(day);
    for (std::size_t row = 0; row < width; ++row) {
      const double weighted = weight * spline[row];
      for (std::size_t column = 0; column <= row; ++column)
        gram(first + at(row), first + at(column)) += weighted * spline[column];
    }
    const std::size_t weekday = calendar.weekday(day);
    if (weekday == calendar.weekday_columns()) continue;
    const Index row = at(calendar.spline_columns() + weekday);
    for (std::size_t column = 0; column < width; ++column) gram(row, first + at(column)) += weight * spline[column];
    gram(row, row) += weight;
  }
}

/// X' v for the calendar's columns.
template <typename Sums>
void add_calendar_sums(const CalendarTerms& calendar, const double* per_day, Sums&& sums) {
  const std::size_t width = calendar.spline_width();
  for (std::size_t day = 0; day < calendar.days(); ++day) {
    const double value = per_day[day];
    if (value == 0.0) continue;
    const Index first = at(calendar.first_spline(day));
    const auto& spline = calendar.spline(day);
    for (std::size_t column = 0; column < width; ++column) sums[first + at(column)] += value * spline[column];
    const std::size_t weekday = calendar.weekday(day);
    if (weekday != calendar.weekday_columns()) sums[at(calendar.spline_columns() + weekday)] += value;
  }
}

/// Plain columns against the calendar's. Days between two knots share their spline columns, so that each stretch of
/// them is one small product.
/// @param weighted the plain columns times the weights
void add_cross_block(const CalendarTerms& calendar, const Eigen::MatrixXd& weighted, Matrix& gram) {
  using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const Index plain_columns = weighted.cols();
  const Index plain = gram.rows() - plain_columns;
  const Index width = at(calendar.spline_width());
  const Eigen::OuterStride<> stride(at(CalendarTerms::widest));
  for (std::size_t day = 0; day < calendar.days();) {
    const std::size_t first = calendar.first_spline(day);
    std::size_t end = day + 1;
    while (end < calendar.days() && calendar.first_spline(end) == first) ++end;
    const Index length = at(end - day);
    const Eigen::Map<const Rows, 0, Eigen::OuterStride<>> splines(calendar.spline(day).data(), length, width, stride);
    gram.block(plain, at(first), plain_columns, width).noalias() +=
        weighted.middleRows(at(day), length).transpose() * splines;
    day = end;
  }
  for (std::size_t day = 0; day < calendar.days(); ++day) {
    const std::size_t weekday = calendar.weekday(day);
    if (weekday == calendar.weekday_columns()) continue;
    const Index column = at(calendar.spline_columns() + weekday);
    for (Index row = 0; row < plain_columns; ++row) gram(plain + row, column) += weighted(at(day), row);
  }
}

}  // namespace

Vector times(const Design& design, const Vector& coefficients) {
  Vector result = Vector::Zero(at(design.days()));
  if (design.plain_columns() > 0) result.noalias() = plain_of(design) * coefficients.tail(at(design.plain_columns()));
  const CalendarTerms* calendar = design.calendar();
  if (!calendar) return result;
  const std::size_t width = calendar->spline_width();
  for (std::size_t day = 0; day < design.days(); ++day) {
    const Index first = at(calendar->first_spline(day));
    const auto& spline = calendar->spline(day);
    double sum = 0.0;
    for (std::size_t column = 0; column < width; ++column) sum += spline[column] * coefficients[first + at(column)];
    const std::size_t weekday = calendar->weekday(day);
    if (weekday != calendar->weekday_columns()) sum += coefficients[at(calendar->spline_columns() + weekday)];
    result[at(day)] += sum;
  }
  return result;
}

Vector transpose_times(const Design& design, const Vector& per_day) {
  Vector sums = Vector::Zero(at(design.columns()));
  if (design.calendar()) add_calendar_sums(*design.calendar(), per_day.data(), sums);
  if (design.plain_columns() > 0) {
    sums.tail(at(design.plain_columns())).noalias() = plain_of(design).transpose() * per_day;
  }
  return sums;
}

Matrix weighted_gram(const Design& design, const Vector& weights) {
  Matrix gram = Matrix::Zero(at(design.columns()), at(design.columns()));
  const Index plain_columns = at(design.plain_columns());
  if (design.calendar()) add_calendar_block(*design.calendar(), weights, gram);
  if (plain_columns == 0) return gram;

  const auto plain = plain_of(design);
  if (design.calendar()) add_cross_block(*design.calendar(), plain.array().colwise() * weights.array(), gram);
  const Eigen::MatrixXd scaled = plain.array().colwise() * weights.array().sqrt();
  Eigen::MatrixXd block = Eigen::MatrixXd::Zero(plain_columns, plain_columns);
  block.selfadjointView<Eigen::Lower>().rankUpdate(scaled.transpose());
  gram.bottomRightCorner(plain_columns, plain_columns) = block;
  return gram;
}

GramFactor::GramFactor(const Matrix& gram)
    : lower_(Matrix::Zero(gram.rows(), gram.cols())),
      first_(static_cast<std::size_t>(gram.rows()), 0),
      aliased_(static_cast<std::size_t>(gram.rows()), 0) {
  for (Index row = 0; row < gram.rows(); ++row) {
    Index first = 0;
    while (first < row && gram(row, first) == 0.0) ++first;
    first_[static_cast<std::size_t>(row)] = first;
    for (Index column = first; column < row; ++column) {
      if (aliased_[static_cast<std::size_t>(column)]) continue;
      const Index from = std::max(first, first_[static_cast<std::size_t>(column)]);
      const Index length = column - from;
      const double explained = lower_.row(row).segment(from, length).dot(lower_.row(column).segment(from, length));
      lower_(row, column) = (gram(row, column) - explained) / lower_(column, column);
    }
    const double own = gram(row, row) - lower_.row(row).segment(first, row - first).squaredNorm();
    if (gram(row, row) < smallest_sum_of_squares || !(own > own_share_needed * gram(row, row))) {
      aliased_[static_cast<std::size_t>(row)] = 1;
      lower_.row(row).setZero();
    } else {
      lower_(row, row) = std::sqrt(own);
    }
  }
}

Vector GramFactor::solve(const Vector& b) const {
  Vector x = b;
  for (std::size_t row = 0; row < size(); ++row) {
    const Index i = at(row);
    if (aliased_[row]) {
      x[i] = 0.0;
      continue;
    }
    const Index length = i - first_[row];
    x[i] = (x[i] - lower_.row(i).segment(first_[row], length).dot(x.segment(first_[row], length))) / lower_(i, i);
  }
  for (std::size_t row = size(); row-- > 0;) {
    if (aliased_[row]) continue;
    const Index i = at(row);
    x[i] /= lower_(i, i);
    const Index length = i - first_[row];
    x.segment(first_[row], length) -= x[i] * lower_.row(i).segment(first_[row], length).transpose();
  }
  for (std::size_t row = 0; row < size(); ++row) {
    if (aliased_[row]) x[at(row)] = 0.0;
  }
  return x;
}

Matrix GramFactor::inverse() const {
  Matrix result = Matrix::Zero(lower_.rows(), lower_.cols());
  for (std::size_t column = 0; column < size(); ++column) {
    if (!aliased_[column]) result.col(at(column)) = solve(Vector::Unit(lower_.rows(), at(column)));
  }
  return result;
}

std::size_t GramFactor::rank() const {
  return size() - static_cast<std::size_t>(std::count(aliased_.begin(), aliased_.end(), 1));
}

double GramFactor::pivot(std::size_t column) const {
  const double root = lower_(at(column), at(column));
  return root * root;
}

}  // namespace lytes::stats

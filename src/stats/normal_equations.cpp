#include "normal_equations.hpp"

#include <algorithm>
#include <cmath>

namespace lytes::stats {
namespace {

using Eigen::Index;

constexpr double smallest_sum_of_squares = 1e-280;

Index at(std::size_t place) { return static_cast<Index>(place); }

Eigen::Map<const Eigen::MatrixXd> plain_of(const Design& design) {
  return {design.plain().data(), at(design.days()), at(design.plain_columns())};
}

using Spline = Eigen::Matrix<double, CalendarTerms::widest, 1>;
/// What each weekday column gathers; the last place is for the days that have none.
template <int rows>
using PerWeekday = Eigen::Matrix<double, rows, CalendarTerms::most_weekdays + 1>;

/// The day's spline values; those beyond the spline's width are 0.
Eigen::Map<const Spline> spline_on(const CalendarTerms& calendar, std::size_t day) {
  return Eigen::Map<const Spline>(calendar.spline(day).data());
}

/// The calendar's own block. Days between two knots share their spline columns, so a stretch of them is summed up in a
/// few local numbers.
void add_calendar_block(const CalendarTerms& calendar, const Vector& weights, Matrix& gram) {
  const Index width = at(calendar.spline_width());
  const Index weekdays = at(calendar.weekday_columns());
  const Index first_weekday = at(calendar.spline_columns());
  for (const CalendarTerms::Stretch& stretch : calendar.stretches()) {
    Eigen::Matrix<double, CalendarTerms::widest, CalendarTerms::widest> splines;
    PerWeekday<CalendarTerms::widest> crossed;
    PerWeekday<1> weekday_weights;
    splines.setZero();
    crossed.setZero();
    weekday_weights.setZero();
    for (std::size_t day = stretch.first_day; day < stretch.end_day; ++day) {
      const double weight = weights[at(day)];
      const Spline weighted = weight * spline_on(calendar, day);
      const Index weekday = at(calendar.weekday(day));
      splines.noalias() += weighted * spline_on(calendar, day).transpose();
      crossed.col(weekday) += weighted;
      weekday_weights[weekday] += weight;
    }
    const Index first = at(stretch.first_column);
    gram.block(first, first, width, width).triangularView<Eigen::Lower>() += splines.topLeftCorner(width, width);
    gram.block(first_weekday, first, weekdays, width) += crossed.topLeftCorner(width, weekdays).transpose();
    gram.diagonal().segment(first_weekday, weekdays) += weekday_weights.head(weekdays).transpose();
  }
}

/// The calendar's columns times a value a day: X' v, added to `sums`, which may be a row of a matrix.
template <typename PerDay, typename Sums>
void add_calendar_sums(const CalendarTerms& calendar, const PerDay& per_day, Sums&& sums) {
  const Index width = at(calendar.spline_width());
  const Index weekdays = at(calendar.weekday_columns());
  PerWeekday<1> by_weekday;
  by_weekday.setZero();
  for (const CalendarTerms::Stretch& stretch : calendar.stretches()) {
    Spline splines;
    splines.setZero();
    for (std::size_t day = stretch.first_day; day < stretch.end_day; ++day) {
      const double value = per_day[at(day)];
      splines += value * spline_on(calendar, day);
      by_weekday[at(calendar.weekday(day))] += value;
    }
    for (Index column = 0; column < width; ++column) sums[at(stretch.first_column) + column] += splines[column];
  }
  for (Index column = 0; column < weekdays; ++column)
    sums[at(calendar.spline_columns()) + column] += by_weekday[column];
}

}  // namespace

Vector times(const Design& design, const Vector& coefficients) {
  Vector result(at(design.days()));
  if (design.plain_columns() > 0) {
    result.noalias() = plain_of(design) * coefficients.tail(at(design.plain_columns()));
  } else {
    result.setZero();
  }
  const CalendarTerms* calendar = design.calendar();
  if (!calendar) return result;
  const Index width = at(calendar->spline_width());
  PerWeekday<1> of_weekday;
  of_weekday.setZero();
  of_weekday.head(at(calendar->weekday_columns())) =
      coefficients.segment(at(calendar->spline_columns()), at(calendar->weekday_columns())).transpose();
  for (const CalendarTerms::Stretch& stretch : calendar->stretches()) {
    Spline of_spline;
    of_spline.setZero();
    of_spline.head(width) = coefficients.segment(at(stretch.first_column), width);
    for (std::size_t day = stretch.first_day; day < stretch.end_day; ++day) {
      result[at(day)] += spline_on(*calendar, day).dot(of_spline) + of_weekday[at(calendar->weekday(day))];
    }
  }
  return result;
}

Vector transpose_times(const Design& design, const Vector& per_day) {
  Vector sums = Vector::Zero(at(design.columns()));
  if (design.calendar()) add_calendar_sums(*design.calendar(), per_day, sums);
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
  const Index first_plain = gram.rows() - plain_columns;
  Vector weighted(plain.rows());
  for (Index column = 0; column < plain_columns; ++column) {
    weighted = plain.col(column).cwiseProduct(weights);
    const Index row = first_plain + column;
    if (design.calendar()) add_calendar_sums(*design.calendar(), weighted, gram.row(row));
    gram.row(row).segment(first_plain, column + 1).noalias() =
        (plain.leftCols(column + 1).transpose() * weighted).transpose();
  }
  return gram;
}

GramFactor::GramFactor(const Matrix& gram, double own_share_needed)
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

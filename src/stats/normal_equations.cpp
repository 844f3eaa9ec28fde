#include "normal_equations.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

namespace lytes::stats {
namespace {

using Eigen::Index;

constexpr double smallest_sum_of_squares = 1e-280;
constexpr std::size_t widest = CalendarTerms::widest;

Index at(std::size_t place) { return static_cast<Index>(place); }

Eigen::Map<const Eigen::MatrixXd> plain_of(const DesignView& design) {
  return {design.plain.data(), at(design.days), at(design.plain_columns())};
}

Eigen::Map<const Vector> part(std::span<const double> values, std::size_t first, std::size_t count) {
  return {values.data() + first, at(count)};
}

/// What each weekday column gathers; the last place is for the days that have none.
using PerWeekday = std::array<double, CalendarTerms::most_weekdays + 1>;
using PerSpline = std::array<double, widest>;

/// Sums of four series times one, two days at a time: what most of the work here comes to.
PerSpline four_dots(const std::array<const double*, widest>& series, const double* one, std::size_t days) {
  using Two = Eigen::Array<double, 2, 1>;
  std::array<Two, widest> sums;
  sums.fill(Two::Zero());
  std::size_t day = 0;
  for (; day + 2 <= days; day += 2) {
    const Two value = Eigen::Map<const Two>(one + day);
    for (std::size_t k = 0; k < widest; ++k) sums[k] += value * Eigen::Map<const Two>(series[k] + day);
  }
  PerSpline found{};
  for (std::size_t k = 0; k < widest; ++k) {
    found[k] = sums[k][0] + sums[k][1];
    if (day < days) found[k] += one[day] * series[k][day];
  }
  return found;
}

std::array<const double*, widest> splines_from(const CalendarTerms& calendar, std::size_t day) {
  std::array<const double*, widest> from{};
  for (std::size_t k = 0; k < widest; ++k) from[k] = calendar.spline(k).data() + day;
  return from;
}

PerWeekday by_weekday(const CalendarTerms& calendar, const double* per_day, std::size_t first, std::size_t end) {
  PerWeekday sums{};
  double* const sum = sums.data();
  const std::uint8_t* const weekday = calendar.weekdays().data();
  for (std::size_t day = first; day < end; ++day) sum[weekday[day]] += per_day[day];
  return sums;
}

/// The calendar's own block. Days between two knots share their spline columns, so a stretch of them is summed up in a
/// few local numbers.
void add_calendar_block(const CalendarTerms& calendar, const Vector& weights, LowerRows& gram) {
  const std::size_t width = calendar.spline_width();
  const std::size_t weekdays = calendar.weekday_columns();
  const std::size_t first_weekday = calendar.spline_columns();
  Vector weighted(weights.size());
  for (const CalendarTerms::Stretch& stretch : calendar.stretches()) {
    const std::size_t days = stretch.end_day - stretch.first_day;
    const std::size_t first = stretch.first_column;
    const auto splines = splines_from(calendar, stretch.first_day);
    for (std::size_t row = 0; row < width; ++row) {
      const auto here = weighted.segment(at(stretch.first_day), at(days));
      weighted.segment(at(stretch.first_day), at(days)) =
          weights.segment(at(stretch.first_day), at(days))
              .cwiseProduct(part(calendar.spline(row), stretch.first_day, days));
      const PerSpline sums = four_dots(splines, here.data(), days);
      for (std::size_t column = 0; column <= row; ++column) gram.at(first + row, first + column) += sums[column];
      const PerWeekday crossed = by_weekday(calendar, weighted.data(), stretch.first_day, stretch.end_day);
      for (std::size_t weekday = 0; weekday < weekdays; ++weekday) {
        gram.at(first_weekday + weekday, first + row) += crossed[weekday];
      }
    }
  }
  const PerWeekday sums = by_weekday(calendar, weights.data(), 0, calendar.days());
  for (std::size_t weekday = 0; weekday < weekdays; ++weekday) {
    gram.at(first_weekday + weekday, first_weekday + weekday) += sums[weekday];
  }
}

/// The calendar's columns times a value a day: X' v, added to `sums`.
void add_calendar_sums(const CalendarTerms& calendar, const Vector& per_day, double* sums) {
  for (const CalendarTerms::Stretch& stretch : calendar.stretches()) {
    const PerSpline splines = four_dots(splines_from(calendar, stretch.first_day), per_day.data() + stretch.first_day,
                                        stretch.end_day - stretch.first_day);
    for (std::size_t k = 0; k < calendar.spline_width(); ++k) sums[stretch.first_column + k] += splines[k];
  }
  const PerWeekday weekdays = by_weekday(calendar, per_day.data(), 0, calendar.days());
  for (std::size_t column = 0; column < calendar.weekday_columns(); ++column) {
    sums[calendar.spline_columns() + column] += weekdays[column];
  }
}

/// One after another, as the sums of a factor are told to the last digit in what is exported.
double dot(const double* a, const double* b, std::size_t count) {
  double sum = 0.0;
  for (std::size_t place = 0; place < count; ++place) sum += a[place] * b[place];
  return sum;
}

/// Where the rows of a design's Gram matrix begin: only splines that overlap have something in common.
std::vector<std::size_t> first_entries(const DesignView& design) {
  std::vector<std::size_t> first(design.columns(), 0);
  const std::size_t splines = design.calendar ? design.calendar->spline_columns() : 0;
  for (std::size_t row = widest; row < splines; ++row) first[row] = row - (widest - 1);
  return first;
}

}  // namespace

Vector times(const DesignView& design, const Vector& coefficients) {
  Vector result(at(design.days));
  if (design.plain_columns() > 0) {
    result.noalias() = plain_of(design) * coefficients.tail(at(design.plain_columns()));
  } else {
    result.setZero();
  }
  const CalendarTerms* calendar = design.calendar;
  if (!calendar) return result;
  PerWeekday of_weekday{};
  for (std::size_t column = 0; column < calendar->weekday_columns(); ++column) {
    of_weekday[column] = coefficients[at(calendar->spline_columns() + column)];
  }
  const double* const value = of_weekday.data();
  const std::uint8_t* const weekday = calendar->weekdays().data();
  for (std::size_t day = 0; day < design.days; ++day) result[at(day)] += value[weekday[day]];
  for (const CalendarTerms::Stretch& stretch : calendar->stretches()) {
    const std::size_t days = stretch.end_day - stretch.first_day;
    PerSpline of_spline{};
    for (std::size_t k = 0; k < calendar->spline_width(); ++k) {
      of_spline[k] = coefficients[at(stretch.first_column + k)];
    }
    const auto spline = [&](std::size_t k) { return part(calendar->spline(k), stretch.first_day, days); };
    result.segment(at(stretch.first_day), at(days)) +=
        of_spline[0] * spline(0) + of_spline[1] * spline(1) + of_spline[2] * spline(2) + of_spline[3] * spline(3);
  }
  return result;
}

Vector transpose_times(const DesignView& design, const Vector& per_day) {
  Vector sums = Vector::Zero(at(design.columns()));
  if (design.calendar) add_calendar_sums(*design.calendar, per_day, sums.data());
  if (design.plain_columns() > 0) {
    sums.tail(at(design.plain_columns())).noalias() = plain_of(design).transpose() * per_day;
  }
  return sums;
}

LowerRows::LowerRows(std::vector<std::size_t> first) : first_(std::move(first)), begin_(first_.size()) {
  std::size_t end = 0;
  for (std::size_t row = 0; row < first_.size(); ++row) {
    begin_[row] = end - first_[row];  // wraps round where the row's columns are more than the values before it
    end += row + 1 - first_[row];
  }
  values_.resize(end);
}

LowerRows weighted_gram(const DesignView& design, const Vector& weights) {
  LowerRows gram(first_entries(design));
  if (design.calendar) add_calendar_block(*design.calendar, weights, gram);
  const auto plain = plain_of(design);
  const std::size_t first_plain = design.calendar_columns();
  Vector weighted(weights.size());
  for (std::size_t column = 0; column < design.plain_columns(); ++column) {
    weighted = plain.col(at(column)).cwiseProduct(weights);
    double* const row = &gram.at(first_plain + column, 0);
    if (design.calendar) add_calendar_sums(*design.calendar, weighted, row);
    Eigen::Map<Vector>(row + first_plain, at(column + 1)).noalias() =
        plain.leftCols(at(column + 1)).transpose() * weighted;
  }
  return gram;
}

GramFactor::GramFactor(LowerRows gram, double own_share_needed) : lower_(std::move(gram)), aliased_(lower_.size(), 0) {
  for (std::size_t row = 0; row < size(); ++row) {
    const std::span<double> entries = lower_.row(row);
    const std::size_t first = lower_.first(row);
    for (std::size_t column = first; column < row; ++column) {
      double& entry = entries[column - first];
      if (aliased_[column]) {
        entry = 0.0;
      } else {
        const std::span<const double> other = lower_.row(column);
        const std::size_t both = std::max(first, lower_.first(column));
        entry =
            (entry - dot(&entries[both - first], &other[both - lower_.first(column)], column - both)) / other.back();
      }
    }
    double& diagonal = entries.back();
    const double own = diagonal - dot(entries.data(), entries.data(), row - first);
    if (diagonal < smallest_sum_of_squares || !(own > own_share_needed * diagonal)) {
      aliased_[row] = 1;
      std::ranges::fill(entries, 0.0);
    } else {
      diagonal = std::sqrt(own);
    }
  }
}

Vector GramFactor::solve(const Vector& b) const {
  Vector x = b;
  for (std::size_t row = 0; row < size(); ++row) {
    if (aliased_[row]) {
      x[at(row)] = 0.0;
      continue;
    }
    const std::span<const double> entries = lower_.row(row);
    const std::size_t first = lower_.first(row);
    x[at(row)] = (x[at(row)] - dot(entries.data(), x.data() + first, row - first)) / entries.back();
  }
  for (std::size_t row = size(); row-- > 0;) {
    if (aliased_[row]) continue;
    const std::span<const double> entries = lower_.row(row);
    const std::size_t first = lower_.first(row);
    x[at(row)] /= entries.back();
    x.segment(at(first), at(row - first)) -= x[at(row)] * part(entries, 0, row - first);
  }
  for (std::size_t row = 0; row < size(); ++row) {
    if (aliased_[row]) x[at(row)] = 0.0;
  }
  return x;
}

Matrix GramFactor::inverse() const {
  Matrix result = Matrix::Zero(at(size()), at(size()));
  for (std::size_t column = 0; column < size(); ++column) {
    if (!aliased_[column]) result.col(at(column)) = solve(Vector::Unit(at(size()), at(column)));
  }
  return result;
}

std::size_t GramFactor::rank() const {
  return size() - static_cast<std::size_t>(std::count(aliased_.begin(), aliased_.end(), 1));
}

double GramFactor::pivot(std::size_t column) const {
  const double root = lower_.at(column, column);
  return root * root;
}

}  // namespace lytes::stats

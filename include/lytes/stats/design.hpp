#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "lytes/stats/calendar_terms.hpp"

namespace lytes::stats {

/// The regressors of a model, one row a calendar day: calendar terms, if any, then plain columns.
///
/// Days that a fit does not use still have a row; it has to be finite, and it does not count.
class Design {
 public:
  /// Plain columns only. An intercept is a column of ones like any other.
  explicit Design(std::size_t days);
  /// @param calendar shared, because many models of one outcome have the same
  explicit Design(std::shared_ptr<const CalendarTerms> calendar);

  /// Adds a column after those already there.
  /// @throws std::invalid_argument if its length differs or a value is not finite
  void add_column(std::span<const double> values);

  /// The calendar alone.
  Design without_plain() const { return calendar_ ? Design(calendar_) : Design(days_); }

  std::size_t days() const { return days_; }
  std::size_t columns() const { return calendar_columns() + plain_columns(); }
  std::size_t calendar_columns() const { return calendar_ ? calendar_->columns() : 0; }
  std::size_t plain_columns() const { return days_ == 0 ? 0 : plain_.size() / days_; }

  const CalendarTerms* calendar() const { return calendar_.get(); }
  /// Column by column.
  std::span<const double> plain() const { return plain_; }
  std::span<const double> plain_column(std::size_t index) const {
    return std::span<const double>(plain_).subspan(index * days_, days_);
  }

 private:
  std::size_t days_;
  std::shared_ptr<const CalendarTerms> calendar_;
  std::vector<double> plain_;
};

}  // namespace lytes::stats

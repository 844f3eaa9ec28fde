#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "lytes/stats/calendar_terms.hpp"

namespace lytes::stats {

/// The regressors of a model, one row a calendar day, as they are looked at: calendar terms, if any, then plain
/// columns.
struct DesignView {
  std::size_t days = 0;
  const CalendarTerms* calendar = nullptr;
  std::span<const double> plain;  ///< column by column

  std::size_t columns() const { return calendar_columns() + plain_columns(); }
  std::size_t calendar_columns() const { return calendar ? calendar->columns() : 0; }
  std::size_t plain_columns() const { return days == 0 ? 0 : plain.size() / days; }
  std::span<const double> plain_column(std::size_t index) const { return plain.subspan(index * days, days); }
  /// Without what stands behind the first `count` plain columns.
  DesignView first_plain(std::size_t count) const { return {days, calendar, plain.first(count * days)}; }
};

/// The regressors of a model, kept.
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

  /// Makes room for so many plain columns, so that adding them copies none.
  void reserve(std::size_t plain_columns) { plain_.reserve(plain_columns * days_); }

  /// Takes plain columns out.
  /// @param out 1 and 0, one for each plain column
  void remove_columns(std::span<const std::uint8_t> out);

  DesignView view() const { return {days_, calendar_.get(), plain_}; }
  operator DesignView() const { return view(); }  // NOLINT: a design is read wherever its view is

  std::size_t days() const { return days_; }
  std::size_t columns() const { return view().columns(); }
  std::size_t calendar_columns() const { return view().calendar_columns(); }
  std::size_t plain_columns() const { return view().plain_columns(); }

  const CalendarTerms* calendar() const { return calendar_.get(); }
  std::span<const double> plain_column(std::size_t index) const { return view().plain_column(index); }

 private:
  friend Design on_days(const DesignView& design, std::span<const std::uint8_t> used);

  std::size_t days_;
  std::shared_ptr<const CalendarTerms> calendar_;
  std::vector<double> plain_;
};

/// The same on some of the days alone, one after another.
/// @param used 1 and 0, one for each day
Design on_days(const DesignView& design, std::span<const std::uint8_t> used);

}  // namespace lytes::stats

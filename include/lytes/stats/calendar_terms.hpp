#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lytes::stats {

/// How much of the calendar a model takes out.
enum class CalendarForm {
  WeekendAndTrend,   ///< weekend, and a straight line in time: for fewer than 60 events
  WeekdaysAndSpline  ///< six weekday columns, and a natural cubic spline in time
};

/// Columns that any daily series needs: level, weekly rhythm and slow drift, one row a day.
///
/// The drift is a natural cubic spline with `spline_df` degrees of freedom, its df + 1 knots equally spaced from the
/// first day to the last; df 1 is a straight line. It is written in df + 1 local functions that sum to 1, so the level
/// is part of it and a row has at most four that are not zero: that is what keeps ten years cheap. They span what R's
/// ns() and an intercept span, so every other coefficient is the same.
class CalendarTerms {
 public:
  /// @param days at least 2
  /// @param first_weekday weekday of day 0, Monday 0 to Sunday 6; the first column dropped is Monday's
  /// @throws std::invalid_argument otherwise
  CalendarTerms(std::size_t days, int first_weekday, CalendarForm form);

  /// The same with a chosen df instead of max(1, days / 60).
  CalendarTerms(std::size_t days, int first_weekday, CalendarForm form, std::size_t spline_df);

  /// The same on some of these days alone, one after another.
  /// @param days in order
  CalendarTerms on(std::span<const std::uint32_t> days) const;

  std::size_t days() const { return weekday_.size(); }
  std::size_t spline_columns() const { return spline_columns_; }
  std::size_t weekday_columns() const { return weekday_columns_; }
  std::size_t columns() const { return spline_columns_ + weekday_columns_; }

  static constexpr std::size_t widest = 4;
  static constexpr std::size_t most_weekdays = 6;
  std::size_t spline_width() const { return spline_columns_ < widest ? spline_columns_ : widest; }
  /// The first of the (at most `widest`) spline columns that are not zero on this day.
  std::size_t first_spline(std::size_t day) const;
  /// Of these columns the one at `place`, on every day; 0 from `spline_width` on.
  std::span<const double> spline(std::size_t place) const { return spline_[place]; }
  /// Days in a row that share their spline columns.
  struct Stretch {
    std::size_t first_day;
    std::size_t end_day;  ///< one past the last
    std::size_t first_column;
  };
  /// All days, in order.
  const std::vector<Stretch>& stretches() const { return stretches_; }

  /// On each day the weekday column that is 1, or weekday_columns() if none is.
  std::span<const std::uint8_t> weekdays() const { return weekday_; }

 private:
  CalendarTerms(std::size_t spline_columns, std::size_t weekday_columns)
      : spline_columns_(spline_columns), weekday_columns_(weekday_columns) {}

  void begin_day(std::size_t first_spline);

  std::size_t spline_columns_;
  std::size_t weekday_columns_;
  std::array<std::vector<double>, widest> spline_;
  std::vector<Stretch> stretches_;
  std::vector<std::uint8_t> weekday_;
};

}  // namespace lytes::stats

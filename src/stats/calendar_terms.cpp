#include "lytes/stats/calendar_terms.hpp"

#include <algorithm>
#include <stdexcept>

namespace lytes::stats {
namespace {

constexpr std::size_t monday = 0;
constexpr std::size_t saturday = 5;

/// Values of the four uniform cubic B-splines that meet at `u` of the way from one knot to the next.
std::array<double, 4> cubic_pieces(double u) {
  const double rest = 1.0 - u;
  return {rest * rest * rest / 6.0, (3.0 * u * u * u - 6.0 * u * u + 4.0) / 6.0,
          (3.0 * rest * rest * rest - 6.0 * rest * rest + 4.0) / 6.0, u * u * u / 6.0};
}

}  // namespace

CalendarTerms::CalendarTerms(std::size_t days, int first_weekday, CalendarForm form)
    : CalendarTerms(days, first_weekday, form,
                    form == CalendarForm::WeekendAndTrend ? 1 : std::max<std::size_t>(1, days / 60)) {}

CalendarTerms::CalendarTerms(std::size_t days, int first_weekday, CalendarForm form, std::size_t spline_df)
    : spline_columns_(spline_df + 1),
      weekday_columns_(form == CalendarForm::WeekendAndTrend ? 1 : most_weekdays),
      first_spline_(days, 0),
      spline_(days),
      weekday_(days) {
  if (days < 2) throw std::invalid_argument("a calendar has at least two days");
  if (first_weekday < 0 || first_weekday > 6) throw std::invalid_argument("weekdays run from 0 to 6");
  if (spline_df < 1) throw std::invalid_argument("a spline has at least one degree of freedom");

  const std::size_t last = spline_columns_ - 1;
  const double knot_distance = static_cast<double>(days - 1) / static_cast<double>(spline_df);
  for (std::size_t day = 0; day < days; ++day) {
    const double place = static_cast<double>(day) / knot_distance;
    const std::size_t interval = std::min(static_cast<std::size_t>(place), spline_df - 1);
    const std::array<double, 4> piece = cubic_pieces(place - static_cast<double>(interval));

    // B-spline j sits on knot j; one more than there are knots stands at either end. A natural spline has no curvature
    // there, c[-1] - 2 c[0] + c[1] = 0, so the outer one is worth twice its neighbour less the next.
    const std::size_t first = std::min(interval == 0 ? 0 : interval - 1, spline_columns_ - spline_width());
    std::array<double, widest>& row = spline_[day];
    row.fill(0.0);
    first_spline_[day] = first;
    if (stretches_.empty() || stretches_.back().first_column != first) stretches_.push_back({day, day, first});
    ++stretches_.back().end_day;
    for (std::size_t k = 0; k < 4; ++k) {
      const std::size_t knot_plus_1 = interval + k;
      if (knot_plus_1 == 0) {
        row[0 - first] += 2.0 * piece[k];
        row[1 - first] -= piece[k];
      } else if (knot_plus_1 - 1 > last) {
        row[last - first] += 2.0 * piece[k];
        row[last - 1 - first] -= piece[k];
      } else {
        row[knot_plus_1 - 1 - first] += piece[k];
      }
    }

    const std::size_t weekday = (static_cast<std::size_t>(first_weekday) + day) % 7;
    const bool baseline = form == CalendarForm::WeekendAndTrend ? weekday < saturday : weekday == monday;
    const std::size_t column = form == CalendarForm::WeekendAndTrend ? 0 : weekday - 1;
    weekday_[day] = static_cast<std::uint8_t>(baseline ? weekday_columns_ : column);
  }
}

}  // namespace lytes::stats

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
    : CalendarTerms(spline_df + 1, form == CalendarForm::WeekendAndTrend ? 1 : most_weekdays) {
  if (days < 2) throw std::invalid_argument("a calendar has at least two days");
  if (first_weekday < 0 || first_weekday > 6) throw std::invalid_argument("weekdays run from 0 to 6");
  if (spline_df < 1) throw std::invalid_argument("a spline has at least one degree of freedom");

  for (std::vector<double>& column : spline_) column.reserve(days);
  weekday_.reserve(days);
  const std::size_t last = spline_columns_ - 1;
  const double knot_distance = static_cast<double>(days - 1) / static_cast<double>(spline_df);
  for (std::size_t day = 0; day < days; ++day) {
    const double place = static_cast<double>(day) / knot_distance;
    const std::size_t interval = std::min(static_cast<std::size_t>(place), spline_df - 1);
    const std::array<double, 4> piece = cubic_pieces(place - static_cast<double>(interval));

    // B-spline j sits on knot j; one more than there are knots stands at either end. A natural spline has no curvature
    // there, c[-1] - 2 c[0] + c[1] = 0, so the outer one is worth twice its neighbour less the next.
    const std::size_t first = std::min(interval == 0 ? 0 : interval - 1, spline_columns_ - spline_width());
    std::array<double, widest> row{};
    begin_day(first);
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

    for (std::size_t k = 0; k < widest; ++k) spline_[k].push_back(row[k]);

    const std::size_t weekday = (static_cast<std::size_t>(first_weekday) + day) % 7;
    const bool baseline = form == CalendarForm::WeekendAndTrend ? weekday < saturday : weekday == monday;
    const std::size_t column = form == CalendarForm::WeekendAndTrend ? 0 : weekday - 1;
    weekday_.push_back(static_cast<std::uint8_t>(baseline ? weekday_columns_ : column));
  }
}

void CalendarTerms::begin_day(std::size_t first_spline) {
  const std::size_t day = weekday_.size();
  if (stretches_.empty() || stretches_.back().first_column != first_spline) {
    stretches_.push_back({day, day, first_spline});
  }
  ++stretches_.back().end_day;
}

CalendarTerms CalendarTerms::on(std::span<const std::uint32_t> days) const {
  CalendarTerms some(spline_columns_, weekday_columns_);
  for (std::size_t k = 0; k < widest; ++k) {
    some.spline_[k].resize(days.size());
    const double* const from = spline_[k].data();
    double* to = some.spline_[k].data();
    for (const std::uint32_t day : days) *to++ = from[day];
  }
  some.weekday_.resize(days.size());
  std::uint8_t* to = some.weekday_.data();
  for (const std::uint32_t day : days) *to++ = weekday_[day];
  auto first = days.begin();
  for (const Stretch& stretch : stretches_) {
    const auto end = std::lower_bound(first, days.end(), stretch.end_day);
    if (first == end) continue;
    const auto row = [&](auto place) { return static_cast<std::size_t>(place - days.begin()); };
    some.stretches_.push_back({row(first), row(end), stretch.first_column});
    first = end;
  }
  return some;
}

std::size_t CalendarTerms::first_spline(std::size_t day) const {
  const auto after = std::ranges::upper_bound(stretches_, day, {}, &Stretch::first_day);
  return (after - 1)->first_column;
}

}  // namespace lytes::stats

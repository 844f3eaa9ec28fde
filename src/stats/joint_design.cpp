#include "joint_design.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "count_regression.hpp"
#include "lytes/stats/outcome.hpp"

namespace lytes::stats {
namespace {

using Eigen::Index;

constexpr double known_share_needed = 0.3;
constexpr double least_factor_spread = 1e-9;
constexpr double events_a_column = 5.0;
constexpr std::size_t columns_before_factors = 6;
constexpr std::size_t least_known_rows = 20;
constexpr double least_exposure_spread = 1e-6;
constexpr double least_rows = 30;
constexpr double least_events = 5;
/// A column of which less than this share of its sum of squares is its own is left out.
constexpr double own_share_needed = 1e-9;

struct Moments {
  double known = 0;
  double spread = 0;  ///< standard deviation over the known rows
};

Moments moments(Series series, const std::vector<std::uint8_t>& rows) {
  Moments found;
  double sum = 0;
  for (std::size_t day = 0; day < rows.size(); ++day) {
    if (!rows[day] || !series.known[day]) continue;
    ++found.known;
    sum += series.values[day];
  }
  if (found.known == 0) return found;
  const double mean = sum / found.known;
  double squares = 0;
  for (std::size_t day = 0; day < rows.size(); ++day) {
    if (rows[day] && series.known[day]) squares += (series.values[day] - mean) * (series.values[day] - mean);
  }
  found.spread = std::sqrt(squares / found.known);
  return found;
}

Arms arms_of(Series exposure, Series counts, const std::vector<std::uint8_t>& rows) {
  Arms arms;
  for (std::size_t day = 0; day < rows.size(); ++day) {
    if (!rows[day] || !exposure.known[day]) continue;
    EventsOverDays& arm = exposure.values[day] > 0.5 ? arms.exposed : arms.unexposed;
    arm.days += 1;
    arm.events += counts.values[day];
  }
  return arms;
}

bool enters(const Arms& arms) {
  return std::min(arms.exposed.days, arms.unexposed.days) >= least_days_in_arm &&
         std::min(arms.exposed.events, arms.unexposed.events) >= least_events_in_arm;
}

bool enters(const Moments& known) {
  return known.known > static_cast<double>(least_known_rows) && known.spread > least_exposure_spread;
}

/// Takes columns in turn, and leaves out what the ones before already say.
class Columns {
 public:
  /// @param rows the days that are used, which the calendar's are, too
  /// @param most so many columns may come
  Columns(std::shared_ptr<const CalendarTerms> calendar, const std::vector<std::uint32_t>& rows, std::size_t most)
      : all_(std::move(calendar)), rows_(rows) {
    all_.reserve(most);
  }

  /// With what is unknown as 0.
  void add(ModelColumn what, Series series) {
    add_by_day(what, [&](std::uint32_t day) { return series.known[day] ? series.values[day] : 0.0; });
  }

  /// Where something is unknown, if it is on any row.
  void add_companion(ModelColumn what, Series series) {
    const bool all_known = std::ranges::all_of(rows_, [&](std::uint32_t day) { return series.known[day] != 0; });
    if (!all_known) add_by_day(what, [&](std::uint32_t day) { return series.known[day] ? 0.0 : 1.0; });
  }

  /// Moves all that are worth it into `design`. Exposures are to be the last.
  void keep_into(JointDesign& design) {
    const GramFactor factor(weighted_gram(all_, Vector::Ones(static_cast<Index>(rows_.size()))), own_share_needed);
    std::vector<std::uint8_t> out(what_.size(), 0);
    for (std::size_t column = 0; column < what_.size(); ++column) {
      if (factor.aliased(all_.calendar_columns() + column)) {
        out[column] = 1;
      } else if (what_[column].kind == ColumnKind::Exposure) {
        design.places.push_back(what_[column].place);
      } else {
        design.plain.push_back(what_[column]);
      }
    }
    all_.remove_columns(out);
    design.design = std::move(all_);
  }

 private:
  template <class OfDay>
  void add_by_day(ModelColumn what, const OfDay& of_day) {
    column_.resize(rows_.size());
    std::ranges::transform(rows_, column_.begin(), of_day);
    all_.add_column(column_);
    what_.push_back(what);
  }

  Design all_;
  const std::vector<std::uint32_t>& rows_;
  std::vector<ModelColumn> what_;
  std::vector<double> column_;  ///< the latest
};

SeriesData any_event(Series counts) {
  SeriesData any{std::vector<double>(counts.days(), 0.0), {counts.known.begin(), counts.known.end()}};
  for (std::size_t day = 0; day < counts.days(); ++day) {
    any.values[day] = counts.known[day] && counts.values[day] > 0 ? 1.0 : 0.0;
  }
  return any;
}

std::vector<std::uint8_t> rows_of(const JointData& data, const SeriesData& any_yesterday,
                                  const std::vector<SeriesData>& exposures, std::span<const std::uint8_t> left_out) {
  std::vector<std::uint8_t> rows(data.days(), 0);
  for (std::size_t day = 0; day < rows.size(); ++day) {
    const bool any_exposure = std::ranges::any_of(exposures, [day](const auto& one) { return one.known[day] != 0; });
    const bool out = !left_out.empty() && left_out[day];
    rows[day] = data.counts.known[day] && any_yesterday.known[day] && any_exposure && !out ? 1 : 0;
  }
  return rows;
}

/// Tests the factors in their order. @return those that are taken, each on the day after its own
std::vector<std::pair<std::size_t, SeriesData>> choose_factors(const JointData& data,
                                                               const std::vector<std::uint8_t>& rows,
                                                               JointModel& model) {
  std::vector<std::pair<std::size_t, SeriesData>> taken;
  for (std::size_t place = 0; place < data.factors.size(); ++place) {
    SeriesData late = lagged(data.factors[place], 1);
    const Moments known = moments(late, rows);
    FactorInModel one{known.known / static_cast<double>(model.rows), FactorUse::Taken};
    if (one.known_share < known_share_needed) {
      one.use = FactorUse::TooRarelyLogged;
    } else if (known.spread < least_factor_spread) {
      one.use = FactorUse::DoesNotVary;
    } else if (model.events < events_a_column * static_cast<double>(columns_before_factors + taken.size())) {
      one.use = FactorUse::TooFewEvents;
    } else {
      taken.emplace_back(place, std::move(late));
    }
    model.factors.push_back(one);
  }
  return taken;
}

}  // namespace

Vector JointDesign::on_every_day(const Vector& per_row) const {
  Vector all = Vector::Zero(static_cast<Index>(days));
  for (std::size_t row = 0; row < rows.size(); ++row) all[rows[row]] = per_row[static_cast<Index>(row)];
  return all;
}

JointDesign joint_design(const JointData& data, const JointOptions& options, JointModel& model) {
  const SeriesData yesterday = lagged(any_event(data.counts), 1);
  std::vector<SeriesData> exposures;
  for (const Series& exposure : data.exposures) {
    exposures.push_back(options.past == Past::WeekBefore ? window_mean(exposure, 1, 7) : lagged(exposure, 1));
  }
  JointDesign design;
  const std::vector<std::uint8_t> used = rows_of(data, yesterday, exposures, options.left_out);
  design.days = data.days();
  for (std::uint32_t day = 0; day < used.size(); ++day) {
    if (!used[day]) continue;
    design.rows.push_back(day);
    design.counts.values.push_back(data.counts.values[day]);
    model.events += data.counts.values[day];
  }
  design.counts.known.assign(design.rows.size(), 1);
  model.days = data.days();
  model.rows = design.rows.size();
  std::vector<std::size_t> entered;
  for (std::size_t place = 0; place < exposures.size(); ++place) {
    model.arms.push_back(arms_of(exposures[place], data.counts, used));
    const bool by_arms = options.past == Past::DayBefore && options.by_arms;
    if (by_arms ? enters(model.arms.back()) : enters(moments(exposures[place], used))) {
      entered.push_back(place);
    }
  }
  if (entered.empty() || static_cast<double>(model.rows) < least_rows || model.events < least_events) {
    return design;
  }

  const auto factors = choose_factors(data, used, model);
  model.calendar =
      model.events >= events_for_full_calendar ? CalendarForm::WeekdaysAndSpline : CalendarForm::WeekendAndTrend;
  constexpr std::size_t of_recent_counts = 2;
  const CalendarTerms every_day(data.days(), data.first_weekday, model.calendar);
  Columns columns(std::make_shared<const CalendarTerms>(every_day.on(design.rows)), design.rows,
                  of_recent_counts + 2 * factors.size() + 2 * entered.size());
  columns.add({ColumnKind::RecentCounts}, recent_history(data.counts));
  columns.add({ColumnKind::EventYesterday}, yesterday);
  for (const auto& [place, factor] : factors) {
    columns.add({ColumnKind::Factor, place}, factor);
    columns.add_companion({ColumnKind::FactorUnknown, place}, factor);
  }
  for (const std::size_t place : entered) columns.add_companion({ColumnKind::ExposureUnknown, place}, exposures[place]);
  for (const std::size_t place : entered) columns.add({ColumnKind::Exposure, place}, exposures[place]);
  columns.keep_into(design);
  return design;
}

}  // namespace lytes::stats

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lytes/stats/calendar_terms.hpp"
#include "lytes/stats/circular_shift.hpp"
#include "lytes/stats/estimate.hpp"
#include "lytes/stats/outcome.hpp"
#include "lytes/stats/posterior.hpp"
#include "lytes/stats/rate_ratio.hpp"
#include "lytes/stats/scored_series.hpp"
#include "lytes/stats/series.hpp"

namespace lytes::stats {

/// What the joint model is about. Every series has a value for each calendar day of the diary, known or not.
struct JointData {
  int first_weekday = 0;          ///< of day 0, Monday 0 to Sunday 6
  Series counts;                  ///< events a day
  std::vector<Series> exposures;  ///< 1 and 0, on their own day
  std::vector<Series> factors;    ///< what may stand behind both, on their own day; the first are taken first

  std::size_t days() const { return counts.days(); }
  /// The diary as it was after its first `days` days. Shares the values.
  JointData first(std::size_t days) const;
};

/// Which past of an exposure the counts of a day are held against.
enum class Past {
  DayBefore,  ///< exposed yesterday or not
  WeekBefore  ///< share of exposed days among the known of the seven days before, if at least five are known
};

enum class FactorUse {
  Taken,
  TooRarelyLogged,  ///< known on less than 30 % of the rows
  DoesNotVary,
  TooFewEvents  ///< fewer than five events for each of six columns and the factors taken before it
};

/// "taken", "too_rarely_logged", "does_not_vary", "too_few_spasms".
std::string_view word(FactorUse use);

/// A candidate for what is allowed for, in the order of the data.
struct FactorInModel {
  double known_share = 0.0;  ///< of the rows
  FactorUse use = FactorUse::TooRarelyLogged;
};

enum class ColumnKind { Calendar, RecentCounts, EventYesterday, Factor, FactorUnknown, ExposureUnknown, Exposure };

/// One regressor. `place` is the calendar's, the factor's or the exposure's in their order; 0 for the others.
struct ModelColumn {
  ColumnKind kind;
  std::size_t place = 0;
};

/// Rows whose exposure is known, by arm. Of the week before: those with more than half of the week exposed.
struct Arms {
  EventsOverDays exposed{0, 0};
  EventsOverDays unexposed{0, 0};

  double days() const { return exposed.days + unexposed.days; }
  double events() const { return exposed.events + unexposed.events; }
};

/// What one exposure does in the joint model. Ratios compare 1 with 0: of the week before, a week exposed on all of its
/// days with one exposed on none.
struct JointEffect {
  double log_ratio = 0.0;
  double ratio = 1.0;
  double lower = 0.0;  ///< 95 % limits of the ratio, by Student's t
  double upper = 0.0;
  double p = 1.0;
  double model_error = 0.0;       ///< as if counts were Poisson and days independent
  double dispersed_error = 0.0;   ///< the same by the spread that the counts have, larger or smaller
  double persistent_error = 0.0;  ///< Newey-West on the calendar
  ShiftTest shift;                ///< of the score statistic; its spread widens the dispersed error
  double error = 0.0;             ///< the larger of the two whole answers; the one to use
  double degrees_of_freedom = 0.0;
  double vif = 1.0;  ///< how much the other columns inflate its variance
  Posterior posterior{};
  RatioInterval always_valid{};  ///< keeps its level however often one looks
  Estimate extra_per_week{};     ///< events a week, at the present share of exposed days, beyond those without any
  Estimate attributable_share{};
};

/// One fit. Thin data leaves `effects` empty, and so do counts that the columns foretell to the last one; it is no
/// error.
struct JointModel {
  std::size_t days = 0;
  std::size_t rows = 0;  ///< counts known today and yesterday, and at least one exposure
  double events = 0.0;   ///< on the rows
  CalendarForm calendar = CalendarForm::WeekendAndTrend;
  std::vector<ModelColumn> columns;  ///< all that are estimated, in order; empty without a fit
  std::optional<double> dispersion;
  std::size_t lags = 0;  ///< of Newey and West
  std::vector<FactorInModel> factors;
  std::vector<Arms> arms;  ///< by exposure
  std::vector<std::optional<JointEffect>> effects;
  std::vector<double> expected;  ///< counts, by day, 0 on days that are no row; empty without a fit
};

struct JointOptions {
  Past past = Past::DayBefore;
  /// Days whose counts are not used, 1 and 0. Empty: none.
  std::span<const std::uint8_t> left_out = {};
  /// An exposure of the day before enters with 14 days and 3 events in each arm. Without this, as one of the week
  /// before: with more than 20 known rows that differ.
  bool by_arms = true;
  /// What a model much like it expects, by day: a start from there is quicker and ends in the same.
  std::span<const double> near = {};
  /// Of each effect only the ratio is worked out.
  bool only_ratios = false;
};

/// Spread of the sceptical prior on a log rate ratio of the day before: 95 % of ratios between 0.50 and 1.99.
/// Sceptical because trials of magnesium found little (Cochrane CD009402, 2020).
inline constexpr double sceptical_prior_sd = 0.35;
/// Of the week before: what seven days may add up to.
inline constexpr double sceptical_prior_sd_of_week = 0.70;

inline constexpr double least_days_in_arm = 14;
inline constexpr double least_events_in_arm = 3;

/// All exposures together, beside the calendar, the recent counts and the factors.
///
/// Poisson regression of the counts on: six weekdays and a spline in time from 60 events on the rows, else weekend and
/// trend; log(1 + mean of the known counts of the three days before); whether yesterday had an event; the factors of
/// the day before; the exposures. What is unknown in a factor or exposure is 0 with a companion column of its own, so
/// no row is lost to it. A column that the earlier ones explain is left out. An exposure's error is the larger of
/// sqrt(dispersion) times the model's, widened by the spread of its score over circular shifts, and Newey-West's.
/// docs/statistics.md has the formulas; tests/reference the same figures made elsewhere.
/// @throws std::invalid_argument if lengths differ, a known value is not finite, or a count negative
JointModel joint_model(const JointData& data, const JointOptions& options = {});

/// Does the exposure of tomorrow go with the counts of today? By the score at -1 among all circular shifts, beside the
/// calendar alone. Empty without an event or contrast.
/// @throws std::invalid_argument if lengths differ
std::optional<double> lead_check(const ScoredSeries& exposure);
/// Of an exposure that nothing else is asked about.
std::optional<double> lead_check(const Outcome& outcome, Series exposure);

}  // namespace lytes::stats

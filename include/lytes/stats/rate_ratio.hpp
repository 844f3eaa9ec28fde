#pragma once

namespace lytes::stats {

/// Events counted over a number of days at risk.
struct EventsOverDays {
  double events;
  double days;
};

struct RateRatio {
  double ratio;  ///< exposed over unexposed; 0 or infinity when one side saw no event, NaN when neither did
  double lower;  ///< 0 when the exposed arm saw no event
  double upper;  ///< infinity when the unexposed arm saw no event
  double p;      ///< two-sided, against a ratio of 1: twice the smaller tail, at most 1
};

/// Ratio of two Poisson rates with exact (Clopper-Pearson) limits.
///
/// Given all events n = x1 + x0, those on exposed days are binomial with share t1 RR / (t1 RR + t0).
/// Garwood 1936; Rothman & Greenland, Modern Epidemiology 3rd ed., ch. 14. Checked against R qbeta and pbinom.
/// @param level two-sided confidence, inside (0, 1)
/// @throws std::invalid_argument if a number of days is not positive, or a count is negative or not whole
RateRatio exact_rate_ratio(EventsOverDays exposed, EventsOverDays unexposed, double level = 0.95);

/// Ratio of two Poisson rates with mid-P limits: half of the observed count's probability counts as more extreme.
///
/// For description only: it takes days as independent, which days that follow each other are not
/// (see `shift_calibrated_effect` for the estimate that reports show).
/// Same conditional binomial; checked against R epitools::rateratio.midp to 1e-5.
/// @throws std::invalid_argument as exact_rate_ratio
RateRatio mid_p_rate_ratio(EventsOverDays exposed, EventsOverDays unexposed, double level = 0.95);

/// Two-sided p against any ratio, the one that `mid_p_rate_ratio` inverts: at a limit it is 1 - level.
/// @param null_ratio positive and finite
double mid_p_value(EventsOverDays exposed, EventsOverDays unexposed, double null_ratio = 1.0);

/// As mid_p_value, for the exact limits.
double exact_p_value(EventsOverDays exposed, EventsOverDays unexposed, double null_ratio = 1.0);

}  // namespace lytes::stats

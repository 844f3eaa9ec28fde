#pragma once

namespace lytes::stats {

/// What a series has been like so far, for saying how long it must go on.
struct ObservedRates {
  double events_per_day;        ///< over all days
  double exposed_share;         ///< of days, inside (0, 1)
  double overdispersion = 1.0;  ///< Effect::overdispersion(); below 1 counts as 1
  double vif = 1.0;             ///< Effect::vif; below 1 counts as 1
};

/// Usable pairs of days needed to see a rate ratio at a two-sided alpha.
///
/// n = phi VIF (z_{1-alpha/2} + z_power)^2 (1/(l1 p) + 1/(l0 (1-p))) / log(RR)^2, l0 = rate / (1 + p (RR - 1)),
/// l1 = RR l0. Signorini 1991, with Wald's variance. Infinite without events.
/// @throws std::invalid_argument for a ratio that is not positive or is 1, a share or power outside (0, 1)
double pairs_needed(const ObservedRates& rates, double rate_ratio, double power = 0.8, double alpha = 0.05);

/// Chance that `pairs` days show it.
double power_of(const ObservedRates& rates, double rate_ratio, double pairs, double alpha = 0.05);

/// Calendar days still to go: pairs needed over the share of days that make a usable pair, less the days so far.
/// Never below 0.
/// @param usable_share inside (0, 1]
double days_still_needed(double pairs, double usable_share, double days_so_far);

}  // namespace lytes::stats

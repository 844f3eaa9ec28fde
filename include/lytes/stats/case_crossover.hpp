#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "lytes/stats/series.hpp"

namespace lytes::stats {

/// Within-stratum log rate ratios: what is constant over a stratum cannot confound them.
struct StratifiedFit {
  Status status = Status::TooFewEvents;
  std::vector<double> log_ratios;  ///< one per exposure
  std::vector<double> errors;      ///< of the conditional likelihood, not yet scaled by dispersion; 0 where aliased
  std::size_t rows = 0;            ///< days in strata with an event
  double log_likelihood = 0.0;     ///< conditional, up to what depends on the counts alone
  double pearson_chi2 = 0.0;
  double dispersion = 1.0;  ///< Pearson chi2 / (rows - strata - exposures), at least 1

  double scaled_error(std::size_t exposure) const;
};

/// Poisson regression conditional on each stratum's total: no stratum's level is estimated.
///
/// A stratum says something if it holds an event and its exposure varies; equal counts on all its days are kept.
/// With one event a stratum it is conditional logistic regression; with several it is Breslow's form of it, not the
/// exact one or Efron's. Armstrong, Gasparrini & Tobias 2014; checked against R glm with a level per stratum and
/// survival::clogit.
/// @param exposures covariates, each as long as counts; days on which one is unknown are not used
/// @param stratum any number for each day; days with the same number are compared with each other
/// @throws std::invalid_argument if lengths differ, or a known value is not finite or a count negative
StratifiedFit conditional_poisson(Series counts, std::span<const Series> exposures,
                                  std::span<const std::size_t> stratum);

/// Strata of a time-stratified case-crossover: the same weekday within the same 28 days.
std::vector<std::size_t> weekday_strata(std::size_t days);

}  // namespace lytes::stats

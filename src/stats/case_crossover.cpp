#include "lytes/stats/case_crossover.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

#include "argument_checks.hpp"
#include "normal_equations.hpp"

namespace lytes::stats {
namespace {

using Eigen::Index;

constexpr int most_steps = 60;
constexpr int most_halvings = 30;
constexpr double small_gain = 1e-10;
constexpr double diverging_step = 0.1;

struct Stratum {
  Eigen::MatrixXd exposures;  ///< one row a day
  Vector counts;

  Vector expected(const Vector& log_ratios) const {
    const Vector log_rate = exposures * log_ratios;
    Vector share = (log_rate.array() - log_rate.maxCoeff()).exp();
    return share * (counts.sum() / share.sum());
  }
};

struct Likelihood {
  double value = 0.0;
  Vector gradient;
  Matrix information;
};

std::vector<Stratum> strata_with_events(Series counts, std::span<const Series> exposures,
                                        std::span<const std::size_t> stratum) {
  std::map<std::size_t, std::vector<std::size_t>> days;
  for (std::size_t day = 0; day < counts.days(); ++day) {
    const bool known = std::all_of(exposures.begin(), exposures.end(), [&](Series x) { return x.known[day] != 0; });
    if (counts.known[day] && known) days[stratum[day]].push_back(day);
  }
  std::vector<Stratum> strata;
  for (const auto& [number, members] : days) {
    Stratum one{Eigen::MatrixXd(static_cast<Index>(members.size()), static_cast<Index>(exposures.size())),
                Vector(static_cast<Index>(members.size()))};
    for (std::size_t row = 0; row < members.size(); ++row) {
      one.counts[static_cast<Index>(row)] = counts.values[members[row]];
      for (std::size_t column = 0; column < exposures.size(); ++column) {
        one.exposures(static_cast<Index>(row), static_cast<Index>(column)) = exposures[column].values[members[row]];
      }
    }
    if (one.counts.sum() > 0.0) strata.push_back(std::move(one));
  }
  return strata;
}

double log_likelihood(const std::vector<Stratum>& strata, const Vector& log_ratios) {
  double sum = 0.0;
  for (const Stratum& stratum : strata) {
    const Vector log_rate = stratum.exposures * log_ratios;
    const double top = log_rate.maxCoeff();
    sum += stratum.counts.dot(log_rate) - stratum.counts.sum() * (top + std::log((log_rate.array() - top).exp().sum()));
  }
  return sum;
}

Likelihood likelihood_at(const std::vector<Stratum>& strata, const Vector& log_ratios) {
  const Index columns = log_ratios.size();
  Likelihood at{log_likelihood(strata, log_ratios), Vector::Zero(columns), Matrix::Zero(columns, columns)};
  for (const Stratum& stratum : strata) {
    const Vector expected = stratum.expected(log_ratios);
    at.gradient += stratum.exposures.transpose() * (stratum.counts - expected);
    // A stratum's level is profiled out by measuring exposures from their expected mean.
    const Eigen::RowVectorXd mean = expected.transpose() * stratum.exposures / expected.sum();
    const Eigen::MatrixXd centred = stratum.exposures.rowwise() - mean;
    at.information += centred.transpose() * expected.asDiagonal() * centred;
  }
  return at;
}

Status status_of(const GramFactor& factor, const Vector& last_step) {
  if (last_step.cwiseAbs().maxCoeff() > diverging_step) return Status::Separated;
  return factor.rank() < static_cast<std::size_t>(last_step.size()) ? Status::RankDeficient : Status::Ok;
}

void fill_goodness_of_fit(const std::vector<Stratum>& strata, const Vector& log_ratios, std::size_t rank,
                          StratifiedFit& fit) {
  for (const Stratum& stratum : strata) {
    const Vector expected = stratum.expected(log_ratios);
    fit.pearson_chi2 += ((stratum.counts - expected).array().square() / expected.array()).sum();
  }
  const double left_over = static_cast<double>(fit.rows) - static_cast<double>(strata.size() + rank);
  if (left_over > 0.0) fit.dispersion = std::max(1.0, fit.pearson_chi2 / left_over);
}

/// How much of a step, halved again and again, does not lead below `least`; 0 if none of it.
double length_of_step(const std::vector<Stratum>& strata, const Vector& log_ratios, const Vector& step, double least) {
  double length = 1.0;
  for (int halving = 0; halving <= most_halvings; ++halving) {
    if (log_likelihood(strata, log_ratios + length * step) >= least) return length;
    length /= 2.0;
  }
  return 0.0;
}

/// How far Newton's steps came.
struct Ascent {
  Vector log_ratios;
  Vector step;  ///< the last one
  Likelihood at;
  Status status = Status::NotConverged;  ///< Ok: the last step gained next to nothing
};

Ascent ascend(const std::vector<Stratum>& strata, std::size_t exposures) {
  const Vector start = Vector::Zero(static_cast<Index>(exposures));
  Ascent ascent{start, {}, likelihood_at(strata, start)};
  for (int round = 0; round < most_steps && ascent.status == Status::NotConverged; ++round) {
    const GramFactor factor(ascent.at.information);
    if (factor.rank() == 0) {
      ascent.status = Status::RankDeficient;
      return ascent;
    }
    ascent.step = factor.solve(ascent.at.gradient);
    const double gain = ascent.at.gradient.dot(ascent.step);
    const double least = ascent.at.value - 1e-12 * (1.0 + std::abs(ascent.at.value));
    const double length = length_of_step(strata, ascent.log_ratios, ascent.step, least);
    if (length == 0.0) break;
    ascent.log_ratios += length * ascent.step;
    ascent.at = likelihood_at(strata, ascent.log_ratios);
    if (gain < small_gain) ascent.status = Status::Ok;
  }
  return ascent;
}

}  // namespace

double StratifiedFit::scaled_error(std::size_t exposure) const { return errors[exposure] * std::sqrt(dispersion); }

StratifiedFit conditional_poisson(Series counts, std::span<const Series> exposures,
                                  std::span<const std::size_t> stratum) {
  require_counts(counts);
  require_same_days(counts.days(), stratum.size());
  for (const Series exposure : exposures) {
    require_series(exposure);
    require_same_days(counts.days(), exposure.days());
  }
  const std::vector<Stratum> strata = strata_with_events(counts, exposures, stratum);
  StratifiedFit fit;
  for (const Stratum& one : strata) fit.rows += static_cast<std::size_t>(one.counts.size());
  if (strata.empty() || exposures.empty()) return fit;

  const auto [log_ratios, step, at, status] = ascend(strata, exposures.size());
  fit.status = status;
  if (status == Status::RankDeficient) return fit;
  const GramFactor factor(at.information);
  if (status == Status::Ok) fit.status = status_of(factor, step);
  fit.log_likelihood = at.value;
  fit.log_ratios.assign(log_ratios.begin(), log_ratios.end());
  const Matrix covariance = factor.inverse();
  for (Index column = 0; column < covariance.rows(); ++column)
    fit.errors.push_back(std::sqrt(covariance(column, column)));
  fill_goodness_of_fit(strata, log_ratios, factor.rank(), fit);
  return fit;
}

std::vector<std::size_t> weekday_strata(std::size_t days) {
  std::vector<std::size_t> strata(days);
  for (std::size_t day = 0; day < days; ++day) strata[day] = day / 28 * 7 + day % 7;
  return strata;
}

}  // namespace lytes::stats

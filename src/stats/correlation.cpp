#include "lytes/stats/correlation.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

#include "argument_checks.hpp"
#include "lytes/stats/ranks.hpp"

namespace lytes::stats {
namespace {

struct Pairs {
  std::vector<double> x;
  std::vector<double> y;
};

Pairs complete_pairs(Series x, Series y) {
  require_series(x);
  require_series(y);
  require_same_days(x.days(), y.days());
  Pairs pairs;
  for (std::size_t day = 0; day < x.days(); ++day) {
    if (!x.known[day] || !y.known[day]) continue;
    pairs.x.push_back(x.values[day]);
    pairs.y.push_back(y.values[day]);
  }
  return pairs;
}

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

bool varies(const std::vector<double>& values) {
  return std::any_of(values.begin(), values.end(), [&](double value) { return value != values.front(); });
}

Correlation product_moment(const Pairs& pairs) {
  Correlation result;
  result.pairs = pairs.x.size();
  if (result.pairs < 3 || !varies(pairs.x) || !varies(pairs.y)) return result;
  const double mean_x = mean_of(pairs.x);
  const double mean_y = mean_of(pairs.y);
  double xx = 0.0;
  double yy = 0.0;
  double xy = 0.0;
  for (std::size_t pair = 0; pair < result.pairs; ++pair) {
    const double x = pairs.x[pair] - mean_x;
    const double y = pairs.y[pair] - mean_y;
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  const double r = std::clamp(xy / (std::sqrt(xx) * std::sqrt(yy)), -1.0, 1.0);
  result.status = Status::Ok;
  result.coefficient = r;
  const double df = static_cast<double>(result.pairs - 2);
  const double rest = 1.0 - r * r;
  if (rest <= 0.0) {
    result.p_if_independent = 0.0;
  } else {
    const double t = std::abs(r) * std::sqrt(df / rest);
    result.p_if_independent = 2.0 * boost::math::cdf(boost::math::complement(boost::math::students_t(df), t));
  }
  return result;
}

/// Sums over groups of equal values of t(t-1), t(t-1)(t-2) and t(t-1)(2t+5).
struct TieTerms {
  double pairs = 0.0;
  double triples = 0.0;
  double variance = 0.0;
};

template <typename Equal>
TieTerms tie_terms(std::size_t count, Equal equal_to_previous) {
  TieTerms terms;
  double run = 1.0;
  for (std::size_t place = 1; place <= count; ++place) {
    if (place < count && equal_to_previous(place)) {
      run += 1.0;
      continue;
    }
    terms.pairs += run * (run - 1.0);
    terms.triples += run * (run - 1.0) * (run - 2.0);
    terms.variance += run * (run - 1.0) * (2.0 * run + 5.0);
    run = 1.0;
  }
  return terms;
}

/// Sorts and counts the exchanges that takes: pairs in the wrong order, ties not counted.
double sort_counting_exchanges(std::vector<double>& values) {
  double exchanges = 0.0;
  std::vector<double> merged(values.size());
  for (std::size_t width = 1; width < values.size(); width *= 2) {
    for (std::size_t begin = 0; begin < values.size(); begin += 2 * width) {
      const std::size_t middle = std::min(begin + width, values.size());
      const std::size_t end = std::min(begin + 2 * width, values.size());
      std::size_t left = begin;
      std::size_t right = middle;
      for (std::size_t place = begin; place < end; ++place) {
        if (left < middle && (right == end || values[left] <= values[right])) {
          merged[place] = values[left++];
        } else {
          merged[place] = values[right++];
          exchanges += static_cast<double>(middle - left);
        }
      }
    }
    values.swap(merged);
  }
  return exchanges;
}

}  // namespace

Correlation pearson(Series x, Series y) { return product_moment(complete_pairs(x, y)); }

Correlation spearman(Series x, Series y) {
  const Pairs pairs = complete_pairs(x, y);
  return product_moment({midranks(std::span<const double>(pairs.x)), midranks(std::span<const double>(pairs.y))});
}

Correlation kendall_tau_b(Series x, Series y) {
  const Pairs pairs = complete_pairs(x, y);
  Correlation result;
  result.pairs = pairs.x.size();
  if (result.pairs < 3 || !varies(pairs.x) || !varies(pairs.y)) return result;

  std::vector<std::size_t> order(result.pairs);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return pairs.x[a] != pairs.x[b] ? pairs.x[a] < pairs.x[b] : pairs.y[a] < pairs.y[b];
  });
  const auto same_x = [&](std::size_t place) { return pairs.x[order[place]] == pairs.x[order[place - 1]]; };
  const auto same_y = [&](std::size_t place) { return pairs.y[order[place]] == pairs.y[order[place - 1]]; };
  const TieTerms ties_x = tie_terms(result.pairs, same_x);
  const TieTerms ties_both = tie_terms(result.pairs, [&](std::size_t place) { return same_x(place) && same_y(place); });
  std::vector<double> y_by_x(result.pairs);
  for (std::size_t place = 0; place < result.pairs; ++place) y_by_x[place] = pairs.y[order[place]];
  const double discordant = sort_counting_exchanges(y_by_x);
  const TieTerms ties_y =
      tie_terms(result.pairs, [&](std::size_t place) { return y_by_x[place] == y_by_x[place - 1]; });

  const double n = static_cast<double>(result.pairs);
  const double ordered = n * (n - 1.0);
  const double score = (ordered - ties_x.pairs - ties_y.pairs + ties_both.pairs) / 2.0 - 2.0 * discordant;
  result.status = Status::Ok;
  result.coefficient = 2.0 * score / std::sqrt((ordered - ties_x.pairs) * (ordered - ties_y.pairs));
  const double variance = (ordered * (2.0 * n + 5.0) - ties_x.variance - ties_y.variance) / 18.0 +
                          ties_x.pairs * ties_y.pairs / (2.0 * ordered) +
                          ties_x.triples * ties_y.triples / (9.0 * ordered * (n - 2.0));
  const double z = std::abs(score) / std::sqrt(variance);
  result.p_if_independent = 2.0 * boost::math::cdf(boost::math::complement(boost::math::normal(), z));
  return result;
}

}  // namespace lytes::stats

#include "lytes/stats/fisher.hpp"

#include <algorithm>
#include <boost/math/distributions/hypergeometric.hpp>
#include <stdexcept>

namespace lytes::stats {

double fisher_exact_p(const TwoByTwo& table) {
  constexpr double tie = 1.0 + 1e-7;
  if (std::min({table.first_yes, table.first_no, table.second_yes, table.second_no}) < 0) {
    throw std::invalid_argument("a count is negative");
  }
  const int first = table.first_yes + table.first_no;
  const int second = table.second_yes + table.second_no;
  const int yes = table.first_yes + table.second_yes;
  const int all = first + second;
  if (first == 0 || second == 0 || yes == 0 || yes == all) return 1.0;
  const boost::math::hypergeometric_distribution<double> tables(static_cast<unsigned>(first),
                                                                static_cast<unsigned>(yes), static_cast<unsigned>(all));
  const double own = boost::math::pdf(tables, table.first_yes);
  double p = 0.0;
  for (int count = std::max(0, yes - second); count <= std::min(first, yes); ++count) {
    const double likelihood = boost::math::pdf(tables, count);
    if (likelihood <= own * tie) p += likelihood;
  }
  return std::min(1.0, p);
}

}  // namespace lytes::stats

#include "lytes/stats/fisher.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace lytes::stats {
namespace {

double log_factorial(int number) { return std::lgamma(number + 1.0); }

}  // namespace

double fisher_exact_p(const TwoByTwo& table) {
  constexpr double tie = 1.0 + 1e-7;
  if (std::min({table.first_yes, table.first_no, table.second_yes, table.second_no}) < 0) {
    throw std::invalid_argument("a count is negative");
  }
  const int first = table.first_yes + table.first_no;
  const int second = table.second_yes + table.second_no;
  const int yes = table.first_yes + table.second_yes;
  if (first == 0 || second == 0 || yes == 0 || yes == first + second) return 1.0;
  // Hypergeometric, up to what all tables of these margins share.
  const auto log_likelihood = [&](int count) {
    return -log_factorial(count) - log_factorial(first - count) - log_factorial(yes - count) -
           log_factorial(second - yes + count);
  };
  const double own = log_likelihood(table.first_yes);
  double all = 0.0;
  double no_likelier = 0.0;
  for (int count = std::max(0, yes - second); count <= std::min(first, yes); ++count) {
    const double likelihood = std::exp(log_likelihood(count) - own);
    all += likelihood;
    if (likelihood <= tie) no_likelier += likelihood;
  }
  return no_likelier / all;
}

}  // namespace lytes::stats

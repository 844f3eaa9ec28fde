#pragma once

namespace lytes::stats {

/// Two groups, each counted by whether something holds.
struct TwoByTwo {
  int first_yes = 0;
  int first_no = 0;
  int second_yes = 0;
  int second_no = 0;
};

/// Fisher's exact two-sided p: all tables of the same margins that are no likelier than this one, within a factor of
/// 1 + 1e-7. 1 where a row or column is empty. Checked against R fisher.test and scipy.
/// @throws std::invalid_argument for a negative count
double fisher_exact_p(const TwoByTwo& table);

}  // namespace lytes::stats

#include "shown_standings.hpp"

namespace lytes::report {

std::array<timeline::Standing, 4> shown_standings(const timeline::DayRow& row, const Restraint& restraint) {
  auto standings = timeline::standings(row);
  for (auto& standing : standings) {
    const Hold hold = restraint.on(standing.nutrient);
    if (hold == Hold::Free) continue;
    if (hold == Hold::Limit) standing.limit = standing.target;
    standing.target.reset();
    standing.share.reset();
    const bool passed = standing.known > 0 && standing.limit && standing.sum > *standing.limit;
    if (passed) standing.verdict = timeline::Verdict::High;
    if (!passed && standing.verdict != timeline::Verdict::High) standing.verdict = timeline::Verdict::Unknown;
  }
  return standings;
}

}  // namespace lytes::report

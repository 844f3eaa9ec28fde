#include "lytes/timeline/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "lytes/journal/soundness.hpp"

namespace lytes::timeline {

namespace {

using quantity::Nutrient;
using Verdict = storage::Finding::Verdict;

/// Sums of the same numbers in another order.
bool agree(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)}); }

}  // namespace

storage::Finding check_totals(const Timeline& timeline, const journal::PlainSums& sums) {
  journal::PlainSums days{0, 0, 0, 0, 0};
  for (const DayRow& row : timeline.rows()) {
    days.intakes += row.intakes;
    days.spasms += static_cast<std::int64_t>(row.spasms.size());
    days.water_ml += row.amount(Nutrient::Water).sum;
    days.magnesium_mg += row.amount(Nutrient::Magnesium).sum;
    days.potassium_mg += row.amount(Nutrient::Potassium).sum;
  }
  const bool same = days.intakes == sums.intakes && days.spasms == sums.spasms && agree(days.water_ml, sums.water_ml) &&
                    agree(days.magnesium_mg, sums.magnesium_mg) && agree(days.potassium_mg, sums.potassium_mg);
  if (same) {
    return {"totals", Verdict::Sound,
            fmt::format("{} to {}: {} and {}",
                        timeline.rows().size() == 1 ? "the one day adds up"
                                                    : fmt::format("{} days add up", timeline.rows().size()),
                        timeline.rows().size() == 1 ? "what it holds" : "what they hold",
                        sums.intakes == 1 ? "1 intake" : fmt::format("{} intakes", sums.intakes),
                        sums.spasms == 1 ? "1 spasm" : fmt::format("{} spasms", sums.spasms)),
            ""};
  }
  return {"totals", Verdict::Damaged,
          fmt::format("the days add up to {} intakes, {} spasms and {:.0f} ml of water, the entries to {}, {} and "
                      "{:.0f} ml",
                      days.intakes, days.spasms, days.water_ml, sums.intakes, sums.spasms, sums.water_ml),
          "Restore a sound backup: lytes restore FILE."};
}

}  // namespace lytes::timeline

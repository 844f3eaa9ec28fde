#pragma once

#include <chrono>
#include <optional>
#include <random>
#include <vector>

#include "lytes/insight/evidence.hpp"
#include "lytes/targets/advice.hpp"
#include "lytes/targets/target_book.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::insight::testing {

inline constexpr calendar::Day monday{std::chrono::year{2026} / 1 / 5};

/// A day that was closed, every spasm known; 2000 ml, 350 mg and 3500 mg are the targets.
inline timeline::DayRow closed_day(calendar::Day day, double magnesium_mg, int spasms) {
  using quantity::Nutrient;
  timeline::DayRow row;
  row.day = day;
  row.intake_status = journal::DayStatus::Complete;
  row.spasm_status = journal::DayStatus::Complete;
  row.intakes = 8;
  row.last_intake_at = std::chrono::hours{21};
  for (auto& amount : row.amounts) amount.entries = row.intakes;
  const auto set = [&](Nutrient nutrient, double sum) {
    auto& amount = row.amounts[static_cast<std::size_t>(nutrient)];
    amount.sum = sum;
    amount.known = row.intakes;
  };
  set(Nutrient::Water, 2200);
  set(Nutrient::Magnesium, magnesium_mg);
  set(Nutrient::Potassium, 3600);
  row.targets.water_ml = 2000;
  row.targets.magnesium_mg = 350;
  row.targets.potassium_mg = 3500;
  for (int spasm = 0; spasm < spasms; ++spasm) row.spasms.push_back({"calf left", 22, 5, 3.0, {}});
  return row;
}

inline timeline::Timeline timeline_of(std::vector<timeline::DayRow> rows) {
  const calendar::DayRange range{rows.front().day, rows.back().day};
  return {range, std::move(rows)};
}

inline Evidence assess_all(const timeline::Timeline& timeline, const targets::PersonalAdvice& personal = {}) {
  return assess(timeline, {timeline.range(), timeline.range()}, targets::TargetBook({}, {}), personal, {});
}

/// Closed days with 45 % of them short of magnesium, and `rate` spasms a day, `ratio` times as many after short days.
/// @param after_spasm what is left of the chance to be short on a day with a spasm and the day after
inline std::vector<timeline::DayRow> made_up(int days, double rate, double ratio, double after_spasm = 1.0,
                                             unsigned seed = 1) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> share;
  std::vector<timeline::DayRow> rows;
  bool short_before = false;
  int spasms_before = 0;
  for (int day = 0; day < days; ++day) {
    const int spasms = std::poisson_distribution<int>(short_before ? rate * ratio : rate)(random);
    const double chance = 0.45 * (spasms > 0 || spasms_before > 0 ? after_spasm : 1.0);
    const bool is_short = share(random) < chance;
    rows.push_back(closed_day(monday + std::chrono::days{day}, is_short ? 250 : 420, spasms));
    short_before = is_short;
    spasms_before = spasms;
  }
  return rows;
}

}  // namespace lytes::insight::testing

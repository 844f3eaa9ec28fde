#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string_view>

#include "lytes/insight/association.hpp"
#include "lytes/journal/trials.hpp"
#include "lytes/stats/coin_trial.hpp"
#include "lytes/timeline/day_row.hpp"

namespace lytes::journal {
class Store;
}

namespace lytes::targets {
class TargetBook;
}

namespace lytes::insight {

/// What a person's own diary says for the planning of an experiment with a coin.
struct TrialHabits {
  stats::CoinHabits figures;
  int spasm_days = 0;   ///< whose number of spasms is known
  int spasms = 0;       ///< on those
  int intake_days = 0;  ///< of which it is known whether they ended short
  /// Whether the times of what was had tell which days are still short when the coin is drawn. If not, all days that
  /// end short and no others are taken to be.
  bool hours_known = false;
};

/// The last days that a plan looks at.
inline constexpr std::chrono::days trial_looks_back{180};
/// Fewer known days are no ground to plan on.
inline constexpr int least_spasm_days = 28;
inline constexpr int least_intake_days = 14;

/// @param rows the days it looks at, in order
/// @param before the same days with what was had before the coin's hour, of `timeline::intake_before`
TrialHabits trial_habits(std::span<const timeline::DayRow> rows, std::span<const timeline::DayRow> before,
                         Exposure exposure);

/// The days' shares of obeyed coins and known next days that a plan takes where nobody says otherwise.
inline constexpr double obeyed_unless_said = 0.85;
inline constexpr double known_unless_said = 0.9;
/// Longer ones are told in years, and not offered.
inline constexpr double longest_trial = 365;
inline constexpr int shortest_trial = 28;
/// The ratios that are looked for: a doubling, else a tripling.
inline constexpr std::array trial_ratios = {2.0, 3.0};
/// When a coin is drawn where nothing else was said.
inline constexpr std::chrono::minutes usual_draw_time{15 * 60};

/// How long an experiment would take, and what would make it shorter.
struct TrialPlan {
  Exposure exposure = Exposure::Water;
  TrialHabits habits;
  std::chrono::minutes draw_from = usual_draw_time;
  bool enough_known = false;  ///< else there is nothing below
  stats::CoinPlan doubling{};
  stats::CoinPlan tripling{};
  std::optional<double> ratio;             ///< 2, or 3 where a doubling takes too long; empty: neither is feasible
  std::optional<stats::CoinPlan> offered;  ///< of that ratio

  struct Earlier {
    std::chrono::minutes draw_from;
    double days;
  };
  std::optional<Earlier> earlier;        ///< an earlier hour that saves two weeks or more
  std::optional<double> days_if_closed;  ///< with nearly every next day known, where that saves two weeks or more

  bool feasible() const { return offered.has_value(); }
};

/// Another hour at which coins might be drawn, and what the diary says for it.
struct OtherHour {
  std::chrono::minutes draw_from;
  TrialHabits habits;
};

TrialPlan trial_plan(Exposure exposure, const TrialHabits& habits, std::chrono::minutes draw_from,
                     std::span<const OtherHour> earlier);

/// What somebody says of an experiment beforehand.
struct TrialWishes {
  std::chrono::minutes draw_from = usual_draw_time;
  std::optional<double> obeyed;  ///< the share of days that will be done as the coin says
  std::optional<double> known;   ///< the share of coins whose next day will be closed
};

/// A plan by these days of a diary, held against the same with coins drawn an hour or more earlier, from ten o'clock
/// on.
TrialPlan trial_plan(journal::Store& store, const targets::TargetBook& targets, calendar::DayRange days,
                     Exposure exposure, const TrialWishes& wishes);

/// What can be planned by this name: "magnesium", "Mg".
std::optional<Exposure> exposure_called(std::string_view name);

/// What a trial of so many days is begun with.
journal::TrialTerms terms_of(const TrialPlan& plan, calendar::Day from, int days);

/// How likely one of these terms is to find what it looks for.
double trial_power(const journal::TrialTerms& terms);

/// When the days usually end: the middle of the times at which the last thing was had, since midnight. 22:00 without
/// a week of them.
std::chrono::minutes usual_end_of_day(std::span<const timeline::DayRow> rows);

}  // namespace lytes::insight

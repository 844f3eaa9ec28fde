#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/insight/association.hpp"
#include "lytes/journal/trials.hpp"
#include "lytes/stats/coin_trial.hpp"
#include "lytes/timeline/day_row.hpp"

namespace lytes::insight {

enum class TrialState {
  Running,
  Confirmed,          ///< the coin made a difference
  NoDifferenceShown,  ///< it went to its end without one
  NotConfirmed,       ///< next days went unlogged more often after one side of the coin, so it says nothing
  Stopped             ///< before its end, by the person or by what safety had against it: no verdict
};

/// "running", "confirmed", "no_difference_shown", "not_confirmed", "stopped"
std::string_view word(TrialState state);

/// A day with a coin.
struct TrialDay {
  calendar::Day day;
  journal::CoinSide side;
  bool left_out = false;       ///< undone
  std::optional<bool> obeyed;  ///< as the person said, else as the log tells; empty where neither can
  std::optional<int> spasms;   ///< of the next day, which the coin is for
  bool to_come = false;        ///< the next day may still be closed, so it is no unknown one yet
};

/// Where an experiment stands.
struct TrialStanding {
  journal::Trial trial;
  Exposure exposure = Exposure::Water;
  TrialState state = TrialState::Running;
  std::optional<calendar::Day> ended;  ///< its last day, once it is over
  std::vector<TrialDay> days;
  int days_used = 0;                               ///< coins whose next day is known
  std::vector<double> evidence;                    ///< after each of these
  std::optional<calendar::Day> evidence_ended_it;  ///< the day whose spasms brought it to the end
  double exact_p = 1;
  stats::CoinEffect effect;
  stats::CoinEffect when_obeyed;  ///< only of days that were done as they should: may be shown, is never tested
  stats::CoinUnknown unknown;

  bool over() const { return state != TrialState::Running; }
  bool has_verdict() const { return state == TrialState::Confirmed || state == TrialState::NoDifferenceShown; }
  double evidence_so_far() const { return evidence.empty() ? 1.0 : evidence.back(); }
  /// More spasms after days left as they were than after days that reached the target.
  bool more_when_short() const { return effect.ratio && effect.ratio->value < 1; }
};

/// @param rows the days of the diary from the trial's first day on, at least up to its last or today's
TrialStanding trial_standing(journal::Trial trial, std::span<const timeline::DayRow> rows, calendar::Day today);

/// The side that the coin of a day shows; see stats::is_heads.
journal::CoinSide coin_of(const journal::Trial& trial, calendar::Day day);

/// Whether a trial rules the grade of its exposure on a day: for a year from its end.
bool rules_on(const TrialStanding& standing, calendar::Day day);

/// The last day on which a finished one rules.
calendar::Day last_day_of_rule(const TrialStanding& standing);

}  // namespace lytes::insight

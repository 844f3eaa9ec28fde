#include "lytes/insight/trial.hpp"

#include <algorithm>
#include <chrono>

#include "lytes/stats/fair_coin.hpp"

namespace lytes::insight {
namespace {

using calendar::Day;
using journal::CoinSide;
using timeline::DayRow;

constexpr std::chrono::days one{1};
constexpr std::chrono::days rules_for{365};

const DayRow* row_of(std::span<const DayRow> rows, Day day) {
  if (rows.empty() || day < rows.front().day || day > rows.back().day) return nullptr;
  return &rows[static_cast<std::size_t>((day - rows.front().day).count())];
}

/// Whether the log says that a day was done as its coin said. A usual day that reached the target may have done so as
/// usual or to please: the log cannot tell.
std::optional<bool> obeyed_by_log(const DayRow* row, CoinSide side, Exposure exposure) {
  const auto is_short = row ? row->deficient(nutrient_of(exposure)) : std::nullopt;
  if (!is_short) return std::nullopt;
  if (side == CoinSide::Target) return !*is_short;
  return *is_short ? std::optional(true) : std::nullopt;
}

TrialDay trial_day(const journal::DrawnCoin& coin, std::span<const DayRow> rows, Day today, Exposure exposure) {
  TrialDay day{coin.day, coin.side, coin.left_out, coin.obeyed_said, std::nullopt};
  if (!day.obeyed) day.obeyed = obeyed_by_log(row_of(rows, coin.day), coin.side, exposure);
  const DayRow* next = row_of(rows, coin.day + one);
  if (next && !coin.left_out) day.spasms = next->closed_spasm_count();
  day.to_come = !coin.left_out && !day.spasms && coin.day + one >= today;
  return day;
}

std::vector<stats::CoinDay> coin_days(std::span<const TrialDay> days) {
  std::vector<stats::CoinDay> coins;
  for (const TrialDay& day : days) {
    if (!day.to_come) coins.push_back({day.side == CoinSide::Target, day.spasms});
  }
  return coins;
}

Exposure exposure_of(quantity::Nutrient nutrient) {
  const auto row = std::ranges::find(exposure_table, nutrient, &ExposureFacts::nutrient);
  return row->exposure;
}

/// The day whose spasms brought the evidence to the end; empty while nothing has.
std::optional<Day> day_of_the_end(const TrialStanding& standing) {
  auto used = standing.days.begin();
  for (const double evidence : standing.evidence) {
    used = std::find_if(used, standing.days.end(), [](const TrialDay& day) { return day.spasms.has_value(); });
    if (evidence >= stats::evidence_that_ends) return used->day + one;
    ++used;
  }
  return std::nullopt;
}

void settle_state(TrialStanding& standing, Day today) {
  const auto end = standing.trial.end && standing.trial.end->day <= today ? standing.trial.end : std::nullopt;
  const Day last = standing.trial.terms.last_day();
  const bool unlike = standing.unknown.p <= stats::p_of_unknown_days;
  // What was kept as ended by its evidence is no experiment any more, also where its entries now tell otherwise.
  if (standing.evidence_ended_it && (!end || *standing.evidence_ended_it <= end->day)) {
    standing.ended = standing.evidence_ended_it;
    standing.state = unlike ? TrialState::NotConfirmed : TrialState::Confirmed;
  } else if (end) {
    standing.ended = std::min(end->day, last);
    standing.state = TrialState::Stopped;
  } else if (today > last) {
    standing.ended = last;
    const bool differs = standing.exact_p <= stats::p_at_the_end;
    standing.state = unlike    ? TrialState::NotConfirmed
                     : differs ? TrialState::Confirmed
                               : TrialState::NoDifferenceShown;
  }
}

}  // namespace

std::string_view word(TrialState state) {
  switch (state) {
    case TrialState::Running:
      return "running";
    case TrialState::Confirmed:
      return "confirmed";
    case TrialState::NoDifferenceShown:
      return "no_difference_shown";
    case TrialState::NotConfirmed:
      return "not_confirmed";
    case TrialState::Stopped:
      return "stopped";
  }
  return "";
}

TrialStanding trial_standing(journal::Trial trial, std::span<const DayRow> rows, Day today) {
  TrialStanding standing;
  standing.trial = std::move(trial);
  standing.exposure = exposure_of(standing.trial.terms.nutrient);
  // A coin is for the next day, which must be one of the planned days.
  const Day last_coin = standing.trial.terms.last_day() - one;
  for (const journal::DrawnCoin& coin : standing.trial.coins) {
    if (coin.day <= last_coin && coin.day <= today) {
      standing.days.push_back(trial_day(coin, rows, today, standing.exposure));
    }
  }
  const auto coins = coin_days(standing.days);
  standing.evidence = stats::coin_evidence(coins, standing.trial.terms.rate);
  standing.days_used = static_cast<int>(standing.evidence.size());
  standing.exact_p = stats::coin_exact_p(coins);
  standing.effect = stats::coin_effect(coins);
  standing.unknown = stats::coin_unknown(coins);
  std::vector<TrialDay> obeyed;
  std::ranges::copy_if(standing.days, std::back_inserter(obeyed),
                       [](const TrialDay& day) { return day.obeyed.value_or(false); });
  standing.when_obeyed = stats::coin_effect(coin_days(obeyed));
  standing.evidence_ended_it = day_of_the_end(standing);
  settle_state(standing, today);
  return standing;
}

CoinSide coin_of(const journal::Trial& trial, Day day) {
  return stats::is_heads(trial.seed, calendar::iso(day)) ? CoinSide::Target : CoinSide::Usual;
}

bool rules_on(const TrialStanding& standing, Day day) {
  return standing.has_verdict() && day >= *standing.ended && day <= last_day_of_rule(standing);
}

Day last_day_of_rule(const TrialStanding& standing) { return *standing.ended + rules_for; }

}  // namespace lytes::insight

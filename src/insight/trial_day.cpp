#include "lytes/insight/trial_day.hpp"

#include <algorithm>

#include "lytes/safety/trials.hpp"

namespace lytes::insight {
namespace {

/// The coin that was drawn for the day, if it was.
const journal::DrawnCoin* drawn_for(const TrialStanding& standing, calendar::Day day) {
  const auto& coins = standing.trial.coins;
  const auto place = std::ranges::find(coins, day, &journal::DrawnCoin::day);
  return place == coins.end() ? nullptr : &*place;
}

CoinAnswer by_intake(const CoinOfToday& coin, const DayOfCoin& day) {
  if (coin.target <= 0) return CoinAnswer::NoTarget;
  if (coin.held >= coin.target) return CoinAnswer::AtTarget;
  if (coin.draw_until && day.clock > *coin.draw_until) return CoinAnswer::TooLate;
  if (coin.exposure == Exposure::Water && coin.missing() > safety::most_water_to_ask_ml) {
    return CoinAnswer::TooMuchMissing;
  }
  return CoinAnswer::ToDraw;
}

}  // namespace

std::string_view word(CoinAnswer answer) {
  switch (answer) {
    case CoinAnswer::Drawn:
      return "drawn";
    case CoinAnswer::ToDraw:
      return "to_draw";
    case CoinAnswer::LeftOut:
      return "left_out";
    case CoinAnswer::Over:
      return "over";
    case CoinAnswer::LastDay:
      return "last_day";
    case CoinAnswer::SeedLost:
      return "seed_lost";
    case CoinAnswer::Barred:
      return "barred";
    case CoinAnswer::LaterDays:
      return "later_days";
    case CoinAnswer::BeforeHour:
      return "before_hour";
    case CoinAnswer::NoTarget:
      return "no_target";
    case CoinAnswer::AtTarget:
      return "at_target";
    case CoinAnswer::TooLate:
      return "too_late";
    case CoinAnswer::TooMuchMissing:
      return "too_much_missing";
  }
  return "";
}

CoinOfToday coin_of_today(const TrialStanding& standing, const DayOfCoin& day) {
  const auto& terms = standing.trial.terms;
  CoinOfToday coin;
  coin.day = day.row.day;
  coin.exposure = standing.exposure;
  coin.draw_from = terms.draw_from;
  coin.barred_by = day.barred_by;
  coin.nothing_logged = day.row.intakes == 0;
  coin.held = day.row.held_against_target(terms.nutrient).sum;
  coin.target = day.row.target(terms.nutrient).value_or(0);
  if (standing.exposure == Exposure::Water) coin.draw_until = day.usual_end - safety::water_ends_before;
  if (standing.exposure == Exposure::Magnesium) {
    coin.supplement_limit = day.row.targets.magnesium_supplement_limit_mg;
  }
  const auto* drawn = drawn_for(standing, coin.day);
  if (standing.over() || coin.day < terms.from) {
    coin.answer = CoinAnswer::Over;
  } else if (drawn) {
    coin.answer = drawn->left_out ? CoinAnswer::LeftOut : CoinAnswer::Drawn;
    if (!drawn->left_out) coin.coin = drawn->side;
  } else if (coin.day >= terms.last_day()) {
    coin.answer = CoinAnswer::LastDay;
  } else if (standing.trial.seed.empty()) {
    coin.answer = CoinAnswer::SeedLost;
  } else if (day.later_days) {
    coin.answer = CoinAnswer::LaterDays;
  } else if (!day.barred_by.empty()) {
    coin.answer = CoinAnswer::Barred;
  } else {
    coin.answer = day.clock < terms.draw_from ? CoinAnswer::BeforeHour : by_intake(coin, day);
  }
  return coin;
}

}  // namespace lytes::insight

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "lytes/insight/trial.hpp"

namespace lytes::insight {

/// What there is to say of a day's coin.
enum class CoinAnswer {
  Drawn,           ///< it was, and says what it said
  ToDraw,          ///< it can be
  LeftOut,         ///< it was, and was undone: the day stays out
  Over,            ///< the experiment is
  LastDay,         ///< the next day lies behind the end
  SeedLost,        ///< a rescue could not save it
  Barred,          ///< the day has something that makes more or less than usual unwise
  LaterDays,       ///< the journal holds later days: a clock was put back, or this is not today
  BeforeHour,      ///< not yet
  NoTarget,        ///< there is none to reach
  AtTarget,        ///< already reached: no coin, and no harm
  TooLate,         ///< for water
  TooMuchMissing,  ///< water
};

/// "drawn", "to_draw", ...: stable words for scripts.
std::string_view word(CoinAnswer answer);

struct CoinOfToday {
  calendar::Day day{};
  Exposure exposure = Exposure::Water;
  CoinAnswer answer = CoinAnswer::Over;
  std::optional<journal::CoinSide> coin;  ///< with `Drawn`
  std::chrono::minutes draw_from{};
  std::optional<std::chrono::minutes> draw_until;  ///< of water
  std::string barred_by;
  bool nothing_logged = false;             ///< of the day, so that `held` says nothing
  double held = 0;                         ///< ml or mg so far
  double target = 0;                       ///< 0 without one
  std::optional<double> supplement_limit;  ///< of magnesium

  double missing() const { return target - held; }
  /// Whether a coin was drawn for the day, also one that was undone.
  bool asked() const { return answer == CoinAnswer::Drawn || answer == CoinAnswer::LeftOut; }
};

/// What a day's coin depends on beside the experiment.
struct DayOfCoin {
  const timeline::DayRow& row;
  std::chrono::minutes clock;  ///< since midnight of the logical day
  std::string barred_by;       ///< safety::bars_coin, or a fever that is not over
  bool later_days = false;     ///< the journal holds entries of later days
  std::chrono::minutes usual_end{};
};

CoinOfToday coin_of_today(const TrialStanding& standing, const DayOfCoin& day);

}  // namespace lytes::insight

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/quantity/nutrients.hpp"
#include "lytes/safety/over_days.hpp"
#include "lytes/targets/advice.hpp"
#include "lytes/targets/profile.hpp"
#include "lytes/targets/reference.hpp"
#include "lytes/timeline/day_row.hpp"

namespace lytes::safety {

/// Why somebody has no experiment with more of a nutrient.
struct TrialRefusal {
  std::string code;  ///< for scripts: "health_not_asked"
  std::string says;  ///< whole sentences, with what may be done about it
};

/// What an experiment is held against.
struct TrialPerson {
  const targets::PersonalAdvice& personal;
  const targets::Profile& profile;       ///< as of today
  const targets::DayTargets& targets;    ///< of today
  std::span<const OpenSign> open_signs;  ///< of today; those over days bar nothing
  calendar::Day today;
};

/// Whether somebody begins, or goes on with what was begun. A fever leaves out its days and ends nothing.
enum class TrialStep { Begin, GoOn };

/// Refused wherever more of it is no goal or not to be suggested without asking first, where the profile was never
/// asked about health, with a number of a clinician's own, with an open sign; with potassium also for diseases of the
/// heart's rhythm, without a year of birth, and from 65 on without a kidney test within a year.
/// @return empty where nothing speaks against it
std::optional<TrialRefusal> reason_against_trial(quantity::Nutrient nutrient, const TrialPerson& person,
                                                 TrialStep step);

/// Why no coin is drawn on a day: what was logged of it that makes more or less than usual unwise ("fever", "heat",
/// "vomiting", "diarrhoea"); empty where nothing was.
/// @param signs_told by the entries of the day
std::string bars_coin(const timeline::DayRow& day, std::span<const ToldSign> signs_told);

/// Of water no more than this is asked of the rest of a day.
inline constexpr double most_water_to_ask_ml = 1500;
/// And not faster than this, in an hour.
inline constexpr double most_water_an_hour_ml = 500;
/// Water is asked no later than this before the usual end of the day.
inline constexpr std::chrono::hours water_ends_before{4};

}  // namespace lytes::safety

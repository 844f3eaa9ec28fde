#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/insight/trial.hpp"
#include "lytes/insight/trial_day.hpp"
#include "lytes/safety/trials.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::cli {

class Session;

/// This person's experiments, oldest first, as they stood on a day.
std::vector<insight::TrialStanding> trial_standings(Session& session, calendar::Day day);

/// The newest of them; empty where there is none.
std::optional<insight::TrialStanding> latest_trial(Session& session);

/// What there is to say of today's coin. Only reads.
insight::CoinOfToday coin_of_today(Session& session, const insight::TrialStanding& standing);

/// What speaks against an experiment, as the profile and the signs stand today.
std::optional<safety::TrialRefusal> refusal(Session& session, quantity::Nutrient nutrient, safety::TrialStep step);

}  // namespace lytes::cli

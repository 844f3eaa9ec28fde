#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/insight/trial.hpp"
#include "lytes/insight/trial_day.hpp"
#include "lytes/insight/trial_plan.hpp"
#include "lytes/safety/trials.hpp"
#include "lytes/timeline/sources.hpp"

namespace lytes::notebook {

class Notebook;

/// This person's experiments, oldest first, as they stood on a day.
std::vector<insight::TrialStanding> trial_standings(Notebook& notebook, calendar::Day day);

/// The newest of them; empty where there is none.
std::optional<insight::TrialStanding> latest_trial(Notebook& notebook);

/// What speaks against an experiment, as the profile and the signs stand today.
std::optional<safety::TrialRefusal> refusal(Notebook& notebook, quantity::Nutrient nutrient, safety::TrialStep step);

/// What one would ask, by the diary up to yesterday.
insight::TrialPlan plan_of_trial(Notebook& notebook, insight::Exposure exposure, const insight::TrialWishes& wishes);

/// Ends it today, for good.
/// @param by why, as `journal::TrialEnd` has it
void end_trial(Notebook& notebook, const insight::TrialStanding& standing, const std::string& by);

/// What was seen to be ended by its evidence has ended, whatever becomes of its entries.
void keep_end_by_evidence(Notebook& notebook, const insight::TrialStanding& standing);

/// Ends an experiment for good where safety now has something against going on.
/// @return what that is; empty where it goes on, or was over
std::optional<safety::TrialRefusal> end_if_unsafe(Notebook& notebook, const insight::TrialStanding& standing);

/// What there is to say of today's coin. Only reads.
insight::CoinOfToday coin_of_today(Notebook& notebook, const insight::TrialStanding& standing);

struct Draw {
  insight::CoinOfToday coin;
  bool just_drawn = false;
};

/// Today's coin, drawn and kept where it is to be drawn and was not before.
Draw draw_coin(Notebook& notebook, const insight::TrialStanding& standing);

/// This person's own foods that hold most of it, where the coin says to reach it and more is to come.
std::vector<timeline::Source> foods_for_coin(Notebook& notebook, const insight::CoinOfToday& coin);

}  // namespace lytes::notebook
